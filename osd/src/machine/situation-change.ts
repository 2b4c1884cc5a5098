import type { Instant } from '@seatmatrix/protocol/kernel';
import { announceSituation } from './announcements.ts';
import type { Situation } from './osd-input.ts';
import { freshSignIn, type OsdState, type OsdStepped, stay } from './osd-state.ts';
import { closeMenu, menuAfterManager, openMenu } from './screens/menu.ts';
import { signInAbandoned } from './screens/sign-in.ts';

/** What the world's change means for what the operator is doing. */
export function situationChange(
  state: OsdState,
  { next, at }: { readonly next: Situation; readonly at: Instant },
): OsdStepped {
  const before = state.situation;
  const lost = before.manager === 'live' && next.manager === 'lost';
  const told: OsdState = {
    ...state,
    situation: next,
    announcements: announceSituation(state, { next, at }),
    signIn: lost ? signInAbandoned(state.signIn) : state.signIn,
  };
  if (isSignIn(before, next)) {
    const signedIn: OsdState = { ...told, signIn: freshSignIn };
    return next.focused ? openMenu(signedIn, { wanted: 'connect', at }) : stay(signedIn);
  }
  if (next.operator !== before.operator) return signedOut(told);
  if (before.focused && !next.focused) return closeMenu({ ...told, displayChoice: null });
  return before.manager === next.manager ? stay(told) : menuAfterManager(told);
}

/** Somebody signed in at this very desk. A box that learns of a running session after a start opens no menu. */
function isSignIn(before: Situation, next: Situation): boolean {
  return next.operator !== null && before.operator === null && before.device !== null && before.pending === null;
}

/** Also when one operator follows another at once: nothing of the first one's menu is the second one's. */
function signedOut(state: OsdState): OsdStepped {
  return closeMenu({ ...state, command: null, signIn: { ...freshSignIn, reason: state.signIn.reason } });
}
