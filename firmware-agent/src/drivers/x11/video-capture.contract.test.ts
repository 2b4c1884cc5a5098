import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { colourInUnit } from '../../media-process/testing/h264-picture.ts';
import { RED_BLUE, type VideoCaptureBench, videoCaptureContract } from '../contract/index.ts';
import type { VideoCapture, VideoCaptureEvent } from '../video-capture.ts';
import { type PaintedScreen, paintScreen } from './testing/painted-screen.ts';
import { eventually, startXvfb, type Xvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { openX11VideoCapture } from './video-capture.ts';

/** Nothing said for so long: what was to come has come. */
const QUIET = 200;

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  videoCaptureContract('the X11 capture', openBench);

  test('a display that is not there is named', async () => {
    const opening = openX11VideoCapture({ url: '//:29', clock: systemClock, log: silentLog });
    await expect(opening).rejects.toMatchObject({ code: 'device-absent', message: expect.stringContaining(':29') });
  });

  test('a screen that another agent captures is refused with its pid', async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360 });
    const url = `//${xvfb.display}`;
    await using _first = await openX11VideoCapture({ url, clock: systemClock, log: silentLog });
    const second = openX11VideoCapture({ url, clock: systemClock, log: silentLog });
    await expect(second).rejects.toMatchObject({ code: 'device-busy', context: { pid: process.pid } });
  });
});

/** A computer whose X server can be taken away: the picture of the bench comes back with it. */
async function openBench(): Promise<VideoCaptureBench> {
  const size = { width: 640, height: 360 };
  let xvfb: Xvfb = await startXvfb(size);
  const { display } = xvfb;
  let picture = RED_BLUE;
  let screen: PaintedScreen | null = await paintScreen(display, picture);
  const inner = await openX11VideoCapture({ url: `//${display}`, clock: systemClock, log: silentLog });
  const watch = watched(inner);
  let changing: Promise<void> = Promise.resolve();
  const change = (work: () => Promise<void>) => {
    changing = changing.then(work);
  };
  return {
    driver: watch.driver,
    capabilities: {
      noCable: 'an X server that is away looks the same whether it was ended or never there',
      noEdid: 'an X server takes no EDID from a client',
    },
    async settle() {
      await changing;
      await screen?.connection.sync();
      await watch.quiet();
    },
    paint(next) {
      picture = next;
      screen?.paint(next);
      watch.owe();
    },
    setState(state) {
      if (state === 'signal') {
        change(async () => {
          xvfb = await startXvfb({ ...size, display });
          screen = await paintScreen(display, picture);
        });
      } else {
        change(async () => {
          await screen?.[Symbol.asyncDispose]();
          screen = null;
          await xvfb[Symbol.asyncDispose]();
        });
      }
      watch.expectState(state);
    },
    hotPlug: () => undefined,
    edid: () => null,
    colourIn: (unit, point) => colourInUnit(unit.bytes, point),
    async [Symbol.asyncDispose]() {
      await changing;
      await inner[Symbol.asyncDispose]();
      await screen?.[Symbol.asyncDispose]();
      await xvfb[Symbol.asyncDispose]();
    },
  };
}

/** The driver, and when it has nothing more to say. */
function watched(inner: VideoCapture) {
  let last = performance.now();
  let started = false;
  let state = '';
  let wanted = 'signal';
  let owed = false;
  let listening = false;
  const owe = () => {
    owed = started && wanted === 'signal';
  };
  const note = (event: VideoCaptureEvent) => {
    last = performance.now();
    if (event.type === 'state') state = event.state.type;
    if (event.type === 'unit') owed = false;
  };
  const driver: VideoCapture = {
    codec: inner.codec,
    listen(listener) {
      listening = true;
      inner.listen((event) => {
        note(event);
        listener(event);
      });
    },
    configure: (options) => inner.configure(options),
    start() {
      inner.start();
      started = true;
      owe();
    },
    stop() {
      inner.stop();
      started = false;
      owed = false;
    },
    wantKeyFrame() {
      inner.wantKeyFrame();
      owe();
    },
    preview: (widthMax) => inner.preview(widthMax),
    setEdid: (edid) => inner.setEdid(edid),
    async [Symbol.asyncDispose]() {
      listening = false;
      owed = false;
      await inner[Symbol.asyncDispose]();
    },
  };
  return {
    driver,
    owe,
    expectState(next: string) {
      wanted = next;
      owe();
    },
    async quiet() {
      const since = performance.now();
      await eventually(() => {
        if (listening) expect(state).toBe(wanted);
        expect(owed).toBe(false);
        expect(performance.now() - Math.max(last, since)).toBeGreaterThan(QUIET);
      });
    },
  };
}
