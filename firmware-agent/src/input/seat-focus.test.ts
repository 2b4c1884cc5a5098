import { deviceKey, POINTER_MAX, type PointerInput, Usages } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PointerSurface,
  type SeatFocusInput,
  type SeatFocusOut,
  seatFocusStep,
  seatHolds,
  seatOfOne,
} from './seat-focus.ts';

const { A, F7 } = Usages;
const names = ['left', 'middle', 'right'] as const;

/** Which displays are online; the keyboard is at the left one. */
const seat = (...online: readonly boolean[]): SeatFocusInput => ({
  type: 'seat',
  displays: online.map((each, index) => ({ key: deviceKey(names[index] ?? String(index)), online: each })),
  own: deviceKey('left'),
});

const move = (dx: number, dy = 0, buttons = 0): SeatFocusInput => ({
  type: 'pointer',
  pointer: { buttons, position: null, movement: { dx, dy }, wheel: 0, tilt: 0 },
  surface: { type: 'focused' },
});

const place = (x: number, surface: PointerSurface, buttons = 0): SeatFocusInput => ({
  type: 'pointer',
  pointer: { buttons, position: { x, y: 0 }, movement: null, wheel: 0, tilt: 0 },
  surface,
});

const right = (pixels: number): readonly SeatFocusInput[] =>
  Array.from({ length: Math.ceil(pixels / 100) }, (_, index) => move(Math.min(100, pixels - index * 100)));
const left = (pixels: number): readonly SeatFocusInput[] =>
  Array.from({ length: Math.ceil(pixels / 100) }, (_, index) => move(-Math.min(100, pixels - index * 100)));

const run = (...inputs: readonly SeatFocusInput[]) =>
  runSteps(seatFocusStep, { state: seatOfOne(deviceKey('left')), inputs });

const lastPointer = (out: readonly SeatFocusOut[]): PointerInput | null | undefined =>
  out.findLast((each) => each.type === 'input')?.pointer;

const all = seat(true, true, true);

describe('the pointer', () => {
  test('moves a pixel of a 1920 × 1080 display a count, from the middle', () => {
    const { out } = run(all, move(-960), move(1919 - 960), move(960, 540));

    expect(out.map((each) => each.type === 'input' && each.pointer?.position)).toEqual([
      { x: 0, y: 16_399 },
      { x: Math.round((959 * POINTER_MAX) / 1919), y: 16_399 },
      { x: POINTER_MAX, y: POINTER_MAX },
    ]);
  });

  test('crosses the right edge into the next display, at the same height', () => {
    const { out, state } = run(all, move(0, 100), ...right(970));

    expect(state.focused).toBe('middle');
    const crossed = out.findIndex((each) => each.type === 'focus');
    const y = Math.round((640 * POINTER_MAX) / 1079);
    expect(out.slice(crossed, crossed + 3)).toEqual([
      { type: 'focus', display: 'left', focused: false, pointer: null, unasked: false },
      {
        type: 'focus',
        display: 'middle',
        focused: true,
        pointer: { x: Math.round((10 * POINTER_MAX) / 1919), y },
        unasked: false,
      },
      {
        type: 'input',
        display: 'middle',
        keys: [],
        pointer: {
          buttons: 0,
          position: { x: Math.round((10 * POINTER_MAX) / 1919), y },
          movement: null,
          wheel: 0,
          tilt: 0,
        },
      },
    ]);
  });

  test('crosses back', () => {
    expect(run(all, ...right(1000), ...left(50)).state.focused).toBe('left');
  });

  test('stops at the outer edges', () => {
    const rightmost = run(all, ...right(10_000));
    expect(rightmost.state.focused).toBe('right');
    expect(lastPointer(rightmost.out)?.position?.x).toBe(POINTER_MAX);

    const leftmost = run(all, ...left(10_000));
    expect(leftmost.state.focused).toBe('left');
    expect(lastPointer(leftmost.out)?.position?.x).toBe(0);
  });

  test('skips a display that is offline', () => {
    expect(run(seat(true, false, true), ...right(1000)).state.focused).toBe('right');
    expect(run(seat(true, false, false), ...right(1000)).state.focused).toBe('left');
  });

  test('stays on the display while a button is held, and crosses when it is up', () => {
    const dragged = run(all, move(0, 0, 1), ...right(500).map(() => move(2000, 0, 1)));
    expect(dragged.state.focused).toBe('left');
    expect(lastPointer(dragged.out)).toMatchObject({ buttons: 1, position: { x: POINTER_MAX } });

    const released = runSteps(seatFocusStep, { state: dragged.state, inputs: [move(0, 0, 0), move(1)] });
    expect(released.state.focused).toBe('middle');
  });

  test('with a button that goes down in the very report that crosses presses it on the new display', () => {
    const { out } = run(all, move(959), move(5, 0, 1));

    expect(out.slice(-2).map((each) => each.type === 'input' && [each.display, each.pointer?.buttons])).toEqual([
      ['middle', 0],
      ['middle', 1],
    ]);
  });
});

describe('how far the pointer went', () => {
  const movements = (out: readonly SeatFocusOut[]) =>
    out.flatMap((each) => (each.type === 'input' && each.pointer !== null ? [each.pointer.movement] : []));
  const at = (x: number, y: number, surface: PointerSurface = { type: 'display', number: 1 }): SeatFocusInput => ({
    type: 'pointer',
    pointer: {
      buttons: 0,
      position: { x: Math.round((x * POINTER_MAX) / 1919), y: Math.round((y * POINTER_MAX) / 1079) },
      movement: null,
      wheel: 0,
      tilt: 0,
    },
    surface,
  });

  test('is what the mouse said, beyond the edge of the seat too', () => {
    const { out } = run(all, move(-900, 3), move(-900, -3), move(-400), move(400));

    expect(movements(out)).toEqual([
      { dx: -900, dy: 3 },
      { dx: -900, dy: -3 },
      { dx: -400, dy: 0 },
      { dx: 400, dy: 0 },
    ]);
  });

  test('is not known on the display that it entered, also when a button went down as it did', () => {
    expect(movements(run(all, move(959), move(5, 0, 1), move(6, 0, 1)).out)).toEqual([
      { dx: 959, dy: 0 },
      null,
      null,
      { dx: 6, dy: 0 },
    ]);
  });

  test('of a touch screen is the difference of its positions: the first one moves nothing', () => {
    const { out } = run(all, at(100, 200), at(110, 190), at(110, 190), at(1900, 0));

    expect(movements(out)).toEqual([null, { dx: 10, dy: -10 }, { dx: 0, dy: 0 }, { dx: 1790, dy: -190 }]);
  });

  test('of a touch screen is its own way although a mouse moved between', () => {
    expect(movements(run(all, at(100, 100), move(500), at(103, 100)).out)).toEqual([
      null,
      { dx: 500, dy: 0 },
      { dx: 3, dy: 0 },
    ]);
  });

  test.each<[string, SeatFocusInput]>([
    ['F7', { type: 'focus', number: 2 }],
    ['the mouse', move(960)],
  ])('is not known for the first position after %s took the focus elsewhere', (_, taken) => {
    const { out } = run(all, at(1919, 500), taken, at(5, 500), at(6, 500));

    expect(movements(out).at(-2)).toBeNull();
    expect(movements(out).at(-1)).toEqual({ dx: 1, dy: 0 });
  });

  test('of a finger that is dragged beyond the display is the finger’s', () => {
    const held = (x: number, number: number): SeatFocusInput => {
      const input = at(x, 0, { type: 'display', number });
      return input.type === 'pointer' ? { ...input, pointer: { ...input.pointer, buttons: 1 } } : input;
    };
    expect(movements(run(all, held(1900, 1), held(10, 2), held(30, 2)).out)).toEqual([
      null,
      { dx: 30, dy: 0 },
      { dx: 20, dy: 0 },
    ]);
  });

  test('adds up to the way from the first position to the last, whatever lies between', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: POINTER_MAX }), fc.integer({ min: 0, max: POINTER_MAX }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 40 }), (positions) => {
        const inputs = positions.map(([x, y]): SeatFocusInput => {
          const pointer = { buttons: 0, position: { x, y }, movement: null, wheel: 0, tilt: 0 };
          return { type: 'pointer', pointer, surface: { type: 'display', number: 1 } };
        });
        const { out } = run(all, ...inputs);
        const [first, ...rest] = movements(out);
        const sum = rest.reduce((so, each) => so + (each?.dx ?? Number.NaN), 0);
        const pixel = (x = 0): number => Math.round((x * 1919) / POINTER_MAX);

        expect(first).toBeNull();
        expect(sum).toBe(pixel(positions.at(-1)?.[0]) - pixel(positions[0]?.[0]));
      }),
    );
  });
});

describe('an absolute pointer', () => {
  test('on the display in focus stays there', () => {
    const { out, state } = run(all, place(100, { type: 'focused' }), place(POINTER_MAX, { type: 'focused' }));

    expect(state.focused).toBe('left');
    expect(out.map((each) => each.type === 'input' && each.pointer?.position?.x)).toEqual([100, POINTER_MAX]);
  });

  test('on a display by its number takes the focus there', () => {
    const { out, state } = run(all, place(100, { type: 'display', number: 3 }));

    expect(state.focused).toBe('right');
    expect(lastPointer(out)?.position?.x).toBe(100);
  });

  test('over the whole seat chooses the display', () => {
    const surface: PointerSurface = { type: 'seat' };
    expect(run(all, place(0, surface)).state.focused).toBe('left');
    expect(run(all, place(POINTER_MAX / 2, surface)).state.focused).toBe('middle');
    const end = run(all, place(POINTER_MAX, surface));
    expect(end.state.focused).toBe('right');
    expect(lastPointer(end.out)?.position?.x).toBeGreaterThan(POINTER_MAX - 5);
  });

  test('with a button held stops at the nearest edge', () => {
    const { out, state } = run(
      all,
      place(100, { type: 'display', number: 1 }, 1),
      place(100, { type: 'display', number: 3 }, 1),
    );

    expect(state.focused).toBe('left');
    expect(lastPointer(out)?.position?.x).toBe(POINTER_MAX);
  });

  test('on a display that is offline stops at the nearest edge', () => {
    const { out, state } = run(seat(true, false, true), place(100, { type: 'display', number: 2 }));

    expect(state.focused).toBe('left');
    expect(lastPointer(out)?.position?.x).toBe(POINTER_MAX);
  });
});

describe('the keys', () => {
  test('go to the display in focus', () => {
    const { out } = run(all, { type: 'keys', keys: [A] }, { type: 'focus', number: 2 }, { type: 'keys', keys: [] });

    expect(out.filter((each) => each.type === 'input').map(({ display, keys }) => [display, keys])).toEqual([
      ['left', [A]],
      ['middle', [A]],
      ['middle', []],
    ]);
  });

  test('F7 chooses a display by number; the old one loses the focus first', () => {
    const { out, state } = run(all, { type: 'keys', keys: [F7] }, { type: 'focus', number: 3 });

    expect(state.focused).toBe('right');
    expect(out.slice(1).map((each) => [each.type, each.display])).toEqual([
      ['focus', 'left'],
      ['focus', 'right'],
      ['input', 'right'],
    ]);
  });

  test.each<[string, readonly SeatFocusInput[]]>([
    ['that does not exist', [all, { type: 'focus', number: 4 }]],
    ['that is offline', [seat(true, false, true), { type: 'focus', number: 2 }]],
    ['that has the focus', [all, { type: 'focus', number: 1 }]],
  ])('a number of a display %s changes nothing', (_, inputs) => {
    expect(run(...inputs).out).toEqual([]);
  });

  test('a display in focus that goes offline gives the focus to the one with the keyboard', () => {
    const { out, state } = run(all, { type: 'focus', number: 2 }, { type: 'keys', keys: [A] }, seat(true, false, true));

    expect(state.focused).toBe('left');
    expect(out.slice(-3)).toMatchObject([
      { type: 'focus', display: 'middle', focused: false },
      { type: 'focus', display: 'left', focused: true, unasked: true },
      { type: 'input', display: 'left', keys: [A] },
    ]);
  });

  test('a display that moved to another place in the seat keeps the focus', () => {
    const { out } = run(
      all,
      { type: 'focus', number: 2 },
      {
        type: 'seat',
        displays: [...names].reverse().map((name) => ({ key: deviceKey(name), online: true })),
        own: deviceKey('left'),
      },
    );

    expect(out).toHaveLength(3);
  });

  test('held keys and buttons are known', () => {
    expect(seatHolds(run(all, { type: 'keys', keys: [A] }).state)).toBe(true);
    expect(seatHolds(run(all, move(0, 0, 1)).state)).toBe(true);
    expect(seatHolds(run(all, { type: 'keys', keys: [A] }, { type: 'keys', keys: [] }).state)).toBe(false);
  });
});

test('whatever happens, one display has the focus, it was told so, and input goes nowhere else', () => {
  const input: fc.Arbitrary<SeatFocusInput> = fc.oneof(
    fc
      .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -127, max: 127 }), fc.integer({ min: 0, max: 1 }))
      .map(([dx, dy, buttons]) => move(dx, dy, buttons)),
    fc
      .tuple(fc.integer({ min: 0, max: POINTER_MAX }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }))
      .map(([x, number, buttons]) => place(x, { type: 'display', number }, buttons)),
    fc.integer({ min: 0, max: POINTER_MAX }).map((x) => place(x, { type: 'seat' })),
    fc.tuple(fc.boolean(), fc.boolean()).map(([middle, end]) => seat(true, middle, end)),
    fc.integer({ min: 0, max: 4 }).map((number) => ({ type: 'focus' as const, number })),
    fc.constantFrom([], [A], [A, F7]).map((keys) => ({ type: 'keys' as const, keys })),
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 60 }), (inputs) => {
      let state = run(all).state;
      let focused: string | null = 'left';
      let buttons = 0;
      for (const each of inputs) {
        const stepped = seatFocusStep(state, each);
        for (const out of stepped.out) {
          if (out.type === 'focus') {
            // A drag is never torn apart by the pointer itself.
            if (each.type === 'pointer') expect(buttons).toBe(0);
            expect(focused).toBe(out.focused ? null : out.display);
            focused = out.focused ? out.display : null;
            continue;
          }
          expect(out.display).toBe(focused);
          // The wire carries whole counts of 16 bits, and a position with every movement.
          const moved = out.pointer?.movement ?? null;
          if (moved !== null) expect(out.pointer?.position).not.toBeNull();
          for (const value of Object.values(moved ?? {})) {
            expect(Number.isInteger(value) && Math.abs(value) <= POINTER_MAX).toBe(true);
          }
          for (const value of Object.values(out.pointer?.position ?? {})) {
            expect(Number.isInteger(value) && value >= 0 && value <= POINTER_MAX).toBe(true);
          }
        }
        state = stepped.state;
        buttons = state.buttons;
        expect(state.focused).toBe(focused);
        expect(state.displays.find((display) => display.key === state.focused)?.online).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});
