import { createSurface } from '@seatmatrix/osd/node';
import { type AccessUnit, generation, streamId } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { BLACK_YELLOW, GREEN_WHITE, LEFT, RED_BLUE, RIGHT, sameColour, type TestPicture } from '../contract/index.ts';
import type { VideoOutputEvent } from '../video-output.ts';
import { openX11Desk } from './desk.ts';
import { paintScreen } from './testing/painted-screen.ts';
import { eventually, startXvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { openX11VideoCapture } from './video-capture.ts';
import { openX11VideoOutput } from './video-output.ts';
import { openX11Connection } from './x11-connection.ts';

describe.skipIf(!xvfbIsInstalled)("a computer's screen on a desk's screen", () => {
  test.each(['4:2:0', '4:4:4'] as const)('is there, and follows every change, in %s', async (chroma) => {
    await using bench = await openBench();
    bench.capture.configure({ chroma });
    bench.capture.start();
    await bench.expectPicture(RED_BLUE);
    for (const picture of [GREEN_WHITE, BLACK_YELLOW, RED_BLUE]) {
      bench.screen.paint(picture);
      await bench.expectPicture(picture);
    }
    expect(bench.events.filter(({ type }) => type === 'undecodable')).toEqual([]);
  });

  test('fills the window again after that was made larger', async () => {
    await using bench = await openBench();
    bench.capture.start();
    await bench.expectPicture(RED_BLUE);
    bench.hand.client.ResizeWindow(bench.desk.window.xid, 800, 450);
    await bench.expectPicture(RED_BLUE, { width: 800, height: 450 });
  });

  test('has borders in a window of other proportions, and the pointer is told of them', async () => {
    await using bench = await openBench('640x480');
    bench.capture.start();
    await bench.expectPicture(RED_BLUE, { width: 640, height: 480 });
    await eventually(() => expect(bench.desk.window.pictureArea).toEqual({ x: 0, y: 60, width: 640, height: 360 }));
    expect([await bench.colourAt(100, 30), await bench.colourAt(100, 450)]).toEqual(['#000000', '#000000']);
  });

  test('stays when a jpeg comes that claims more pixels than any screen has, which nothing decodes', async () => {
    await using bench = await openBench();
    bench.capture.start();
    await bench.expectPicture(RED_BLUE);
    const before = bench.engineProcess();
    const bytes = await createSurface(64, 64).encodeJpeg(80);
    const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
    bytes.set([0xff, 0xdc, 0xff, 0xdc], frame + 5);
    bench.show({ codec: 'jpeg', key: true, bytes });
    expect(bench.events.filter(({ type }) => type === 'undecodable')).toHaveLength(1);
    bench.screen.paint(GREEN_WHITE);
    await bench.expectPicture(GREEN_WHITE);
    expect(bench.engineProcess()).toBe(before);
  });

  test('stays while its process is away, and is whole again after that', async () => {
    await using bench = await openBench();
    bench.capture.start();
    await bench.expectPicture(RED_BLUE);
    process.kill(Number(bench.engineProcess()), 'SIGKILL');
    await bench.expectPicture(RED_BLUE);
    bench.screen.paint(GREEN_WHITE);
    await bench.expectPicture(GREEN_WHITE);
  });
});

async function openBench(window = '640x360') {
  const parts = new AsyncDisposableStack();
  const size = { width: 640, height: 360 };
  const computer = parts.use(await startXvfb(size));
  const screen = parts.use(await paintScreen(computer.display, RED_BLUE));
  const xvfb = parts.use(await startXvfb({ width: 1280, height: 720 }));
  const ground = { clock: systemClock, log: silentLog };
  const desk = parts.use(await openX11Desk({ url: `//${xvfb.display}?window=${window}`, ...ground, environment: {} }));
  const hand = parts.use(await openX11Connection(xvfb.display, silentLog));
  const output = parts.use(await openX11VideoOutput({ desk: desk.window, ...ground }));
  const capture = parts.use(await openX11VideoCapture({ url: `//${computer.display}`, ...ground }));
  const events: VideoOutputEvent[] = [];
  output.listen((event) => {
    events.push(event);
    if (event.type === 'undecodable') capture.wantKeyFrame();
  });
  capture.listen((event) => {
    if (event.type !== 'unit') return;
    const unit: AccessUnit = { ...event.unit, generation: generation(1) };
    output.show(unit, null);
  });
  const colourAt = async (x: number, y: number) => {
    const { data } = await hand.ask<{ readonly data: Buffer }>((reply) =>
      hand.client.GetImage(2, desk.window.videoWindow, x, y, 1, 1, 0xffff_ffff, reply),
    );
    return `#${(data.readUInt32LE(0) & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
  };
  return {
    show: (unit: Pick<AccessUnit, 'codec' | 'key' | 'bytes'>) =>
      output.show({ stream: streamId(1), generation: generation(1), time: 0, ...unit }, null),
    capture,
    screen,
    desk,
    hand,
    events,
    colourAt,
    engineProcess: () => ('pid' in output ? output.pid : null),
    expectPicture: (picture: TestPicture, { width, height } = size) =>
      eventually(async () => {
        const left = await colourAt(Math.floor(LEFT.x * width), Math.floor(LEFT.y * height));
        const right = await colourAt(Math.floor(RIGHT.x * width), Math.floor(RIGHT.y * height));
        expect({ left, right, same: sameColour(left, picture.left) && sameColour(right, picture.right) }).toEqual({
          left,
          right,
          same: true,
        });
      }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
