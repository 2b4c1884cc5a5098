import { type Clock, Fault, type Log, type Random, systemRandom } from '@seatmatrix/protocol/kernel';
import { VideoCaptureProcess } from '../../media-process/video-capture-process.ts';
import { holdDevice } from '../linux/device-hold.ts';
import type { VideoCapture } from '../video-capture.ts';
import { parseX11Url } from './x11-url.ts';

export interface X11VideoCaptureOptions {
  /** What follows `x11:`: `//:10`, or nothing for `$DISPLAY`; `//:10?grab=ximagesrc` takes GStreamer's own grabber. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: Random;
}

const FALLBACK = 'ximagesrc';

/**
 * The screen of an X server as H.264 pictures. Resolves when the first picture could be sent at once. Throws
 * `device-absent` where no X server answers, `device-busy` where another agent captures it, `driver-unavailable` with
 * the Debian package of a library or an encoder that is missing, `configuration-invalid` for the URL.
 */
export async function openX11VideoCapture(options: X11VideoCaptureOptions): Promise<VideoCapture> {
  const { url, clock, log, random = systemRandom } = options;
  const { display } = parseX11Url(url, { environment: process.env, options: ['grab'] });
  const grab = new URLSearchParams(url.split('?', 2)[1]).get('grab');
  if (grab !== null && grab !== FALLBACK) {
    throw new Fault({
      code: 'configuration-invalid',
      message: `x11:${url} knows no grab=${grab}; there is ${FALLBACK}`,
    });
  }
  const hold = await holdDevice(`x11 ${display} screen`, clock);
  try {
    const capture = await VideoCaptureProcess.open({
      program: new URL('../../media-process/x11-capture-program.ts', import.meta.url),
      arguments: grab === null ? [display] : [display, grab],
      name: `capture of ${display}`,
      clock,
      log,
      random,
    });
    return held(capture, hold);
  } catch (thrown) {
    await hold[Symbol.asyncDispose]();
    throw thrown;
  }
}

function held(capture: VideoCaptureProcess, hold: AsyncDisposable): VideoCapture {
  const dispose = capture[Symbol.asyncDispose].bind(capture);
  return Object.assign(capture, {
    async [Symbol.asyncDispose](): Promise<void> {
      await dispose();
      await hold[Symbol.asyncDispose]();
    },
  });
}
