import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { decodeImage } from '@seatmatrix/osd/node';
import type { AccessUnit, CaptureState } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { colourInUnit } from '../../media-process/testing/h264-picture.ts';
import { splitAnnexB } from '../../rtp/annex-b.ts';
import { RED_BLUE, sameColour } from '../contract/index.ts';
import type { VideoCapture } from '../video-capture.ts';
import { type PaintedScreen, paintScreen } from './testing/painted-screen.ts';
import { eventually, startXvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { openX11VideoCapture } from './video-capture.ts';

const HIGH_444 = 244;

describe.skipIf(!xvfbIsInstalled)('the X11 capture', () => {
  test('goes on with a key of the new size when the resolution changes', async () => {
    await using bench = await openBench();
    const { units, states } = bench;
    bench.capture.start();
    await eventually(() => expect(units).toHaveLength(1));
    await resize(bench.display, { width: 320, height: 200 });
    await eventually(() => expect(states.at(-1)).toMatchObject({ mode: { width: 320, height: 200 } }));
    await eventually(() => expect(units.filter(({ key }) => key)).toHaveLength(2));
    const resized = units.findLast(({ key }) => key);
    expect(parametersOf(resized)).not.toEqual(parametersOf(units[0]));
    await expect(colourInUnit(resized?.bytes ?? new Uint8Array(), { x: 0.1, y: 0.5 })).resolves.toSatisfy(
      (colour: string) => sameColour(colour, RED_BLUE.left),
    );
  });

  test('encodes 4:4:4 when that is wanted, and says what does it', async () => {
    await using bench = await openBench();
    bench.capture.configure({ chroma: '4:4:4' });
    bench.capture.start();
    await eventually(() => expect(bench.units.length).toBeGreaterThan(0));

    expect(parametersOf(bench.units.at(-1))?.[1]).toBe(HIGH_444);
    expect(
      sameColour(await colourInUnit(bench.units.at(-1)?.bytes ?? new Uint8Array(), { x: 0.25, y: 0.5 }), RED_BLUE.left),
    ).toBe(true);

    bench.capture.configure({ chroma: '4:2:0' });
    await eventually(() => expect(parametersOf(bench.units.at(-1))?.[1]).not.toBe(HIGH_444));
    expect(bench.engines[0]).toMatch(/^\w+: /);
  });

  test('shows the mouse pointer, where it is', async () => {
    await using bench = await openBench();
    const xtest = await bench.screen.connection.extension('xtest');
    // An X server without a window manager has a black cross.
    const move = (x: number, y: number) => xtest?.FakeInput(6, 0, 0, bench.screen.connection.screen.root, x, y);
    move(100, 100);
    bench.capture.start();
    const darkAt = async (x: number, y: number) => {
      bench.capture.wantKeyFrame();
      await bench.next();
      const unit = bench.units.at(-1);
      return !sameColour(
        await colourInUnit(unit?.bytes ?? new Uint8Array(), { x: x / 640, y: y / 360 }),
        RED_BLUE.left,
      );
    };
    await eventually(async () => expect(await darkAt(100, 100)).toBe(true));
    move(200, 250);
    await eventually(async () => expect(await darkAt(200, 250)).toBe(true));
    expect(await darkAt(100, 100)).toBe(false);
  });

  test('does not show a screen of 30 bits in wrong colours, but says what it has', async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360, depth: 30 });
    const options = { url: `//${xvfb.display}`, clock: systemClock, log: silentLog };
    await expect(openX11VideoCapture(options)).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringContaining('has 30 bits a pixel; 24 are needed'),
    });
  });

  test('falls back on the grabber of GStreamer, and says why', async () => {
    await using bench = await openBench('?grab=ximagesrc');
    expect(bench.engines[0]).toContain('ximagesrc');
    expect(bench.states[0]).toMatchObject({ type: 'signal', mode: { width: 640, height: 360 } });
    bench.capture.start();
    await bench.next();
    expect(bench.units[0]?.key).toBe(true);
    const colour = await colourInUnit(bench.units[0]?.bytes ?? new Uint8Array(), { x: 0.25, y: 0.3 });
    expect(sameColour(colour, RED_BLUE.left)).toBe(true);
  });

  test.each(['', '?grab=ximagesrc'])('makes small pictures beside the stream, in each chroma (%j)', async (grab) => {
    await using bench = await openBench(grab);
    expect(await smallSize(bench.capture)).toEqual([320, 180]);
    bench.capture.start();
    await bench.next();
    for (const chroma of ['4:4:4', '4:2:0'] as const) {
      bench.capture.configure({ chroma });
      await bench.next();
      expect(await smallSize(bench.capture)).toEqual([320, 180]);
    }
  });

  test('makes small pictures of the new size when the resolution changes', async () => {
    await using bench = await openBench();
    expect(await smallSize(bench.capture)).toEqual([320, 180]);
    await resize(bench.display, { width: 320, height: 240 });
    await eventually(async () => expect(await smallSize(bench.capture)).toEqual([240, 180]));
  });

  test('by the grabber of GStreamer does not crash when the chroma changes in mid-stream', async () => {
    await using bench = await openBench('?grab=ximagesrc');
    bench.capture.start();
    await bench.next();
    for (const chroma of ['4:4:4', '4:2:0', '4:4:4', '4:2:0'] as const) {
      bench.capture.configure({ chroma });
      const full = () => parametersOf(bench.units.findLast(({ key }) => key))?.[1] === HIGH_444;
      await eventually(() => expect(full()).toBe(chroma === '4:4:4'));
    }
    expect(bench.states.map(({ type }) => type)).toEqual(['signal']);
  });
});

async function openBench(options = '') {
  const parts = new AsyncDisposableStack();
  const xvfb = parts.use(await startXvfb({ width: 640, height: 360 }));
  const screen: PaintedScreen = parts.use(await paintScreen(xvfb.display, RED_BLUE));
  const capture: VideoCapture = parts.use(
    await openX11VideoCapture({ url: `//${xvfb.display}${options}`, clock: systemClock, log: silentLog }),
  );
  const units: AccessUnit[] = [];
  const states: CaptureState[] = [];
  const engines: string[] = [];
  capture.listen((event) => {
    if (event.type === 'unit') units.push(event.unit);
    else if (event.type === 'state') states.push(event.state);
    else if (event.type === 'engine') engines.push(event.engine);
  });
  return {
    capture,
    display: xvfb.display,
    screen,
    units,
    states,
    engines,
    async next() {
      const before = units.length;
      await eventually(() => expect(units.length).toBeGreaterThan(before));
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

async function smallSize(capture: VideoCapture): Promise<readonly number[]> {
  const { width, height } = await decodeImage((await capture.preview(320)) ?? new Uint8Array());
  return [width, height];
}

/** Another mode, as somebody at the computer would set it. */
async function resize(display: string, { width, height }: { readonly width: number; readonly height: number }) {
  const timing = [width, width + 10, width + 20, width + 30, height, height + 10, height + 20, height + 30];
  const steps = [
    ['--newmode', 'other', '10', ...timing.map(String)],
    ['--addmode', 'screen', 'other'],
    ['--output', 'screen', '--mode', 'other'],
  ];
  for (const step of steps) await run('xrandr', ['--display', display, ...step]);
}

const run = promisify(execFile);

const parametersOf = (unit: AccessUnit | undefined): Uint8Array | undefined =>
  splitAnnexB(unit?.bytes ?? new Uint8Array()).find((nal) => ((nal[0] ?? 0) & 0x1f) === 7);
