import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { instant, runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIAL_ROUTER, type InputRouterOut, type InputRouterState, routerStep } from '../input/input-router.ts';
import { type InputSourcesInput, inputSourcesStep, OWN_DEVICES, OWN_SOURCE } from './input-sources.ts';

const AT = instant(0);

describe('the sources of a display', () => {
  it('pass what the own devices say from the start', () => {
    expect(said([input(OWN_DEVICES, Usages.A)])).toEqual(['input 4']);
  });

  it('hear a neighbour only while its focus is here', () => {
    expect(said([input('b', Usages.A)])).toEqual([]);
    expect(said([focus('b', true), input('b', Usages.A), focus('b', false), input('b', Usages.O)])).toEqual([
      'focus false',
      'focus true',
      'input 4',
      'focus false',
      'focus true',
      'input ',
    ]);
  });

  it('let the newest input win, with what it held already said before', () => {
    expect(
      said([
        focus('b', true),
        input('b'),
        input(OWN_DEVICES, Usages.A),
        input('b', Usages.O),
        input('b', Usages.O, Usages.A),
      ]),
    ).toEqual([
      ...['focus false', 'focus true', 'input '],
      ...['focus false', 'focus true', 'input ', 'input 4'],
      ...['focus false', 'focus true', 'input ', 'input 18', 'input 18 4'],
    ]);
  });

  it('have nobody when the last focus goes', () => {
    expect(said([focus(OWN_DEVICES, false), input(OWN_DEVICES, Usages.A)])).toEqual(['focus false']);
    expect(said([focus(OWN_DEVICES, false), focus('b', true), input('b')])).toEqual([
      'focus false',
      'focus true',
      'input ',
    ]);
  });

  it('never leave a key down at the computer that no finger holds', () => {
    const sources = fc.constantFrom(OWN_DEVICES, 'b', 'c');
    const keys = fc.subarray([Usages.A, Usages.O, Usages.Space]);
    const messages = fc.oneof(
      fc.record({ source: sources, keys }).map((each) => input(each.source, ...each.keys)),
      fc.record({ source: sources, focused: fc.boolean() }).map((each) => focus(each.source, each.focused)),
    );
    fc.assert(
      fc.property(fc.array(messages, { maxLength: 40 }), (life) => {
        const route = { id: 'r', generation: 1, mode: 'shared' };
        let router: InputRouterState = { ...INITIAL_ROUTER, route: route as InputRouterState['route'] };
        let held: readonly Usage[] = [];
        const end = ['b', 'c', OWN_DEVICES].map((source) => input(source));
        for (const message of runSteps(inputSourcesStep, { state: OWN_SOURCE, inputs: [...life, ...end] }).out) {
          const stepped = routerStep(router, message);
          router = stepped.state;
          held = stepped.out.findLast(isComputer)?.keys ?? held;
        }
        expect(held).toEqual([]);
      }),
    );
  });
});

const isComputer = (out: InputRouterOut): out is Extract<InputRouterOut, { type: 'computer' }> =>
  out.type === 'computer';

const input = (source: string, ...keys: readonly Usage[]): InputSourcesInput => ({
  source,
  message: { type: 'input', keys, pointer: null, at: AT },
});

const focus = (source: string, focused: boolean): InputSourcesInput => ({
  source,
  message: { type: 'focus', focused, at: AT },
});

const said = (inputs: readonly InputSourcesInput[]): readonly string[] =>
  runSteps(inputSourcesStep, { state: OWN_SOURCE, inputs }).out.map((message) =>
    message.type === 'focus' ? `focus ${message.focused}` : `input ${message.keys.join(' ')}`,
  );
