/**
 * The line as the chip reads and writes it, after "CH9329 Serial Communication Protocol" V1.0 of its maker: a frame is
 * HEAD (57 AB), ADDR, CMD, LEN, LEN bytes of DATA, and SUM, the low byte of the sum of everything before it.
 */
export interface SerialCommand {
  readonly address: number;
  readonly code: number;
  readonly data: readonly number[];
}

/** What the chip makes of a run of bytes: a command, or the error that it answers with. */
export type SerialReceipt =
  | { readonly type: 'command'; readonly command: SerialCommand }
  | { readonly type: 'error'; readonly code: number; readonly status: SerialError };

export type SerialError = 'head' | 'sum' | 'length';

const FIRST = 0x57;
const SECOND = 0xab;
const LONGEST_DATA = 64;

/** The chip's receiver: one byte after the other, as its serial interrupt gets them. */
export class SerialReceiver {
  #frame: number[] = [];

  /** The line was quiet for longer than a frame may pause: what has begun is forgotten. */
  reset(): void {
    this.#frame = [];
  }

  /** Null while nothing is complete. */
  take(byte: number): SerialReceipt | null {
    this.#frame.push(byte);
    const frame = this.#frame;
    switch (frame.length) {
      case 1:
        if (byte !== FIRST) this.#frame = [];
        return null;
      case 2:
        if (byte === SECOND) return null;
        this.#frame = byte === FIRST ? [FIRST] : [];
        return byte === FIRST ? null : { type: 'error', code: 0, status: 'head' };
      case 3:
      case 4:
        return null;
      case 5:
        if (byte <= LONGEST_DATA) return null;
        this.#frame = [];
        return { type: 'error', code: frame[3] ?? 0, status: 'length' };
      default: {
        const [, , address = 0, code = 0, length = 0] = frame;
        if (frame.length < 6 + length) return null;
        this.#frame = [];
        if (total(frame.slice(0, -1)) !== byte) return { type: 'error', code, status: 'sum' };
        return { type: 'command', command: { address, code, data: frame.slice(5, -1) } };
      }
    }
  }
}

export function serialFrame(code: number, data: readonly number[]): Uint8Array {
  const body = [FIRST, SECOND, 0x00, code, data.length, ...data];
  return Uint8Array.from([...body, total(body)]);
}

function total(bytes: readonly number[]): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum % 256;
}
