import type { OsdState } from './osd-state.ts';

/** What the display is for at this moment; the menu and announcements come on top of it. */
export type OsdView =
  /** The manager has not yet said who the box is. */
  | 'waiting'
  /** An administrator has to adopt the box. */
  | 'pending'
  | 'sign-in'
  /** A picture was pushed to a desk that nobody uses. */
  | 'watching'
  /** Nothing to show: the display's own card, or the desk's. */
  | 'standby'
  | 'picture';

export function osdView(state: OsdState): OsdView {
  const { device, pending, operator, source } = state.situation;
  if (pending !== null) return 'pending';
  if (device === null) return 'waiting';
  if (device.receiverKind === 'desk' && operator === null) {
    return source === null || state.signIn.activeUntil !== null || state.signIn.waiting ? 'sign-in' : 'watching';
  }
  return source === null ? 'standby' : 'picture';
}
