import type { CaptureState, Chroma, Codec, Crop, VideoMode } from '@seatmatrix/protocol/domain';
import { Fault, type FaultCode, faultCatalogue } from '@seatmatrix/protocol/kernel';
import type { PixelBox } from './picture-placing.ts';

/** What the agent tells a media process. Streams are told apart by their RTP SSRC, so that orders and media agree. */
export type MediaOrder =
  /** Capture from now on, as a new stream whose first unit is a key. */
  | { readonly type: 'start'; readonly ssrc: number }
  | { readonly type: 'stop' }
  | { readonly type: 'key' }
  | { readonly type: 'chroma'; readonly chroma: Chroma }
  /** A small jpeg of the screen as it is, once, whether it captures or not. */
  | { readonly type: 'preview'; readonly number: number; readonly widthMax: number }
  /** What the units of this stream are, and which part of the picture is shown. It replaces the stream before it. */
  | { readonly type: 'stream'; readonly ssrc: number; readonly codec: Codec; readonly crop: Crop | null }
  | { readonly type: 'clear' };

/** What a media process tells the agent. */
export type MediaEvent =
  /** Once a second: who is silent hangs. */
  | { readonly type: 'alive' }
  | { readonly type: 'state'; readonly state: CaptureState }
  | { readonly type: 'engine'; readonly engine: string }
  /** The answer to the order of the same number, in base 64; null where no picture can be made. */
  | { readonly type: 'preview'; readonly number: number; readonly jpeg: string | null }
  | { readonly type: 'monitor'; readonly mode: VideoMode }
  /** Where in its window the picture stands, in pixels. */
  | { readonly type: 'area'; readonly area: PixelBox }
  | { readonly type: 'shown'; readonly ssrc: number; readonly timestamp: number }
  | { readonly type: 'undecodable'; readonly ssrc: number; readonly timestamp: number }
  /** It cannot do its work, and ends. */
  | { readonly type: 'fault'; readonly code: FaultCode; readonly message: string };

export const encodeLine = (message: MediaOrder | MediaEvent): string => `${JSON.stringify(message)}\n`;

/** A message of our own program on an inherited pipe: what is wrong is a defect, and it is said which line. */
export function decodeLine<Message extends MediaOrder | MediaEvent>(
  line: string,
  types: readonly Message['type'][],
): Message {
  const message: unknown = parse(line);
  const known: readonly unknown[] = types;
  if (typeof message === 'object' && message !== null && 'type' in message && known.includes(message.type)) {
    return message as Message;
  }
  throw new Fault({ code: 'media-failed', message: `a media process said "${line.slice(0, 100)}"` });
}

export const ORDER_TYPES: readonly MediaOrder['type'][] = [
  'start',
  'stop',
  'key',
  'chroma',
  'preview',
  'stream',
  'clear',
];

export const EVENT_TYPES: readonly MediaEvent['type'][] = [
  'alive',
  'state',
  'engine',
  'preview',
  'monitor',
  'area',
  'shown',
  'undecodable',
  'fault',
];

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code);

/** Cuts what arrives in pieces into lines. */
export class LineReader {
  #rest = '';

  push(text: string): readonly string[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.filter((line) => line !== '');
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Told by the caller, with the line.
    return null;
  }
}
