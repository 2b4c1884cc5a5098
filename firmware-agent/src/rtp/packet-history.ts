/**
 * How many packets can be asked for again: a second of a picture with 20 Mbit/s. What is older than that is repaired
 * by a key picture sooner.
 */
export const HISTORY_SIZE = 2048;

/** The last packets of one stream, by sequence number. */
export class PacketHistory {
  readonly #sequences = new Int32Array(HISTORY_SIZE).fill(-1);
  readonly #packets: (Uint8Array | undefined)[] = new Array(HISTORY_SIZE);

  keep(sequence: number, packet: Uint8Array): void {
    const place = sequence % HISTORY_SIZE;
    this.#sequences[place] = sequence;
    this.#packets[place] = packet;
  }

  find(sequence: number): Uint8Array | null {
    const place = sequence % HISTORY_SIZE;
    return this.#sequences[place] === sequence ? (this.#packets[place] ?? null) : null;
  }
}
