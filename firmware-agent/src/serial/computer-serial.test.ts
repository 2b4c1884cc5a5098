import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComputerSerialInput, computerSerialStep, NO_COMPUTER_SERIAL } from './computer-serial.ts';

const settings = DEFAULT_SOURCE_SETTINGS.serial;
const faster = { ...settings, baud: 115_200 };
const bytes = Uint8Array.of(1, 2, 3);

const run = (...inputs: readonly ComputerSerialInput[]) =>
  runSteps(computerSerialStep, { state: NO_COMPUTER_SERIAL, inputs });

const last = (...inputs: readonly ComputerSerialInput[]) => {
  const { state } = run(...inputs.slice(0, -1));
  const input = inputs.at(-1);
  return input === undefined ? [] : computerSerialStep(state, input).out;
};

test('a desk that joins is told how the line is set, and everybody when it changes', () => {
  const inputs: readonly ComputerSerialInput[] = [
    { type: 'settings', settings },
    { type: 'join', link: 'a', mode: 'shared' },
    { type: 'join', link: 'b', mode: 'view' },
    { type: 'settings', settings: faster },
  ];
  expect(run(...inputs).out).toEqual([
    { type: 'configure', settings },
    { type: 'tell-settings', link: 'a', settings },
    { type: 'tell-settings', link: 'b', settings },
    { type: 'configure', settings: faster },
    { type: 'tell-settings', link: 'a', settings: faster },
    { type: 'tell-settings', link: 'b', settings: faster },
  ]);
});

test('the same settings again disturb nobody', () => {
  expect(last({ type: 'settings', settings }, { type: 'settings', settings: { ...settings } })).toEqual([]);
});

test('all who are connected hear the computer', () => {
  expect(
    last(
      { type: 'settings', settings },
      { type: 'join', link: 'a', mode: 'shared' },
      { type: 'join', link: 'b', mode: 'view' },
      { type: 'join', link: 'c', mode: 'shared' },
      { type: 'leave', link: 'c' },
      { type: 'heard', bytes },
    ),
  ).toEqual([
    { type: 'tell', link: 'a', bytes },
    { type: 'tell', link: 'b', bytes },
  ]);
});

test('who may only look, or is not connected, writes nothing', () => {
  const view = [
    { type: 'settings', settings },
    { type: 'join', link: 'a', mode: 'view' },
  ] as const;
  expect(last(...view, { type: 'written', link: 'a', bytes })).toEqual([{ type: 'refused', link: 'a' }]);
  expect(last(...view, { type: 'written', link: 'b', bytes })).toEqual([{ type: 'refused', link: 'b' }]);
  expect(last(...view, { type: 'mode', link: 'a', mode: 'shared' }, { type: 'written', link: 'a', bytes })).toEqual([
    { type: 'write', bytes },
  ]);
});

test.each([
  { type: 'leave', link: 'a' },
  { type: 'mode', link: 'a', mode: 'view' },
] as const)('what a desk wrote is dropped from the line with its $type', (end) => {
  const written = [
    { type: 'settings', settings },
    { type: 'join', link: 'a', mode: 'shared' },
    { type: 'join', link: 'b', mode: 'shared' },
    { type: 'written', link: 'a', bytes },
  ] as const;
  expect(last(...written, end)).toEqual([{ type: 'configure', settings }]);
  // Who wrote nothing takes nothing along, and what was dropped is not dropped again.
  expect(last(...written, { type: 'leave', link: 'b' })).toEqual([]);
  expect(last(...written, { type: 'settings', settings: faster }, end)).toEqual([]);
  expect(last(...written, { type: 'written', link: 'b', bytes }, end)).toEqual([{ type: 'configure', settings }]);
});

test('before the first plan nothing goes either way', () => {
  const joined = { type: 'join', link: 'a', mode: 'shared' } as const;
  expect(run(joined, { type: 'written', link: 'a', bytes }, { type: 'heard', bytes }).out).toEqual([]);
});

test('whatever happens, bytes reach the line only from a link that is joined and shared', () => {
  const link = fc.constantFrom('a', 'b');
  const mode = fc.constantFrom('shared' as const, 'view' as const);
  const input: fc.Arbitrary<ComputerSerialInput> = fc.oneof(
    fc.record({ type: fc.constant('settings' as const), settings: fc.constantFrom(settings, faster) }),
    fc.record({ type: fc.constant('join' as const), link, mode }),
    fc.record({ type: fc.constant('mode' as const), link, mode }),
    fc.record({ type: fc.constant('leave' as const), link }),
    fc.record({ type: fc.constant('written' as const), link, bytes: fc.constant(bytes) }),
    fc.record({ type: fc.constant('heard' as const), bytes: fc.constant(bytes) }),
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
      const may = new Map<string, 'shared' | 'view'>();
      let state = NO_COMPUTER_SERIAL;
      for (const each of inputs) {
        const stepped = computerSerialStep(state, each);
        state = stepped.state;
        if (each.type === 'join' || (each.type === 'mode' && may.has(each.link))) may.set(each.link, each.mode);
        if (each.type === 'leave') may.delete(each.link);
        const wrote = stepped.out.some(({ type }) => type === 'write');
        if (wrote) expect(each.type === 'written' && may.get(each.link)).toBe('shared');
        for (const out of stepped.out) if (out.type === 'tell') expect(may.has(out.link)).toBe(true);
      }
    }),
  );
});
