import type { AccessUnit } from '@seatmatrix/protocol/domain';
import { h264Codec } from './h264-codec.ts';

/** WebCodecs are in secure pages alone: HTTPS, or this machine's own. */
export const decodesH264 = (): boolean => 'VideoDecoder' in globalThis;

/** More units than this in the decoder mean that it cannot follow: it begins anew with a key unit. */
const QUEUE_MAX = 30;

export interface Video {
  show(unit: AccessUnit): void;
  /** What is on its way to the screen is of the past. */
  clear(): void;
}

/** Decodes one H.264 stream. `wantKeyFrame` is called once for each gap, until a key unit comes. */
export function createVideo(listener: {
  readonly frame: (frame: VideoFrame) => void;
  readonly wantKeyFrame: () => void;
  readonly failed: (cause: unknown) => void;
}): Video {
  let decoder: VideoDecoder | null = null;
  let codec: string | null = null;
  let asked = false;

  const lose = () => {
    if (decoder !== null && decoder.state !== 'closed') decoder.close();
    decoder = null;
    if (asked) return;
    asked = true;
    listener.wantKeyFrame();
  };

  const begin = (wanted: string): VideoDecoder => {
    const opened: VideoDecoder = new VideoDecoder({
      output: (frame) => {
        if (opened === decoder) listener.frame(frame);
        frame.close();
      },
      error: (cause) => {
        if (opened !== decoder) return;
        listener.failed(cause);
        lose();
      },
    });
    // No description: the parameter sets are in the stream (Annex B).
    opened.configure({ codec: wanted, optimizeForLatency: true });
    return opened;
  };

  return {
    show(unit) {
      if (unit.key) {
        const wanted = h264Codec(unit.bytes);
        if (wanted === null) return lose();
        if (decoder === null || codec !== wanted || decoder.state === 'closed') {
          if (decoder !== null && decoder.state !== 'closed') decoder.close();
          codec = wanted;
          decoder = begin(wanted);
        }
        asked = false;
      }
      if (decoder === null) return lose();
      if (decoder.decodeQueueSize > QUEUE_MAX) return lose();
      decoder.decode(
        new EncodedVideoChunk({
          type: unit.key ? 'key' : 'delta',
          timestamp: unit.time,
          data: new Uint8Array(unit.bytes),
        }),
      );
    },
    clear() {
      if (decoder !== null && decoder.state !== 'closed') decoder.close();
      decoder = null;
      asked = false;
    },
  };
}
