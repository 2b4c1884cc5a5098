import {
  consumerUsage,
  DEFAULT_BOX_SETTINGS,
  type HotkeySequence,
  type OsdFunction,
  type Usage,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { type HotkeyState, type HotkeyVerdict, hotkeyReports, hotkeyStep, NO_TAPS } from './hotkey-recogniser.ts';

/** One line of a hand's script: when, what. `+` presses, `-` releases. */
type Move = readonly [at: number, what: string];

const named: Readonly<Record<string, Usage>> = {
  shift: Usages.LeftShift,
  right: Usages.RightShift,
  ctrl: Usages.LeftControl,
  alt: Usages.RightAlt,
  scroll: usage(0x47),
  o: Usages.O,
  a: Usages.A,
  f1: Usages.F1,
  f2: Usages.F2,
  f3: Usages.F3,
  volume: consumerUsage(0xe9),
};

function play(moves: readonly Move[], hotkey: HotkeySequence = 'double-shift'): readonly HotkeyVerdict[] {
  const settings = { ...DEFAULT_BOX_SETTINGS, hotkey };
  const held = new Set<Usage>();
  const out: HotkeyVerdict[] = [];
  let state: HotkeyState = NO_TAPS;
  let buttons = 0;
  for (const [at, what] of moves) {
    const key = named[what.slice(1)];
    if (key === undefined) {
      buttons = what === '+button' ? 1 : 0;
      state = hotkeyStep(state, { type: 'button' }).state;
      continue;
    }
    const edge = { key, pressed: what.startsWith('+') };
    const othersHeld = [...held].some((other) => other !== key);
    const stepped = hotkeyStep(state, { type: 'edge', edge, othersHeld, buttons, settings, at: instant(at) });
    state = stepped.state;
    out.push(...stepped.out);
    if (edge.pressed) held.add(key);
    else held.delete(key);
  }
  return out;
}

const fired = (verdicts: readonly HotkeyVerdict[]): readonly OsdFunction[] =>
  verdicts.filter((verdict) => verdict.type === 'fired').map((verdict) => verdict.function);

const tap = (at: number, key = 'shift'): readonly Move[] => [
  [at, `+${key}`],
  [at + 50, `-${key}`],
];

describe('the hotkey fires', () => {
  test.each<[string, readonly Move[], OsdFunction]>([
    ['on two taps and O', [...tap(0), ...tap(200), [400, '+o']], 'connect'],
    ['with left and right mixed', [...tap(0, 'shift'), ...tap(200, 'right'), [400, '+o']], 'connect'],
    ['with F1', [...tap(0), ...tap(200), [400, '+f1']], 'connect'],
    ['with F2', [...tap(0), ...tap(200), [400, '+f2']], 'push'],
    ['with F3', [...tap(0), ...tap(200), [400, '+f3']], 'fetch'],
    ['when the taps end 500 ms apart', [...tap(0), ...tap(500), [600, '+o']], 'connect'],
    ['when O comes 2 s after the second tap', [...tap(0), ...tap(200), [2250, '+o']], 'connect'],
    ['on the last two of three taps', [...tap(0), ...tap(600), ...tap(900), [1000, '+o']], 'connect'],
    ['while another key is held all the time', [[0, '+a'], ...tap(100), ...tap(300), [400, '+o']], 'connect'],
    ['after a click long before', [[0, '+button'], [10, '-button'], ...tap(100), ...tap(300), [400, '+o']], 'connect'],
  ])('%s', (_, moves, wanted) => {
    expect(fired(play(moves))).toEqual([wanted]);
  });

  test.each<[HotkeySequence, string]>([
    ['double-control', 'ctrl'],
    ['double-alt', 'alt'],
    ['double-scroll-lock', 'scroll'],
  ])('on the taps of %s and on no others', (sequence, key) => {
    const sequenceOf = (name: string): readonly Move[] => [...tap(0, name), ...tap(200, name), [400, '+o']];

    expect(fired(play(sequenceOf(key), sequence))).toEqual(['connect']);
    expect(fired(play(sequenceOf('shift'), sequence))).toEqual([]);
  });
});

describe('the hotkey does not fire', () => {
  test.each<[string, readonly Move[]]>([
    ['on one tap', [...tap(0), [100, '+o']]],
    ['when the taps end more than 500 ms apart', [...tap(0), ...tap(501), [600, '+o']]],
    ['when O comes more than 2 s after the second tap', [...tap(0), ...tap(200), [2251, '+o']]],
    ['with a key inside a tap', [[0, '+shift'], [10, '+a'], [20, '-a'], [50, '-shift'], ...tap(100), [300, '+o']]],
    ['with a key between the taps', [...tap(0), [60, '+a'], [70, '-a'], ...tap(100), [300, '+o']]],
    ['with a key between the second tap and O', [...tap(0), ...tap(100), [200, '+a'], [210, '-a'], [300, '+o']]],
    ['with a key-up inside a tap', [[0, '+a'], [10, '+shift'], [20, '-a'], [50, '-shift'], ...tap(100), [300, '+o']]],
    ['with a volume key between the taps', [...tap(0), [60, '+volume'], [70, '-volume'], ...tap(100), [300, '+o']]],
    ['with a click between the taps', [...tap(0), [60, '+button'], [70, '-button'], ...tap(100), [300, '+o']]],
    ['with a click before O', [...tap(0), ...tap(100), [160, '+button'], [170, '-button'], [300, '+o']]],
    [
      'with a click inside a tap',
      [...tap(0), [100, '+shift'], [110, '+button'], [120, '-button'], [150, '-shift'], [300, '+o']],
    ],
    ['while a mouse button is held', [[0, '+button'], ...tap(10), ...tap(200), [300, '+o']]],
    [
      'when both Shifts go down together',
      [[0, '+shift'], [1, '+right'], [50, '-shift'], [51, '-right'], ...tap(100), [300, '+o']],
    ],
    ['when O goes down with Shift', [...tap(0), [100, '+shift'], [120, '+o']]],
    ['on the key-up of an O that was down before', [[0, '+o'], ...tap(10), ...tap(100), [300, '-o']]],
    [
      'twice on the same taps',
      [...tap(0), ...tap(100), [200, '+a'], [210, '-a'], [300, '+o'], [310, '-o'], [400, '+o']],
    ],
  ])('%s', (_, moves) => {
    expect(fired(play(moves))).toEqual([]);
  });
});

describe('the verdicts', () => {
  test('forward both taps and swallow the O alone', () => {
    const verdicts = play([...tap(0), ...tap(200), [400, '+o']]);

    expect(verdicts.map((verdict) => verdict.type)).toEqual([
      'forward',
      'forward',
      'forward',
      'forward',
      'swallow',
      'fired',
    ]);
  });

  test('release everything first when other keys are held', () => {
    const verdicts = play([[0, '+a'], ...tap(100), ...tap(300), [400, '+o']]);

    expect(verdicts.slice(-3).map((verdict) => verdict.type)).toEqual(['release-all', 'swallow', 'fired']);
  });

  test('forward every edge when nothing fires', () => {
    const moves: readonly Move[] = [
      ...tap(0),
      [100, '+o'],
      [150, '-o'],
      [200, '+f2'],
      [210, '-f2'],
      [220, '+volume'],
      [230, '-volume'],
    ];

    expect(play(moves).every((verdict) => verdict.type === 'forward')).toBe(true);
    expect(play(moves)).toHaveLength(moves.length);
  });
});

test.each<HotkeySequence>(['double-shift', 'double-control', 'double-alt', 'double-scroll-lock'])(
  'the typed sequence of %s is one that the recogniser takes for two taps',
  (sequence) => {
    const settings = { ...DEFAULT_BOX_SETTINGS, hotkey: sequence };
    const edges = [...hotkeyReports(sequence), { key: Usages.O, pressed: true }];
    const verdicts: HotkeyVerdict[] = [];
    let state = NO_TAPS;
    for (const [index, edge] of edges.entries()) {
      const at = instant(index * 40);
      const stepped = hotkeyStep(state, { type: 'edge', edge, othersHeld: false, buttons: 0, settings, at });
      state = stepped.state;
      verdicts.push(...stepped.out);
    }

    expect(fired(verdicts)).toEqual(['connect']);
  },
);
