import {
  after,
  between,
  type Instant,
  minutes,
  type Step,
  type Stepped,
  unreachable,
} from '@seatmatrix/protocol/kernel';

/** How long this receiver's own keyboard and mouse have been still. */
export interface IdleState {
  readonly signedIn: boolean;
  /** Null never signs out. */
  readonly idleMinutes: number | null;
  /** Null until a device of this receiver's own has said anything, and while another receiver's are used. */
  readonly lastInput: Instant | null;
  /** Another receiver's devices were used after this one's. */
  readonly elsewhere: boolean;
  readonly waking: Instant | null;
}

export type IdleInput =
  /** From the plan. */
  | { readonly type: 'plan'; readonly signedIn: boolean; readonly idleMinutes: number | null; readonly at: Instant }
  /** A key or the pointer of a device that is plugged in here; never a neighbour's. */
  | { readonly type: 'input'; readonly at: Instant }
  /** The devices of another receiver of the seat are used now: it judges. */
  | { readonly type: 'elsewhere'; readonly at: Instant }
  /** That receiver is gone, perhaps for ever: somebody has to judge. */
  | { readonly type: 'alone'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type IdleOut = { readonly type: 'sign-out' } | { readonly type: 'wake'; readonly at: Instant };

export const NEVER_USED: IdleState = {
  signedIn: false,
  idleMinutes: null,
  lastInput: null,
  elsewhere: false,
  waking: null,
};

/**
 * Signs a seat out after idle minutes. Only the receiver whose own devices were used last judges: its neighbours in the
 * seat hear nothing of a pointer that stays on its display. A new sign-in counts as input.
 */
export const idleStep: Step<IdleState, IdleInput, IdleOut> = (state, input) => {
  switch (input.type) {
    case 'plan': {
      const { signedIn, idleMinutes, at } = input;
      const renewed = signedIn && !state.signedIn && state.lastInput !== null;
      return watch({ ...state, signedIn, idleMinutes, lastInput: renewed ? at : state.lastInput });
    }
    case 'input':
      return watch({ ...state, lastInput: input.at, elsewhere: false });
    case 'elsewhere':
      return { state: { ...state, lastInput: null, elsewhere: state.elsewhere || state.lastInput !== null }, out: [] };
    case 'alone':
      return state.elsewhere ? watch({ ...state, lastInput: input.at, elsewhere: false }) : { state, out: [] };
    case 'tick':
      return judge(state, input.at);
    default:
      return unreachable(input);
  }
};

function deadline({ signedIn, idleMinutes, lastInput }: IdleState): Instant | null {
  return signedIn && idleMinutes !== null && lastInput !== null ? after(lastInput, minutes(idleMinutes)) : null;
}

/** Wakes at the deadline, and again when it moved: not a timer a key. A deadline that came nearer has one of its own. */
function watch(state: IdleState): Stepped<IdleState, IdleOut> {
  const due = deadline(state);
  if (due === null || (state.waking !== null && state.waking <= due)) return { state, out: [] };
  return { state: { ...state, waking: due }, out: [{ type: 'wake', at: due }] };
}

function judge(state: IdleState, at: Instant): Stepped<IdleState, IdleOut> {
  if (state.waking === null || at < state.waking) return { state, out: [] };
  const now = { ...state, waking: null };
  const due = deadline(now);
  if (due === null || between(due, at) < 0) return watch(now);
  // Signed out when the plan says so; until then asked again after another idle time, since the manager may be away.
  const again = watch({ ...now, lastInput: at });
  return { state: again.state, out: [{ type: 'sign-out' }, ...again.out] };
}
