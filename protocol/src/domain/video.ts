import type { Brand } from '../kernel/index.ts';
import type { Generation } from './route.ts';

export type StreamId = Brand<number, 'StreamId'>;
export const streamId = (value: number): StreamId => value as StreamId;

export type Codec = 'jpeg' | 'h264';

export interface VideoMode {
  readonly width: number;
  readonly height: number;
  /** Hertz. */
  readonly rate: number;
}

/** What a capture input sees. Only `signal` gives pictures; a key reaches the computer in every state. */
export type CaptureState =
  | { readonly type: 'no-cable' }
  | { readonly type: 'no-signal' }
  | { readonly type: 'unsupported-mode'; readonly mode: VideoMode }
  | { readonly type: 'signal'; readonly mode: VideoMode };

/** One encoded picture, or the smallest part of a stream that a decoder takes. A 4K picture in jpeg stays below the limit. */
export interface AccessUnit {
  readonly stream: StreamId;
  /** Of the route that it is sent on; 0 inside the transmitter. */
  readonly generation: Generation;
  readonly codec: Codec;
  /** Can be shown without any unit before it. */
  readonly key: boolean;
  /** Microseconds of the transmitter's monotonic clock. */
  readonly time: number;
  readonly bytes: Uint8Array;
}
