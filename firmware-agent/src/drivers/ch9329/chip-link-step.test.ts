import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHIP_BAUDS } from './chip-link.ts';
import type { ChipReport } from './report-queue.ts';
import { type Mishap, ScriptedChip } from './testing/scripted-chip.ts';

const keyboard = (...keys: readonly number[]): ChipReport => ({
  kind: 'keyboard',
  data: Uint8Array.from([0, 0, ...keys, 0, 0, 0, 0, 0, 0].slice(0, 8)),
});
const relative = (dx: number, dy = 0, buttons = 0): ChipReport => ({ kind: 'relative', buttons, dx, dy, wheel: 0 });
const absolute = (x: number, buttons = 0): ChipReport => ({ kind: 'absolute', buttons, x, y: 0, wheel: 0 });

function found(): ScriptedChip {
  const chip = new ScriptedChip();
  chip.plug();
  chip.pass(1000);
  chip.obeyed.length = 0;
  chip.sent.length = 0;
  return chip;
}

const keysOf = (chip: ScriptedChip) => chip.obeyed.filter(({ command }) => command === 2).map(({ data }) => data[2]);
const moves = (chip: ScriptedChip) => chip.obeyed.filter(({ command }) => command === 5).map(({ data }) => data);
const signed = (byte = 0) => (byte << 24) >> 24;
const travelled = (chip: ScriptedChip) => moves(chip).reduce((sum, data) => sum + signed(data[2]), 0);

describe('finding the chip', () => {
  test.each(CHIP_BAUDS)('at %i baud', (baud) => {
    const chip = new ScriptedChip();
    chip.baud = baud;
    chip.plug();
    chip.pass(2000);
    expect(chip.link.phase).toBe('found');
    expect(chip.link.baud).toBe(baud);
    expect(chip.events).toEqual([{ type: 'host', state: 'awake' }]);
  });

  test('the rate at which it answered is tried first when the line comes back', () => {
    const chip = new ScriptedChip();
    chip.baud = 19_200;
    chip.plug();
    chip.pass(2000);
    chip.unplug();
    const before = chip.sent.length;
    chip.plug();
    expect(chip.link.phase).toBe('found');
    expect(chip.sent[before]?.command).toBe(1);
  });

  test('a chip that answers nowhere is told after one round of rates, and sought on', () => {
    const chip = new ScriptedChip();
    chip.baud = 1200;
    chip.plug();
    chip.pass(1000);
    expect(chip.sought).toBe(1);
    chip.baud = 57_600;
    chip.pass(2000);
    expect(chip.link.phase).toBe('found');
  });

  test('it is told to let go of everything before anything is pressed', () => {
    const chip = new ScriptedChip();
    chip.report(keyboard(4));
    chip.plug();
    chip.pass(300);
    expect(chip.obeyed.map(({ command }) => command)).toEqual([2, 3, 3, 5, 2]);
    expect(keysOf(chip)).toEqual([0, 4]);
  });
});

describe('reports', () => {
  test('strokes of a burst arrive each, in the order in which they came', () => {
    const chip = found();
    for (const key of [4, 0, 5, 0, 6, 0]) chip.report(keyboard(key));
    chip.pass(100);
    expect(keysOf(chip)).toEqual([4, 0, 5, 0, 6, 0]);
  });

  test('a movement that needs several frames takes them, with the button held in each', () => {
    const chip = found();
    chip.report(relative(300, -200, 1));
    chip.pass(100);
    expect(moves(chip).map((data) => [data[1], signed(data[2]), signed(data[3])])).toEqual([
      [1, 127, -127],
      [1, 127, -73],
      [1, 46, 0],
    ]);
  });

  test('whose answer is lost are sent again once the chip has answered GET_INFO, without their movement', () => {
    const chip = found();
    chip.mishaps = ['lost-answer'];
    chip.report(relative(50, 0, 1));
    chip.pass(200);
    expect(chip.sent.slice(0, 3).map(({ command }) => command)).toEqual([5, 1, 5]);
    expect(travelled(chip)).toBe(50);
    expect(moves(chip).at(-1)?.[1]).toBe(1);
  });

  test('that arrived broken are sent again whole', () => {
    const chip = found();
    chip.mishaps = ['sum-refused'];
    chip.report(relative(50));
    chip.pass(200);
    expect(travelled(chip)).toBe(50);
  });

  test('wait while the computer takes none, and then the newest count', () => {
    const chip = found();
    chip.mishaps = ['operate-refused', 'operate-refused', 'operate-refused'];
    for (const key of [4, 0, 5, 0, 6]) chip.report(keyboard(key));
    chip.report(absolute(7));
    chip.report(absolute(9));
    chip.pass(500);
    expect(keysOf(chip)).toEqual([6]);
    expect(chip.obeyed.filter(({ command }) => command === 4).map(({ data }) => data[2])).toEqual([9]);
  });
});

describe('the computer', () => {
  test('its LEDs and its coming and going are told, each once', () => {
    const chip = found();
    chip.events.length = 0;
    chip.leds = 0b10;
    chip.pass(600);
    chip.connected = false;
    chip.pass(600);
    chip.connected = true;
    chip.pass(600);
    expect(chip.events).toEqual([
      { type: 'leds', leds: { numLock: false, capsLock: true, scrollLock: false } },
      { type: 'host', state: 'unplugged' },
      { type: 'host', state: 'awake' },
    ]);
  });

  test('that comes back is told to let go, and then what is held', () => {
    const chip = found();
    chip.connected = false;
    chip.pass(300);
    chip.report(keyboard(4));
    chip.report(keyboard(5));
    chip.connected = true;
    chip.pass(300);
    expect(keysOf(chip)).toEqual([0, 5]);
  });
});

test('a chip that falls silent is unplugged within half a second, and sought again', () => {
  const chip = found();
  chip.baud = 1200;
  chip.report(keyboard(4));
  chip.pass(500);
  expect(chip.events.at(-1)).toEqual({ type: 'host', state: 'unplugged' });
  expect(chip.warnings).toEqual(['the chip does not answer any more']);
  chip.baud = 9600;
  chip.pass(2000);
  expect(chip.events.at(-1)).toEqual({ type: 'host', state: 'awake' });
  expect(keysOf(chip)).toEqual([0, 4]);
});

test('resting lets go of everything, and nothing is written afterwards', () => {
  const chip = found();
  chip.report(keyboard(4));
  chip.report(absolute(100, 1));
  chip.pass(100);
  chip.mishaps = ['lost-answer'];
  chip.rest();
  chip.pass(500);
  expect(chip.rested).toBe(true);
  expect(keysOf(chip).at(-1)).toBe(0);
  const released = chip.obeyed.filter(({ command }) => command === 4).at(-1);
  expect([released?.data[1], released?.data[2]]).toEqual([0, 100]);
  const sent = chip.sent.length;
  chip.report(keyboard(5));
  chip.pass(5000);
  expect(chip.sent).toHaveLength(sent);
});

const mishap = fc.constantFrom<Mishap>(
  'none',
  'none',
  'lost-command',
  'lost-answer',
  'noise',
  'wrong-sum',
  'sum-refused',
  'operate-refused',
);

test('whatever happens on the line, the computer holds in the end what was written last', () => {
  const report = fc.oneof(
    fc.integer({ min: 0, max: 6 }).map((key) => keyboard(key)),
    fc.record({ dx: fc.integer({ min: -500, max: 500 }), buttons: fc.integer({ min: 0, max: 3 }) }).map((move) => {
      return relative(move.dx, 0, move.buttons);
    }),
    fc.record({ x: fc.integer({ min: 0, max: 4095 }), buttons: fc.integer({ min: 0, max: 3 }) }).map((place) => {
      return absolute(place.x, place.buttons);
    }),
  );
  const move = fc.oneof(
    { weight: 6, arbitrary: fc.record({ report, wait: fc.integer({ min: 0, max: 30 }) }) },
    { weight: 1, arbitrary: fc.record({ noise: fc.uint8Array({ maxLength: 80 }), wait: fc.constant(5) }) },
    { weight: 1, arbitrary: fc.record({ pulled: fc.integer({ min: 0, max: 700 }), wait: fc.constant(0) }) },
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), fc.array(mishap, { maxLength: 80 }), (played, mishaps) => {
      const chip = found();
      chip.mishaps = [...mishaps];
      for (const each of played) {
        if ('report' in each) chip.report(each.report);
        else if ('noise' in each) chip.bytes(each.noise);
        else {
          chip.unplug();
          chip.pass(each.pulled);
          chip.plug();
        }
        chip.pass(each.wait);
        expect(chip.link.queue.length).toBeLessThanOrEqual(18);
      }
      chip.mishaps = [];
      chip.pass(5000);
      const newest = (kind: ChipReport['kind']) =>
        played.flatMap((each) => ('report' in each && each.report.kind === kind ? [each.report] : [])).at(-1);
      const got = (command: number) => chip.obeyed.filter((frame) => frame.command === command).at(-1);
      const keys = newest('keyboard');
      if (keys?.kind === 'keyboard') expect(got(2)?.data).toEqual(keys.data);
      const moved = newest('relative');
      if (moved?.kind === 'relative') expect(got(5)?.data[1]).toBe(moved.buttons);
      const placed = newest('absolute');
      if (placed?.kind === 'absolute') {
        const data = got(4)?.data ?? [];
        expect([data[1], (data[2] ?? 0) + (data[3] ?? 0) * 256]).toEqual([placed.buttons, placed.x]);
      }
    }),
    { numRuns: 300 },
  );
});

test('on a line without mishaps every movement arrives, whole and once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 30 }), (distances) => {
      const chip = found();
      for (const distance of distances) chip.report(relative(distance));
      chip.pass(5000);
      // Up to the bound of what may wait.
      const sum = distances.reduce((total, distance) => Math.max(-4096, Math.min(4096, total + distance)), 0);
      expect(travelled(chip)).toBe(sum);
    }),
  );
});
