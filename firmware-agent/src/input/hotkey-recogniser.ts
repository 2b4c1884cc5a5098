import {
  type BoxSettings,
  type HotkeySequence,
  type KeyEdge,
  type OsdFunction,
  type Usage,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { between, type Instant, type Step } from '@seatmatrix/protocol/kernel';

export type HotkeySettings = Pick<BoxSettings, 'hotkey' | 'tapWindow' | 'commandWindow'>;

/** How far the operator has come with the sequence. */
export interface HotkeyState {
  /** When the last taps ended, the newest last; two of them wait for the command key. */
  readonly taps: readonly Instant[];
  /** The sequence's key that is down and would make a tap if it came up next. */
  readonly down: Usage | null;
}

export type HotkeyInput =
  | {
      readonly type: 'edge';
      readonly edge: KeyEdge;
      /** Whether any other key is down at the computer. */
      readonly othersHeld: boolean;
      /** Mouse buttons held. */
      readonly buttons: number;
      readonly settings: HotkeySettings;
      readonly at: Instant;
    }
  /** A mouse button went down or up. */
  | { readonly type: 'button' };

export type HotkeyVerdict =
  | { readonly type: 'forward'; readonly edge: KeyEdge }
  /** Everything that is down at the computer goes up first. */
  | { readonly type: 'release-all' }
  /** Neither this key-down nor its key-up reaches the computer. */
  | { readonly type: 'swallow'; readonly edge: KeyEdge }
  | { readonly type: 'fired'; readonly function: OsdFunction };

export const NO_TAPS: HotkeyState = { taps: [], down: null };

/**
 * Two taps, then the command key: O opens the menu, F1, F2 and F3 open it in that function.
 *
 * A tap is the sequence's key (left or right) down and up with no other edge between, and counts at its up. Two taps
 * belong together when their ups are at most `tapWindow` apart; the command key has to go down at most `commandWindow`
 * after the second up. A third tap makes a pair with the second. Every other edge, a mouse button's too, starts anew, and
 * while a button is held nothing is recognised (no menu in the middle of a drag). The pointer may move.
 */
export const hotkeyStep: Step<HotkeyState, HotkeyInput, HotkeyVerdict> = (state, input) => {
  if (input.type === 'button') return { state: NO_TAPS, out: [] };
  const { edge, settings, at } = input;
  const forward: readonly HotkeyVerdict[] = [{ type: 'forward', edge }];
  if (input.buttons !== 0) return { state: NO_TAPS, out: forward };
  if (sequenceKeys[settings.hotkey].has(edge.key)) {
    if (edge.pressed) return { state: state.down === null ? { ...state, down: edge.key } : NO_TAPS, out: forward };
    return { state: state.down === edge.key ? tapped(state, { at, settings }) : NO_TAPS, out: forward };
  }
  const wanted = edge.pressed && isArmed(state, { at, settings }) ? commandKeys.get(edge.key) : undefined;
  if (wanted === undefined) return { state: NO_TAPS, out: forward };
  const release: readonly HotkeyVerdict[] = input.othersHeld ? [{ type: 'release-all' }] : [];
  return {
    state: NO_TAPS,
    out: [...release, { type: 'swallow', edge }, { type: 'fired', function: wanted }],
  };
};

/** The edges that type the sequence itself, for a KVM switch behind the computer's port that has the same one. */
export function hotkeyReports(sequence: HotkeySequence): readonly KeyEdge[] {
  const key = typedKey[sequence];
  const tap = [
    { key, pressed: true },
    { key, pressed: false },
  ];
  return [...tap, ...tap];
}

const ScrollLock = usage(0x47);

const sequenceKeys: Readonly<Record<HotkeySequence, ReadonlySet<Usage>>> = {
  'double-shift': new Set([Usages.LeftShift, Usages.RightShift]),
  'double-control': new Set([Usages.LeftControl, Usages.RightControl]),
  'double-alt': new Set([Usages.LeftAlt, Usages.RightAlt]),
  'double-scroll-lock': new Set([ScrollLock]),
};

const typedKey: Readonly<Record<HotkeySequence, Usage>> = {
  'double-shift': Usages.LeftShift,
  'double-control': Usages.LeftControl,
  'double-alt': Usages.LeftAlt,
  'double-scroll-lock': ScrollLock,
};

/** O opens where sign-in would: in connect, the manual's default function. */
const commandKeys: ReadonlyMap<Usage, OsdFunction> = new Map([
  [Usages.O, 'connect'],
  [Usages.F1, 'connect'],
  [Usages.F2, 'push'],
  [Usages.F3, 'fetch'],
]);

interface Moment {
  readonly at: Instant;
  readonly settings: HotkeySettings;
}

function tapped({ taps }: HotkeyState, { at, settings }: Moment): HotkeyState {
  const last = taps.at(-1);
  const pair = last !== undefined && between(last, at) <= settings.tapWindow;
  return { taps: pair ? [last, at] : [at], down: null };
}

function isArmed({ taps, down }: HotkeyState, { at, settings }: Moment): boolean {
  const [, second] = taps;
  return down === null && second !== undefined && between(second, at) <= settings.commandWindow;
}
