import { isShift, type KeyboardLeds, LEDS_OFF, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { type Step, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import { characterOf } from './us-layout.ts';

/** A terminal with a prompt: what an operator sees of his typing. */
export interface TextConsole {
  readonly host: string;
  readonly lines: readonly string[];
  /** Typed behind the prompt and not yet entered. */
  readonly input: string;
  readonly leds: KeyboardLeds;
}

export type TextConsoleInput =
  | { readonly type: 'pressed'; readonly key: Usage; readonly held: ReadonlySet<Usage> }
  /** The computer was switched on: nothing of before is left. */
  | { readonly type: 'booted' };

export type TextConsoleOut =
  | { readonly type: 'leds'; readonly leds: KeyboardLeds }
  /** A line was entered. */
  | { readonly type: 'entered'; readonly line: string };

/** More than any picture shows; a terminal that runs for months must not grow. */
const LINES_MAX = 60;
/** A line that would not fit the window any more. */
const INPUT_MAX = 120;
const SCROLL_LOCK = usage(0x47);
const C = usage(0x06);
const L = usage(0x0f);

const HELP = [
  'help     this list',
  'echo     say it again',
  'hostname name of this computer',
  'clear    empty the window',
];

export const bootedConsole = (host: string): TextConsole => ({
  host,
  lines: [`${host} ready. Type help.`],
  input: '',
  leds: LEDS_OFF,
});

export const promptOf = (console: TextConsole): string => `${console.host}:~$ `;

export const stepTextConsole: Step<TextConsole, TextConsoleInput, TextConsoleOut> = (state, input) => {
  switch (input.type) {
    case 'booted':
      return { state: bootedConsole(state.host), out: [{ type: 'leds', leds: LEDS_OFF }] };
    case 'pressed':
      return pressed(state, input);
    default:
      return unreachable(input);
  }
};

function pressed(
  state: TextConsole,
  { key, held }: { readonly key: Usage; readonly held: ReadonlySet<Usage> },
): Stepped<TextConsole, TextConsoleOut> {
  switch (key) {
    case Usages.CapsLock:
      return withLeds(state, { ...state.leds, capsLock: !state.leds.capsLock });
    case Usages.NumLock:
      return withLeds(state, { ...state.leds, numLock: !state.leds.numLock });
    case SCROLL_LOCK:
      return withLeds(state, { ...state.leds, scrollLock: !state.leds.scrollLock });
    default:
  }
  const control = held.has(Usages.LeftControl) || held.has(Usages.RightControl);
  if (control) return { state: withControl(state, key), out: [] };
  // A shortcut of the desktop, not text.
  if (held.has(Usages.LeftAlt) || held.has(Usages.LeftGui) || held.has(Usages.RightGui)) return { state, out: [] };
  const character = characterOf(key, { ...state.leds, shift: [...held].some(isShift) });
  if (character === null) return { state, out: [] };
  if (character === '\n') return entered(state);
  if (character === '\b') return { state: { ...state, input: state.input.slice(0, -1) }, out: [] };
  const input = state.input + (character === '\t' ? '  ' : character);
  return { state: input.length > INPUT_MAX ? state : { ...state, input }, out: [] };
}

function withLeds(state: TextConsole, leds: KeyboardLeds): Stepped<TextConsole, TextConsoleOut> {
  return { state: { ...state, leds }, out: [{ type: 'leds', leds }] };
}

function withControl(state: TextConsole, key: Usage): TextConsole {
  if (key === C) return { ...withLines(state, [`${promptOf(state)}${state.input}^C`]), input: '' };
  if (key === L) return { ...state, lines: [] };
  return state;
}

function entered(state: TextConsole): Stepped<TextConsole, TextConsoleOut> {
  const line = state.input;
  const asked = { ...withLines(state, [promptOf(state) + line]), input: '' };
  return { state: answer(asked, line.trim()), out: [{ type: 'entered', line }] };
}

function answer(state: TextConsole, line: string): TextConsole {
  const [command = '', ...words] = line.split(/\s+/);
  switch (command) {
    case '':
      return state;
    case 'help':
      return withLines(state, HELP);
    case 'echo':
      return withLines(state, [words.join(' ')]);
    case 'hostname':
      return withLines(state, [state.host]);
    case 'clear':
      return { ...state, lines: [] };
    default:
      return withLines(state, [`${command}: not found`]);
  }
}

function withLines(state: TextConsole, lines: readonly string[]): TextConsole {
  return { ...state, lines: [...state.lines, ...lines].slice(-LINES_MAX) };
}
