import { createSurface } from '@seatmatrix/osd/node';
import { type AccessUnit, type Codec, type Generation, generation, streamId } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeTestPicture } from '../../media-process/testing/h264-picture.ts';
import { GREEN_WHITE, LEFT, type TestPicture, type VideoOutputBench, videoOutputContract } from '../contract/index.ts';
import type { VideoOutput, VideoOutputEvent } from '../video-output.ts';
import { openX11Desk } from './desk.ts';
import type { DeskWindowEvent } from './desk-event.ts';
import type { DeskMonitor } from './monitor.ts';
import { eventually, startXvfb, type Xvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { openX11VideoOutput, type VideoDesk } from './video-output.ts';
import { openX11Connection } from './x11-connection.ts';

/** What the video's window shows while nothing is on: drivers/x11/panes.ts. */
const STAND_BY = '#0b0e13';

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  let xvfb: Xvfb;
  beforeAll(async () => {
    xvfb = await startXvfb({ width: 1280, height: 720 });
  });
  afterAll(() => xvfb[Symbol.asyncDispose]());

  videoOutputContract('the X11 display with h264', () => openBench(xvfb.display, 'h264'));
  videoOutputContract('the X11 display with jpeg', () => openBench(xvfb.display, 'jpeg'));

  test('codecs may change from one unit to the next', async () => {
    await using jpeg = await openBench(xvfb.display, 'jpeg');
    jpeg.driver.listen(() => undefined);
    const units = [
      await unitOf(GREEN_WHITE, { codec: 'jpeg', time: 1 }),
      await unitOf(GREEN_WHITE, { codec: 'h264', time: 2 }),
    ];
    for (const unit of units) {
      jpeg.driver.show(unit, null);
      await jpeg.settle();
      expect(jpeg.shown()).toBe(unit);
    }
  });
});

type OutputBench = VideoOutputBench & { shown(): AccessUnit | null };

async function openBench(display: string, codec: Codec): Promise<OutputBench> {
  const parts = new AsyncDisposableStack();
  const desk = parts.use(
    await openX11Desk({ url: `//${display}?window=640x360`, clock: systemClock, log: silentLog, environment: {} }),
  );
  const hand = parts.use(await openX11Connection(display, silentLog));
  const plug = pluggable(desk.window);
  const inner = parts.use(await openX11VideoOutput({ desk: plug.desk, clock: systemClock, log: silentLog }));
  let time = 0;
  const colourAt: VideoOutputBench['colourAt'] = async ({ x, y }) => {
    const place = [Math.floor(x * 640), Math.floor(y * 360)] as const;
    const { data } = await hand.ask<{ readonly data: Buffer }>((reply) =>
      hand.client.GetImage(2, desk.window.videoWindow, ...place, 1, 1, 0xffff_ffff, reply),
    );
    return `#${(data.readUInt32LE(0) & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
  };
  const watch = watched(inner);
  return {
    driver: watch.driver,
    shown: watch.shown,
    encode: (picture, of) => unitOf(picture, { codec, time: ++time, of }),
    plugMonitor: (monitor) => plug.set({ ...monitor, name: 'Bench', x: 0, y: 0 }),
    unplugMonitor: () => plug.set(null),
    colourAt,
    settle: () =>
      eventually(async () => {
        expect(watch.owed()).toBe(null);
        if (watch.cleared()) expect(await colourAt(LEFT)).toBe(STAND_BY);
      }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

async function unitOf(
  picture: TestPicture,
  { codec, time, of = generation(1) }: { readonly codec: Codec; readonly time: number; readonly of?: Generation },
): Promise<AccessUnit> {
  const bytes = codec === 'h264' ? await encodeTestPicture(picture) : await jpegOf(picture);
  return { stream: streamId(1), generation: of, codec, key: true, time, bytes };
}

function jpegOf({ left, right }: TestPicture): Promise<Uint8Array> {
  const surface = createSurface(640, 360);
  for (const [index, colour] of [left, right].entries()) {
    surface.context.fillStyle = colour;
    surface.context.fillRect(index * 320, 0, 320, 360);
  }
  return surface.encodeJpeg(80);
}

/** The desk's window with a monitor of the bench: an X server without hardware has one that cannot be pulled. */
function pluggable(window: VideoDesk) {
  let monitor: DeskMonitor | null = window.monitor;
  let listener: ((event: DeskWindowEvent) => void) | null = null;
  const desk: VideoDesk = {
    videoWindow: window.videoWindow,
    connection: window.connection,
    setPictureArea: (area) => window.setPictureArea(area),
    get monitor() {
      return monitor;
    },
    subscribe(given) {
      listener = given;
      return () => {
        listener = null;
      };
    },
  };
  return {
    desk,
    set(next: DeskMonitor | null) {
      monitor = next;
      listener?.({ type: 'monitor', monitor });
    },
  };
}

/** The driver, and which unit has not been answered. */
function watched(inner: VideoOutput) {
  let owed: AccessUnit | null = null;
  let shown: AccessUnit | null = null;
  let cleared = false;
  let newest = 0;
  const note = (event: VideoOutputEvent) => {
    if (event.type !== 'shown' && event.type !== 'undecodable') return;
    if (event.unit === owed) owed = null;
    if (event.type === 'shown') shown = event.unit;
  };
  const driver: VideoOutput = {
    codecs: inner.codecs,
    chromas: inner.chromas,
    listen(listener) {
      inner.listen((event) => {
        note(event);
        listener(event);
      });
    },
    show(unit, crop) {
      if (unit.generation >= newest) owed = unit;
      newest = Math.max(newest, unit.generation);
      cleared = false;
      inner.show(unit, crop);
    },
    clear() {
      cleared = true;
      inner.clear();
    },
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  };
  return { driver, owed: () => owed, shown: () => shown, cleared: () => cleared };
}
