import type { AccessUnit, CaptureState, Chroma, Codec } from '@seatmatrix/protocol/domain';

export type VideoCaptureEvent =
  | { readonly type: 'state'; readonly state: CaptureState }
  /** What encodes, and why that: for people. */
  | { readonly type: 'engine'; readonly engine: string }
  /** Encoded, with generation 0. */
  | { readonly type: 'unit'; readonly unit: AccessUnit };

/**
 * The computer's video output.
 *
 * Contract: `listen` is called once and first tells the state; units come only while started and only when the
 * picture changed; the first unit after `start` or `wantKeyFrame` is a key; encoding never blocks the caller;
 * at most one encode is under way, and the newest picture wins.
 */
export interface VideoCapture extends AsyncDisposable {
  /** Of every unit. */
  readonly codec: Codec;
  listen(listener: (event: VideoCaptureEvent) => void): void;
  /** From the next unit on, which is a key. What cannot do `4:4:4` goes on with `4:2:0`. */
  configure(wanted: { readonly chroma: Chroma }): void;
  start(): void;
  stop(): void;
  wantKeyFrame(): void;
  /**
   * A jpeg of the picture as it is now, of `previewSize`, whether started or not; the stream goes on as if nothing had been.
   * Null where none can be made now. Never rejects. Asked for one after the other.
   */
  preview(widthMax: number): Promise<Uint8Array | null>;
  /** Offers an EDID (128-byte blocks) to the computer from its next hot-plug on. */
  setEdid(edid: Uint8Array): void;
}
