import { LEDS_OFF, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import { describe, expect, it } from 'vitest';
import { bootedConsole, stepTextConsole, type TextConsoleInput } from './text-console.ts';
import { keyFor } from './us-layout.ts';

describe('a text console', () => {
  it('echoes what is typed behind its prompt', () => {
    expect(after(typed('Hello, 1+1!')).input).toBe('Hello, 1+1!');
  });

  it('takes back with Backspace, and nothing more than there is', () => {
    expect(after(typed('ab\b\b\bc')).input).toBe('c');
  });

  it('enters a line with Enter and answers it', () => {
    const state = after(typed('echo a  b\nnonsense\n'));
    expect(state.input).toBe('');
    expect(state.lines.slice(1)).toEqual(['pc:~$ echo a  b', 'a b', 'pc:~$ nonsense', 'nonsense: not found']);
  });

  it('keeps the locks itself and says the lights', () => {
    const caps = press(Usages.CapsLock);
    const { state, out } = runSteps(stepTextConsole, {
      state: bootedConsole('pc'),
      inputs: [caps, ...typed('aB1'), caps],
    });
    expect(state.input).toBe('Ab1');
    expect(out).toEqual([
      { type: 'leds', leds: { ...LEDS_OFF, capsLock: true } },
      { type: 'leds', leds: LEDS_OFF },
    ]);
  });

  it('abandons the line with Control and C, and empties the window with Control and L', () => {
    const control = Usages.LeftControl;
    expect(after([...typed('x'), press(usage(0x06), control)])).toMatchObject({ input: '' });
    expect(after([...typed('x'), press(usage(0x0f), control)])).toMatchObject({ input: 'x', lines: [] });
  });

  it('stays bounded however much is typed', () => {
    const state = after(typed(`${'help\n'.repeat(100)}${'x'.repeat(500)}`));
    expect(state.lines.length).toBeLessThanOrEqual(60);
    expect(state.input.length).toBeLessThanOrEqual(120);
  });

  it('is new after a start', () => {
    expect(after([...typed('help\nx'), press(Usages.CapsLock), { type: 'booted' }])).toEqual(bootedConsole('pc'));
  });
});

const after = (inputs: readonly TextConsoleInput[]) =>
  runSteps(stepTextConsole, { state: bootedConsole('pc'), inputs }).state;

const press = (key: Usage, ...held: readonly Usage[]): TextConsoleInput => ({
  type: 'pressed',
  key,
  held: new Set([key, ...held]),
});

function typed(text: string): readonly TextConsoleInput[] {
  return [...text].map((character) => {
    const found = keyFor(character);
    return found === null ? press(Usages.Escape) : press(found.key, ...(found.shift ? [Usages.LeftShift] : []));
  });
}
