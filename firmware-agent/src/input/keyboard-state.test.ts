import {
  consumerUsage,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeBootMouse,
  encodeConsumerControl,
  encodeKeyBitmap,
  encodeWideMouse,
  PRESSED_MAX,
  type Usage,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HidHostEvent, HidLayout } from '../drivers/index.ts';
import { keyboardStep, NO_KEYBOARD } from './keyboard-state.ts';

const attach = (id: string, layout: HidLayout): HidHostEvent => ({
  type: 'attached',
  device: { id, layout, name: id },
});
const detach = (id: string): HidHostEvent => ({ type: 'detached', device: id });
const report = (id: string, bytes: Uint8Array): HidHostEvent => ({ type: 'report', device: id, bytes });
const keys = (id: string, ...pressed: Usage[]): HidHostEvent => report(id, encodeBootKeyboard(pressed));
const mouse = (id: string, buttons: number, dx = 0, dy = 0): HidHostEvent =>
  report(id, encodeBootMouse({ buttons, dx, dy, wheel: 0 }));

const run = (...inputs: HidHostEvent[]) => runSteps(keyboardStep, { state: NO_KEYBOARD, inputs });
const { A, O, LeftShift } = Usages;

describe('the keyboard state', () => {
  test('turns reports into edges and tells the whole set with them', () => {
    const { out } = run(attach('k', 'boot-keyboard'), keys('k', A), keys('k', A, O), keys('k', O));

    expect(out).toEqual([
      { type: 'keys', edges: [{ key: A, pressed: true }], keys: [A] },
      { type: 'keys', edges: [{ key: O, pressed: true }], keys: [A, O] },
      { type: 'keys', edges: [{ key: A, pressed: false }], keys: [O] },
    ]);
  });

  test('tells releases before presses when one report brings both', () => {
    const { out } = run(attach('k', 'boot-keyboard'), keys('k', LeftShift), keys('k', O));

    expect(out.at(-1)).toMatchObject({
      edges: [
        { key: LeftShift, pressed: false },
        { key: O, pressed: true },
      ],
    });
  });

  test('keeps a key that two keyboards hold down until both let go', () => {
    const both = [attach('k1', 'boot-keyboard'), attach('k2', 'boot-keyboard'), keys('k1', A), keys('k2', A)];

    expect(run(...both, keys('k1')).state.keys).toEqual([A]);
    expect(run(...both, keys('k1'), keys('k2')).state.keys).toEqual([]);
  });

  test('releases what an unplugged device held, keys and buttons', () => {
    const { state, out } = run(
      attach('k', 'boot-keyboard'),
      attach('m', 'boot-mouse'),
      keys('k', A),
      mouse('m', 1),
      detach('k'),
      detach('m'),
    );

    expect(state.keys).toEqual([]);
    expect(out.slice(-2)).toEqual([
      { type: 'keys', edges: [{ key: A, pressed: false }], keys: [] },
      { type: 'pointer', pointer: { buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 } },
    ]);
  });

  test('merges the buttons of all mice, and each mouse moves the pointer', () => {
    const { out } = run(
      attach('m', 'boot-mouse'),
      attach('t', 'absolute-pointer'),
      mouse('m', 0b01),
      report('t', encodeAbsolutePointer({ buttons: 0b10, x: 7, y: 9, wheel: 0, tilt: 0 })),
      mouse('m', 0b00, 3, -4),
    );

    expect(out).toEqual([
      { type: 'pointer', pointer: { buttons: 0b01, position: null, movement: { dx: 0, dy: 0 }, wheel: 0, tilt: 0 } },
      { type: 'pointer', pointer: { buttons: 0b11, position: { x: 7, y: 9 }, movement: null, wheel: 0, tilt: 0 } },
      { type: 'pointer', pointer: { buttons: 0b10, position: null, movement: { dx: 3, dy: -4 }, wheel: 0, tilt: 0 } },
    ]);
  });

  test('holds more keys than a boot report carries, beside a volume key of the same keyboard', () => {
    const ten = Array.from({ length: 10 }, (_, index) => usage(4 + index));
    const volume = consumerUsage(0xe9);
    const { state } = run(
      attach('k', 'key-bitmap'),
      attach('c', 'consumer-control'),
      report('k', encodeKeyBitmap([...ten, LeftShift])),
      report('c', encodeConsumerControl([volume])),
    );

    expect(state.keys).toEqual([...ten, LeftShift, volume]);
  });

  test('takes a movement of 16 bits and a tilt whole', () => {
    const { out } = run(
      attach('m', 'wide-mouse'),
      report('m', encodeWideMouse({ buttons: 0, dx: 1200, dy: -900, wheel: -1, tilt: 2 })),
    );

    expect(out).toEqual([
      {
        type: 'pointer',
        pointer: { buttons: 0, position: null, movement: { dx: 1200, dy: -900 }, wheel: -1, tilt: 2 },
      },
    ]);
  });

  test.each([
    ['a roll-over report', report('k', new Uint8Array([0, 0, 1, 1, 1, 1, 1, 1]))],
    ['a short report', report('k', new Uint8Array(7))],
    ['a report of a device that is not plugged in', keys('stranger', A)],
    ['a mouse report that is too long', report('m', new Uint8Array(9))],
    ['a bitmap that is too short', report('n', new Uint8Array(31))],
    ['half a consumer usage', report('c', new Uint8Array(3))],
    ['a wide mouse report without its tilt', report('w', new Uint8Array(6))],
  ])('ignores %s, counts it, and keeps what is held', (_, odd) => {
    const { state, out } = run(
      attach('k', 'boot-keyboard'),
      attach('m', 'boot-mouse'),
      attach('n', 'key-bitmap'),
      attach('c', 'consumer-control'),
      attach('w', 'wide-mouse'),
      keys('k', O),
      odd,
    );

    expect(state).toMatchObject({ keys: [O], ignored: 1 });
    expect(out).toHaveLength(1);
  });

  test('says nothing of a mouse report that changes nothing', () => {
    expect(run(attach('m', 'boot-mouse'), mouse('m', 0)).out).toEqual([]);
  });

  test('holds at most as many keys as a message carries', () => {
    const boards = Array.from({ length: 8 }, (_, index) => `k${index}`);
    const { state } = run(
      ...boards.map((id) => attach(id, 'boot-keyboard')),
      ...boards.map((id, index) => keys(id, ...Array.from({ length: 6 }, (_, key) => usage(4 + index * 6 + key)))),
    );

    expect(state.keys).toHaveLength(PRESSED_MAX);
    expect(state.keys[0]).toBe(usage(4));
  });

  test('always holds the union of what its devices hold, and its edges add up to it', () => {
    const device = fc.constantFrom('k1', 'k2', 'k3');
    const event: fc.Arbitrary<HidHostEvent> = fc.oneof(
      device.map((id) => attach(id, 'boot-keyboard')),
      device.map(detach),
      fc
        .tuple(device, fc.uniqueArray(fc.constantFrom(A, O, LeftShift, Usages.Enter), { maxLength: 4 }))
        .map(([id, pressed]) => keys(id, ...pressed)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const model = new Map<string, ReadonlySet<Usage>>();
        const heard = new Set<Usage>();
        let state = NO_KEYBOARD;
        for (const each of events) {
          if (each.type === 'attached') model.set(each.device.id, new Set());
          else if (each.type === 'detached') model.delete(each.device);
          else if (model.has(each.device)) model.set(each.device, pressedIn(each.bytes));
          const stepped = keyboardStep(state, each);
          state = stepped.state;
          for (const out of stepped.out) {
            if (out.type !== 'keys') continue;
            for (const edge of out.edges) {
              expect(heard.has(edge.key)).toBe(!edge.pressed);
              if (edge.pressed) heard.add(edge.key);
              else heard.delete(edge.key);
            }
          }
          const union = new Set([...model.values()].flatMap((held) => [...held]));
          expect(new Set(state.keys)).toEqual(union);
          expect(heard).toEqual(union);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Read by hand, so that the decoder does not judge itself. */
function pressedIn(bytes: Uint8Array): ReadonlySet<Usage> {
  const modifiers = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => ((bytes[0] ?? 0) >> bit) & 1).map((bit) => 0xe0 + bit);
  return new Set([...modifiers, ...bytes.slice(2)].filter((key) => key !== 0).map(usage));
}
