import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEDS_UNKNOWN, type LedInput, ledStep } from './led-state.ts';

const caps: KeyboardLeds = { ...LEDS_OFF, capsLock: true };
const num: KeyboardLeds = { ...LEDS_OFF, numLock: true };

const source = (name: string | null): LedInput => ({ type: 'source', source: name });
const leds = (name: string, shown: KeyboardLeds): LedInput => ({ type: 'leds', source: name, leds: shown });
const gone = (name: string): LedInput => ({ type: 'gone', source: name });

const shown = (...inputs: readonly LedInput[]) =>
  runSteps(ledStep, { state: LEDS_UNKNOWN, inputs }).out.map((out) => out.leds);

describe('the LEDs of the desk', () => {
  test('are those of the computer in control', () => {
    expect(shown(source('one'), leds('one', caps), leds('one', num))).toEqual([caps, num]);
  });

  test('are off after a switch until the new computer has spoken', () => {
    expect(shown(source('one'), leds('one', caps), source('two'), leds('two', num))).toEqual([caps, LEDS_OFF, num]);
  });

  test('are what the new computer said while its link was opened beside the old one', () => {
    expect(shown(source('one'), leds('one', caps), leds('two', num), source('two'))).toEqual([caps, num]);
  });

  test('go off when the link is gone, and with no computer at all', () => {
    expect(shown(source('one'), leds('one', caps), gone('one'))).toEqual([caps, LEDS_OFF]);
    expect(shown(source('one'), leds('one', caps), source(null))).toEqual([caps, LEDS_OFF]);
  });

  test('are not told again when they are the same', () => {
    expect(shown(source('one'), leds('one', caps), leds('one', caps))).toEqual([caps]);
  });

  test('are never those of another computer than the one in control', () => {
    const name = fc.constantFrom('one', 'two', 'three');
    const some = fc.record({ numLock: fc.boolean(), capsLock: fc.boolean(), scrollLock: fc.boolean() });
    const input: fc.Arbitrary<LedInput> = fc.oneof(
      fc.option(name).map(source),
      fc.tuple(name, some).map(([of, said]) => leds(of, said)),
      name.map(gone),
    );
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const said = new Map<string, KeyboardLeds>();
        let state = LEDS_UNKNOWN;
        let seen = LEDS_OFF;
        let current: string | null = null;
        for (const each of inputs) {
          if (each.type === 'source') current = each.source;
          else if (each.type === 'leds') said.set(each.source, each.leds);
          else said.delete(each.source);
          const stepped = ledStep(state, each);
          state = stepped.state;
          for (const out of stepped.out) seen = out.leds;
          expect(seen).toEqual((current === null ? undefined : said.get(current)) ?? LEDS_OFF);
        }
      }),
    );
  });
});
