import type { PeerMessage } from '@seatmatrix/protocol/domain';
import { after, between, type Instant, type Step, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import { SILENCE_LIMIT, STALL_GRACE } from '../key-safety/deadlines.ts';
import type { InputRouterInput } from './input-router.ts';

/** The keys and the pointer of a seat neighbour, which has the keyboard: one state for each seat link. */
export interface NeighbourInputState {
  readonly focused: boolean;
  /** Of the last input; -1 before the first. */
  readonly sequence: number;
  /** Inputs whose number did not rise. */
  readonly replayed: number;
  /** Whether it holds keys, and which buttons. */
  readonly keysHeld: boolean;
  readonly buttons: number;
  readonly heard: Instant;
  readonly waking: Instant | null;
}

export type NeighbourInput =
  | {
      readonly type: 'message';
      readonly message: Extract<PeerMessage, { readonly type: 'focus' | 'input' | 'held' }>;
      readonly at: Instant;
    }
  | { readonly type: 'closed'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type NeighbourOut =
  | { readonly type: 'router'; readonly input: InputRouterInput }
  /** Something was held and the neighbour said nothing: it is released here. */
  | { readonly type: 'silent' }
  | { readonly type: 'wake'; readonly at: Instant };

export const newNeighbour = (at: Instant): NeighbourInputState => ({
  focused: false,
  sequence: -1,
  replayed: 0,
  keysHeld: false,
  buttons: 0,
  heard: at,
  waking: null,
});

/**
 * Takes a neighbour's keys as a transmitter takes a receiver's: whole sets with rising numbers, released on a closed link
 * and on silence. Without this a cable pulled between two displays would leave a key down at the computer, since
 * this display's own link to it goes on living.
 */
export const neighbourStep: Step<NeighbourInputState, NeighbourInput, NeighbourOut> = (state, input) => {
  switch (input.type) {
    case 'message':
      return watch(takeMessage({ ...state, heard: input.at }, input));
    case 'closed':
      return { state: newNeighbour(input.at), out: state.focused ? [focusChange(false, input.at)] : [] };
    case 'tick':
      return judgeSilence(state, input.at);
    default:
      return unreachable(input);
  }
};

const NOTHING_HELD = { keysHeld: false, buttons: 0 } as const;

const holds = (state: NeighbourInputState): boolean => state.keysHeld || state.buttons !== 0;

type Taken = Stepped<NeighbourInputState, NeighbourOut>;

const focusChange = (focused: boolean, at: Instant): NeighbourOut => ({
  type: 'router',
  input: { type: 'focus', focused, at },
});

function takeMessage(
  state: NeighbourInputState,
  { message, at }: Extract<NeighbourInput, { readonly type: 'message' }>,
): Taken {
  switch (message.type) {
    case 'focus': {
      const { focused } = message;
      return { state: { ...state, focused, ...NOTHING_HELD }, out: [focusChange(focused, at)] };
    }
    case 'input': {
      const { sequence, keys, pointer } = message;
      if (sequence <= state.sequence) return { state: { ...state, replayed: state.replayed + 1 }, out: [] };
      const buttons = pointer?.buttons ?? state.buttons;
      const out: readonly NeighbourOut[] = state.focused
        ? [{ type: 'router', input: { type: 'input', keys, pointer, at } }]
        : [];
      return { state: { ...state, sequence, keysHeld: keys.length > 0, buttons }, out };
    }
    case 'held':
      return { state, out: [] };
    default:
      return unreachable(message);
  }
}

function watch({ state, out }: Taken): Taken {
  if (!state.focused || !holds(state) || state.waking !== null) return { state, out };
  const waking = after(state.heard, SILENCE_LIMIT);
  return { state: { ...state, waking }, out: [...out, { type: 'wake', at: waking }] };
}

function judgeSilence(state: NeighbourInputState, at: Instant): Taken {
  if (state.waking === null || at < state.waking) return { state, out: [] };
  if (between(state.waking, at) > STALL_GRACE) {
    const waking = after(at, STALL_GRACE);
    return { state: { ...state, waking }, out: [{ type: 'wake', at: waking }] };
  }
  const now = { ...state, waking: null };
  if (!state.focused || !holds(state) || between(state.heard, at) < SILENCE_LIMIT)
    return watch({ state: now, out: [] });
  // Focus lost and got again: what the next input holds was pressed before the silence, and perhaps for another computer.
  return {
    state: { ...now, ...NOTHING_HELD },
    out: [{ type: 'silent' }, focusChange(false, at), focusChange(true, at)],
  };
}
