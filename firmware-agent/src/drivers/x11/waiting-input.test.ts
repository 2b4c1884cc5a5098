import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import { nothingWanted, type WantedInput } from './fake-input.ts';
import { addInput, newestInput, WAITING_MAX, type WaitingInput } from './waiting-input.ts';

const held = (...keys: readonly Usage[]) => new Set(keys);
const input = (given: Partial<WantedInput>): WantedInput => ({ ...nothingWanted, ...given });
const all = (...inputs: readonly Partial<WantedInput>[]): WaitingInput =>
  inputs.reduce<WaitingInput>((waiting, each) => addInput(waiting, input(each)), []);

test('every key that went down and up waits, however fast it was', () => {
  const waiting = all({ keys: held(Usages.A) }, {}, { keys: held(Usages.A) }, {});
  expect(waiting.map(({ keys }) => keys.size)).toEqual([1, 0, 1, 0]);
});

test('movements are added up, and each button is pressed where the pointer was', () => {
  const waiting = all(
    { movement: { dx: 3, dy: -2 }, wheel: 1 },
    { movement: { dx: 4, dy: 1 }, tilt: -1 },
    { buttons: 1 },
    { buttons: 1, position: { x: 7, y: 8 } },
  );
  expect(waiting).toEqual([
    input({ movement: { dx: 7, dy: -1 }, wheel: 1, tilt: -1 }),
    input({ buttons: 1, position: { x: 7, y: 8 } }),
  ]);
});

test('a place says more than the movement before it, and not more than the one behind it', () => {
  expect(all({ movement: { dx: 3, dy: 3 } }, { position: { x: 1, y: 1 } })).toEqual([
    input({ position: { x: 1, y: 1 } }),
  ]);
  expect(all({ position: { x: 1, y: 1 } }, { movement: { dx: 3, dy: 3 } })).toEqual([
    input({ position: { x: 1, y: 1 }, movement: { dx: 3, dy: 3 } }),
  ]);
});

test('of more than anybody types in a stall the newest is left', () => {
  let waiting: WaitingInput = [];
  for (let turn = 0; turn <= WAITING_MAX; turn++) {
    waiting = addInput(waiting, input({ keys: turn % 2 === 0 ? held(Usages.A) : held(), wheel: 1 }));
  }
  expect(waiting).toEqual([input({ keys: held(Usages.A), wheel: 15 })]);
  expect(newestInput(all({ keys: held(Usages.A) }, { keys: held(Usages.O) }))).toEqual([
    input({ keys: held(Usages.O) }),
  ]);
});
