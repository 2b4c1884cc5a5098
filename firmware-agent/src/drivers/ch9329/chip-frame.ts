/**
 * Frames of the CH9329 (WCH, "CH9329 Serial Communication Protocol" V1.0, frame format): 57 AB, address, command, length of the
 * data (0–64), data, and the sum of all bytes before it modulo 256.
 */
export interface ChipFrame {
  readonly command: number;
  readonly data: Uint8Array;
}

/** The commands that are used (table of commands). Answers have bit 7 set, answers that refuse bits 7 and 6. */
export const ChipCommand = {
  getInfo: 0x01,
  sendKeyboard: 0x02,
  sendMedia: 0x03,
  sendAbsoluteMouse: 0x04,
  sendRelativeMouse: 0x05,
  getConfiguration: 0x08,
  setConfiguration: 0x09,
  reset: 0x0f,
} as const;

/** What an answer says of the command (table of states). */
export const ChipStatus = {
  success: 0x00,
  timeout: 0xe1,
  head: 0xe2,
  command: 0xe3,
  sum: 0xe4,
  parameter: 0xe5,
  operate: 0xe6,
} as const;

/** Factory setting; other addresses are for chips that share one line. */
const ADDRESS = 0x00;
const HEAD = [0x57, 0xab] as const;
const FIXED_BYTES = 6;
const DATA_MAX = 64;

/** Throws nothing: data is what this driver makes, never longer than 64 bytes. */
export function encodeFrame({ command, data }: ChipFrame): Uint8Array {
  const bytes = Uint8Array.from([...HEAD, ADDRESS, command, data.length, ...data, 0]);
  bytes[bytes.length - 1] = sum(bytes.subarray(0, -1));
  return bytes;
}

export interface FramesRead {
  readonly frames: readonly ChipFrame[];
  /** The beginning of a frame that is not whole yet: 69 bytes at most. */
  readonly pending: Uint8Array;
  /** Pieces that were no frame: noise, a wrong length, a wrong sum. */
  readonly malformed: number;
}

export const NOTHING_PENDING = new Uint8Array(0);

/** Finds the whole frames. What is none is skipped byte by byte: a true head may stand inside a false frame. */
export function readFrames(pending: Uint8Array, bytes: Uint8Array): FramesRead {
  const all = Uint8Array.from([...pending, ...bytes]);
  const frames: ChipFrame[] = [];
  let malformed = 0;
  let inNoise = false;
  let at = 0;
  while (at < all.length) {
    const found = frameAt(all.subarray(at));
    if (found === 'incomplete') break;
    if (found === 'malformed') {
      // Noise of any length is one piece.
      if (!inNoise) malformed++;
      inNoise = true;
      at++;
      continue;
    }
    inNoise = false;
    frames.push(found);
    at += FIXED_BYTES + found.data.length;
  }
  return { frames, pending: all.slice(at), malformed };
}

/** The rest of a frame did not come: looks for others behind its head. */
export function giveUpPending(pending: Uint8Array): FramesRead {
  if (pending.length === 0) return { frames: [], pending, malformed: 0 };
  const read = readFrames(NOTHING_PENDING, pending.subarray(1));
  return { ...read, malformed: read.malformed + 1 };
}

function frameAt(bytes: Uint8Array): ChipFrame | 'incomplete' | 'malformed' {
  const [first, second, , command, length] = bytes;
  if (first !== HEAD[0] || (second !== undefined && second !== HEAD[1])) return 'malformed';
  if (command === undefined || length === undefined) return 'incomplete';
  if (length > DATA_MAX) return 'malformed';
  const end = FIXED_BYTES + length;
  if (bytes.length < end) return 'incomplete';
  if (bytes[end - 1] !== sum(bytes.subarray(0, end - 1))) return 'malformed';
  return { command, data: bytes.slice(FIXED_BYTES - 1, end - 1) };
}

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
