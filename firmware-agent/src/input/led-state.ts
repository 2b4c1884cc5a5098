import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { type Step, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';

/** Whose LEDs they are: a route's link here, or a neighbour's display. Never the same name for two computers. */
export type LedSource = string;

export interface LedState {
  readonly source: LedSource | null;
  /** What each computer last said. */
  readonly known: ReadonlyMap<LedSource, KeyboardLeds>;
  readonly shown: KeyboardLeds;
}

export type LedInput =
  /** Which computer the keyboard types to now; null for none. */
  | { readonly type: 'source'; readonly source: LedSource | null }
  | { readonly type: 'leds'; readonly source: LedSource; readonly leds: KeyboardLeds }
  /** The source's link is gone: what it said is no longer known. */
  | { readonly type: 'gone'; readonly source: LedSource };

/** For the desk's keyboards. */
export type LedOut = { readonly type: 'set-leds'; readonly leds: KeyboardLeds };

export const LEDS_UNKNOWN: LedState = { source: null, known: new Map(), shown: LEDS_OFF };

/**
 * Shows on the desk's keyboards what the computer in control says, and nothing of any other: after a switch they are
 * off until the new computer has spoken. While the OSD captures they stay the computer's.
 */
export const ledStep: Step<LedState, LedInput, LedOut> = (state, input) => {
  switch (input.type) {
    case 'source':
      return show({ ...state, source: input.source });
    case 'leds':
      return show({ ...state, known: new Map(state.known).set(input.source, input.leds) });
    case 'gone': {
      const known = new Map(state.known);
      known.delete(input.source);
      return show({ ...state, known });
    }
    default:
      return unreachable(input);
  }
};

function show(state: LedState): Stepped<LedState, LedOut> {
  const leds = (state.source === null ? undefined : state.known.get(state.source)) ?? LEDS_OFF;
  const { shown } = state;
  const same =
    shown.numLock === leds.numLock && shown.capsLock === leds.capsLock && shown.scrollLock === leds.scrollLock;
  return { state: { ...state, shown: leds }, out: same ? [] : [{ type: 'set-leds', leds }] };
}
