import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { type DeskSerialInput, deskSerialStep, noDeskSerial } from './desk-serial.ts';

const settings = DEFAULT_SOURCE_SETTINGS.serial;
const faster = { ...settings, baud: 115_200 };
const bytes = Uint8Array.of(1, 2, 3);

const run = (...inputs: readonly DeskSerialInput<string>[]) =>
  runSteps(deskSerialStep<string>, { state: noDeskSerial<string>(), inputs }).out;

const connected = [
  { type: 'settings', link: 'a', settings },
  { type: 'steered', steered: { link: 'a', control: true } },
] as const;

test("the desk's line is set like the connected computer's, whichever is known first", () => {
  expect(run(...connected)).toEqual([{ type: 'configure', settings }]);
  expect(run(connected[1], connected[0])).toEqual([
    { type: 'configure', settings: null },
    { type: 'configure', settings },
  ]);
  expect(run(...connected, { type: 'settings', link: 'a', settings: faster }).at(-1)).toEqual({
    type: 'configure',
    settings: faster,
  });
});

test('bytes go both ways', () => {
  expect(run(...connected, { type: 'heard', link: 'a', bytes }, { type: 'written', bytes }).slice(1)).toEqual([
    { type: 'write', bytes },
    { type: 'send', link: 'a', bytes },
  ]);
});

test('a desk that may only look hears and says nothing', () => {
  const out = run(
    connected[0],
    { type: 'steered', steered: { link: 'a', control: false } },
    { type: 'heard', link: 'a', bytes },
    { type: 'written', bytes },
  );
  expect(out.slice(1)).toEqual([{ type: 'write', bytes }]);
});

test('with a switch the line is emptied, and only the new computer is heard and spoken to', () => {
  const out = run(
    ...connected,
    { type: 'settings', link: 'b', settings: faster },
    { type: 'heard', link: 'b', bytes: Uint8Array.of(9) },
    { type: 'steered', steered: { link: 'b', control: true } },
    { type: 'heard', link: 'a', bytes: Uint8Array.of(8) },
    { type: 'heard', link: 'b', bytes },
    { type: 'written', bytes },
  );
  expect(out.slice(1)).toEqual([
    { type: 'configure', settings: faster },
    { type: 'write', bytes },
    { type: 'send', link: 'b', bytes },
  ]);
});

test('without a computer the line is emptied and leads nowhere', () => {
  expect(run(...connected, { type: 'steered', steered: null }, { type: 'written', bytes }).slice(1)).toEqual([
    { type: 'configure', settings: null },
  ]);
});

test('before the computer has said its settings nothing is sent to it', () => {
  expect(run(connected[1], { type: 'written', bytes })).toEqual([{ type: 'configure', settings: null }]);
});

test('a changed right on the same computer leaves the line alone', () => {
  expect(run(...connected, { type: 'steered', steered: { link: 'a', control: false } })).toHaveLength(1);
});
