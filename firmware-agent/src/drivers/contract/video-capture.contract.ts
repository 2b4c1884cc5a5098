import type { AccessUnit, CaptureState } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { VideoCapture } from '../video-capture.ts';
import {
  type Bench,
  BLACK_YELLOW,
  GREEN_WHITE,
  LEFT,
  type PicturePoint,
  RED_BLUE,
  RIGHT,
  sameColour,
  type TestPicture,
} from './bench.ts';

/** A computer with a cable to the capture input. It shows RED_BLUE when the bench opens. */
export interface VideoCaptureBench extends Bench<VideoCapture> {
  /** What this input cannot know or do, with the reason. */
  readonly capabilities?: {
    /** Why a pulled cable is not told from a sleeping computer. */
    readonly noCable?: string;
    readonly noEdid?: string;
  };
  paint(picture: TestPicture): void;
  /** Pulls the cable, puts the computer to sleep, or back; a `signal` brings the last picture again. */
  setState(state: 'no-cable' | 'no-signal' | 'signal'): void;
  /** Unplugs the monitor and plugs it in again, as the computer sees it. */
  hotPlug(): void;
  /** What the computer reads from the input; null before it was offered any. */
  edid(): Uint8Array | null;
  /** Decodes the unit, which is a key, alone. */
  colourIn(unit: AccessUnit, point: PicturePoint): Promise<string>;
}

export function videoCaptureContract(implementation: string, openBench: () => Promise<VideoCaptureBench>): void {
  describe(`${implementation} keeps the contract of a video capture`, () => {
    test('listening first tells the state, and later every change of it', async () => {
      await using bench = await openBench();
      const { states } = listen(bench.driver);
      await bench.settle();
      const cable = bench.capabilities?.noCable === undefined ? (['no-cable'] as const) : [];
      const changes = ['no-signal', ...cable, 'signal'] as const;
      for (const state of changes) {
        bench.setState(state);
        await bench.settle();
      }

      expect(states.map((state) => state.type)).toEqual(['signal', ...changes]);
    });

    test('no unit comes before the start', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.paint(GREEN_WHITE);
      await bench.settle();

      expect(units).toEqual([]);
    });

    test('the start brings the picture that stands there, as a key of generation 0', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();

      const [unit] = units;
      expect(unit).toMatchObject({ key: true, generation: 0 });
      await shows(bench, { unit, picture: RED_BLUE });
    });

    test('units come only when the picture changes', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      const still = units.length;
      await bench.settle();
      expect(units).toHaveLength(still);

      bench.paint(GREEN_WHITE);
      await bench.settle();
      expect(units.length).toBeGreaterThan(still);
    });

    test('a wanted key frame comes although the picture stands still', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      bench.paint(GREEN_WHITE);
      await bench.settle();
      const before = units.length;
      bench.driver.wantKeyFrame();
      await bench.settle();

      const unit = units[before];
      expect(unit?.key).toBe(true);
      await shows(bench, { unit, picture: GREEN_WHITE });
    });

    test('when pictures come faster than they are encoded the newest wins, and time rises', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      for (const picture of [GREEN_WHITE, RED_BLUE, GREEN_WHITE, BLACK_YELLOW]) bench.paint(picture);
      await bench.settle();
      const before = units.length;
      bench.driver.wantKeyFrame();
      await bench.settle();

      await shows(bench, { unit: units[before], picture: BLACK_YELLOW });
      const times = units.map((unit) => unit.time);
      expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
    });

    test('without a signal no unit comes, and its return brings a key', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      bench.setState('no-signal');
      await bench.settle();
      const before = units.length;
      bench.driver.wantKeyFrame();
      await bench.settle();
      expect(units).toHaveLength(before);

      bench.setState('signal');
      await bench.settle();
      expect(units[before]?.key).toBe(true);
    });

    test('after a stop no unit comes until the next start', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      bench.driver.stop();
      const before = units.length;
      bench.paint(GREEN_WHITE);
      await bench.settle();
      expect(units).toHaveLength(before);

      bench.driver.start();
      await bench.settle();
      expect(units[before]?.key).toBe(true);
      await shows(bench, { unit: units[before], picture: GREEN_WHITE });
    });

    test('a small picture shows what stands there, started or not, and the stream does not notice', async () => {
      await using bench = await openBench();
      const { units } = listen(bench.driver);
      await bench.settle();
      await showsSmall(await bench.driver.preview(320), RED_BLUE);
      bench.paint(GREEN_WHITE);
      await bench.settle();
      await showsSmall(await bench.driver.preview(320), GREEN_WHITE);
      expect(units).toEqual([]);

      bench.driver.start();
      await bench.settle();
      const before = units.length;
      await shows(bench, { unit: units[0], picture: GREEN_WHITE });
      await showsSmall(await bench.driver.preview(320), GREEN_WHITE);
      await bench.settle();
      expect(units).toHaveLength(before);
    });

    test('after a time without a signal a small picture shows what stands there again', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      await bench.settle();
      bench.setState('no-signal');
      await bench.settle();
      await bench.driver.preview(320);
      bench.setState('signal');
      await bench.settle();
      await showsSmall(await bench.driver.preview(320), RED_BLUE);
    });

    test('an EDID reaches the computer with its next hot-plug', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      const edid = new Uint8Array(128).fill(7);
      bench.driver.setEdid(edid);
      bench.hotPlug();
      await bench.settle();

      expect(bench.edid()).toEqual(bench.capabilities?.noEdid === undefined ? edid : null);
    });

    test('after disposing nothing more is told', async () => {
      await using bench = await openBench();
      const { states, units } = listen(bench.driver);
      bench.driver.start();
      await bench.settle();
      await bench.driver[Symbol.asyncDispose]();
      const told = [states.length, units.length];
      bench.paint(GREEN_WHITE);
      bench.setState('no-signal');
      await bench.settle();

      expect([states.length, units.length]).toEqual(told);
    });
  });
}

function listen(driver: VideoCapture): { readonly states: CaptureState[]; readonly units: AccessUnit[] } {
  const states: CaptureState[] = [];
  const units: AccessUnit[] = [];
  driver.listen((event) => {
    if (event.type === 'state') states.push(event.state);
    if (event.type === 'unit') units.push(event.unit);
  });
  return { states, units };
}

async function shows(
  bench: VideoCaptureBench,
  { unit, picture }: { readonly unit: AccessUnit | undefined; readonly picture: TestPicture },
): Promise<void> {
  expect(unit).toBeDefined();
  if (unit === undefined) return;
  expect(sameColour(await bench.colourIn(unit, LEFT), picture.left)).toBe(true);
  expect(sameColour(await bench.colourIn(unit, RIGHT), picture.right)).toBe(true);
}

/** A jpeg of the size that pages have room for. */
async function showsSmall(jpeg: Uint8Array | null, picture: TestPicture): Promise<void> {
  expect(jpeg).not.toBeNull();
  if (jpeg === null) return;
  // Loaded when it is wanted: the contracts of keyboards also run where there is no canvas.
  const { createSurface, decodeImage } = await import('@seatmatrix/osd/node');
  const decoded = await decodeImage(jpeg);
  expect([decoded.width, decoded.height]).toEqual([320, 180]);
  const surface = createSurface(320, 180);
  surface.draw(decoded, { target: { x: 0, y: 0, width: 320, height: 180 } });
  const colourAt = ({ x, y }: PicturePoint) => {
    const pixel = surface.readPixels({ x: Math.floor(x * 320), y: Math.floor(y * 180), width: 1, height: 1 });
    return `#${Buffer.from(pixel.subarray(0, 3)).toString('hex')}`;
  };
  expect([sameColour(colourAt(LEFT), picture.left), sameColour(colourAt(RIGHT), picture.right)]).toEqual([true, true]);
}
