import { type AccessUnit, type Generation, generation, type VideoMode } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { VideoOutput, VideoOutputEvent } from '../video-output.ts';
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

/** A screen on the box's video socket. A monitor is plugged in when the bench opens. */
export interface VideoOutputBench extends Bench<VideoOutput> {
  /** A key unit of this picture. */
  encode(picture: TestPicture, generation: Generation): Promise<AccessUnit>;
  plugMonitor(monitor: { readonly mode: VideoMode; readonly edid: Uint8Array }): void;
  unplugMonitor(): void;
  /** What the screen shows there, `#rrggbb`, the overlay left aside. */
  colourAt(point: PicturePoint): Promise<string>;
}

const first = generation(1);
const second = generation(2);

export function videoOutputContract(implementation: string, openBench: () => Promise<VideoOutputBench>): void {
  describe(`${implementation} keeps the contract of a video output`, () => {
    test('listening first tells the monitor, and later that it went and which one came', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      expect(events.map((event) => event.type)).toEqual(['monitor']);

      const monitor = { mode: { width: 1280, height: 720, rate: 60 }, edid: new Uint8Array(128).fill(3) };
      bench.unplugMonitor();
      await bench.settle();
      bench.plugMonitor(monitor);
      await bench.settle();

      expect(events.slice(1)).toEqual([{ type: 'no-monitor' }, { type: 'monitor', ...monitor }]);
    });

    test('a unit is shown and told', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const unit = await bench.encode(RED_BLUE, first);
      bench.driver.show(unit, null);
      await bench.settle();

      expect(events).toContainEqual({ type: 'shown', unit });
      await expectPicture(bench, RED_BLUE);
    });

    test('a crop fills the screen with its part of the picture', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.show(await bench.encode(RED_BLUE, first), { left: 0.5, top: 0, width: 0.5, height: 1 });
      await bench.settle();

      await expectPicture(bench, { left: RED_BLUE.right, right: RED_BLUE.right });
    });

    test('of units that wait the newest of the newest generation wins', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      const old = await bench.encode(RED_BLUE, first);
      const replaced = await bench.encode(BLACK_YELLOW, second);
      const newest = await bench.encode(GREEN_WHITE, second);
      bench.driver.show(old, null);
      bench.driver.show(replaced, null);
      bench.driver.show(newest, null);
      bench.driver.show(old, null);
      await bench.settle();

      await expectPicture(bench, GREEN_WHITE);
    });

    test('a unit that cannot be decoded is told, and the last picture stays', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      const good = await bench.encode(RED_BLUE, first);
      bench.driver.show(good, null);
      await bench.settle();
      const broken: AccessUnit = { ...good, bytes: new Uint8Array([1, 2, 3, 4]) };
      bench.driver.show(broken, null);
      await bench.settle();

      expect(events).toContainEqual({ type: 'undecodable', unit: broken });
      await expectPicture(bench, RED_BLUE);

      bench.driver.show(await bench.encode(GREEN_WHITE, first), null);
      await bench.settle();
      await expectPicture(bench, GREEN_WHITE);
    });

    test('clearing takes the picture away until the next unit', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.driver.show(await bench.encode(RED_BLUE, first), null);
      await bench.settle();
      bench.driver.clear();
      await bench.settle();
      expect(sameColour(await bench.colourAt(LEFT), RED_BLUE.left)).toBe(false);
      expect(sameColour(await bench.colourAt(RIGHT), RED_BLUE.right)).toBe(false);

      bench.driver.show(await bench.encode(GREEN_WHITE, first), null);
      await bench.settle();
      await expectPicture(bench, GREEN_WHITE);
    });

    test('a picture that came while there was no monitor stands on the next one', async () => {
      await using bench = await openBench();
      listen(bench.driver);
      bench.unplugMonitor();
      await bench.settle();
      bench.driver.show(await bench.encode(RED_BLUE, first), null);
      await bench.settle();
      bench.plugMonitor({ mode: { width: 1280, height: 720, rate: 60 }, edid: new Uint8Array(128) });
      await bench.settle();

      await expectPicture(bench, RED_BLUE);
    });

    test('after disposing nothing more is told', async () => {
      await using bench = await openBench();
      const events = listen(bench.driver);
      await bench.settle();
      await bench.driver[Symbol.asyncDispose]();
      const told = events.length;
      bench.unplugMonitor();
      await bench.settle();

      expect(events).toHaveLength(told);
    });
  });
}

function listen(driver: VideoOutput): VideoOutputEvent[] {
  const events: VideoOutputEvent[] = [];
  // What decodes is for people, and told when it is known.
  driver.listen((event) => void (event.type !== 'engine' && events.push(event)));
  return events;
}

async function expectPicture(bench: VideoOutputBench, picture: TestPicture): Promise<void> {
  const colours = { left: await bench.colourAt(LEFT), right: await bench.colourAt(RIGHT) };
  expect({
    colours,
    left: sameColour(colours.left, picture.left),
    right: sameColour(colours.right, picture.right),
  }).toEqual({ colours, left: true, right: true });
}
