import type { AccessUnit } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, systemRandom } from '@seatmatrix/protocol/kernel';
import { MediaProcess } from '../media-process/media-process.ts';
import { UnitReader, UnitWriter } from '../media-process/media-stream.ts';

/** Makes jpeg of H.264 for pages whose browser has no decoder for it. */
export interface PageTranscoder extends AsyncDisposable {
  /** Begins with the next key unit. */
  push(unit: AccessUnit): void;
  clear(): void;
}

export interface PageTranscoderListener {
  readonly picture: (unit: AccessUnit) => void;
  /** It began, or began anew. */
  readonly wantKeyFrame: () => void;
}

export type OpenPageTranscoder = (listener: PageTranscoderListener) => PageTranscoder;

/** One stream, whatever its pictures are of. */
const SSRC = 1;
const PROGRAM = new URL('../media-process/jpeg-transcode-program.ts', import.meta.url);

/** In a media process, which runs as long as it is open. */
export const pageTranscoders =
  ({ clock, log }: { readonly clock: Clock; readonly log: Log }): OpenPageTranscoder =>
  ({ picture, wantKeyFrame }) => {
    const writer = new UnitWriter();
    let reader = new UnitReader();
    let newest: AccessUnit | null = null;
    let units = 0;
    const process = new MediaProcess({
      program: PROGRAM,
      arguments: [],
      name: 'jpeg for console pages',
      clock,
      log,
      random: systemRandom,
      orders: () => [],
      event: (event) => {
        if (event.type === 'engine') wantKeyFrame();
        if (event.type === 'fault') log.warn('console pages without H.264 show no picture', { reason: event.message });
      },
      media: (bytes) => {
        for (const unit of reader.push(bytes)) {
          if (newest !== null) picture({ ...newest, codec: 'jpeg', key: true, bytes: unit.bytes });
        }
      },
      away: () => {
        reader = new UnitReader();
      },
    });
    return {
      push(unit) {
        newest = unit;
        units = (units + 1) >>> 0;
        process.send(writer.frame({ ssrc: SSRC, timestamp: units, codec: 'h264', bytes: unit.bytes }));
      },
      clear() {
        newest = null;
        process.tell({ type: 'clear' });
      },
      [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
    };
  };
