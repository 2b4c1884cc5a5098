/**
 * How far back a packet may come. RFC 3711 wants 64 at least; the key picture of a 4K screen is 900 packets, and the
 * repair of its first one arrives behind its last.
 */
export const REPLAY_WINDOW = 2048;

const WORDS = REPLAY_WINDOW / 32;

/** Which packet indices have been seen (RFC 3711 §3.3.2): a ring of bits below the highest. */
export class ReplayWindow {
  readonly #bits = new Uint32Array(WORDS);
  #highest: number;

  /** `start`: the index that the stream is at. It and those shortly before it have not been seen. */
  constructor(start: number) {
    this.#highest = start;
  }

  get highest(): number {
    return this.#highest;
  }

  judge(index: number): 'new' | 'replay' | 'old' {
    if (index > this.#highest) return 'new';
    if (index < 0 || index <= this.#highest - REPLAY_WINDOW) return 'old';
    return this.#has(index) ? 'replay' : 'new';
  }

  /** Only after the packet has been authenticated: otherwise anybody could move the window. */
  mark(index: number): void {
    const ahead = index - this.#highest;
    if (ahead >= REPLAY_WINDOW) this.#bits.fill(0);
    else for (let each = this.#highest + 1; each < index; each++) this.#set(each, false);
    if (ahead > 0) this.#highest = index;
    this.#set(index, true);
  }

  #has(index: number): boolean {
    const place = index % REPLAY_WINDOW;
    return ((this.#bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }

  #set(index: number, seen: boolean): void {
    const place = index % REPLAY_WINDOW;
    const bit = 1 << (place & 31);
    const word = this.#bits[place >> 5] ?? 0;
    this.#bits[place >> 5] = seen ? word | bit : word & ~bit;
  }
}
