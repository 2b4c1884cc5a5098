import type { DeskNotice } from '@seatmatrix/protocol/domain';
import { after, type Instant, seconds } from '@seatmatrix/protocol/kernel';
import type { Message, StringKey } from '../strings/strings.ts';
import type { Situation } from './osd-input.ts';
import type { Announcements, OsdState } from './osd-state.ts';

/** How long each announcement stands at the top of the picture. */
const SOURCE_TIME = seconds(3);
const FOCUS_TIME = seconds(1);
/** An administrator walks to the box, and no further. */
const IDENTIFY_SECONDS_MAX = 600;
const NOTICE_TIME = seconds(8);

/** An administrator may ask for any time; a message that never leaves would hide the picture. */
const MESSAGE_SECONDS_MAX = 3600;

type SignOutReason = Extract<DeskNotice, { type: 'signed-out' }>['reason'];

const signOutKeys: Readonly<Record<SignOutReason, StringKey>> = {
  administrator: 'signOutByAdministrator',
  disabled: 'signOutDisabled',
  elsewhere: 'signOutElsewhere',
  idle: 'signOutIdle',
};

/** Names the source after a switch, and the display when the keyboard comes to it. */
export function announceSituation(
  state: OsdState,
  { next, at }: { readonly next: Situation; readonly at: Instant },
): Announcements {
  const { situation, announcements } = state;
  const switched = next.source !== null && next.source.id !== situation.source?.id;
  const focused = next.focused && !situation.focused && next.display.count > 1;
  return {
    ...announcements,
    sourceUntil: next.source === null ? null : switched ? after(at, SOURCE_TIME) : announcements.sourceUntil,
    focusUntil: !next.focused ? null : focused ? after(at, FOCUS_TIME) : announcements.focusUntil,
  };
}

/** A sign-out's reason stands on the sign-in screen; everything else at the top for some seconds. */
export function announceNotice(
  state: OsdState,
  { notice, at }: { readonly notice: DeskNotice; readonly at: Instant },
): OsdState {
  if (notice.type === 'signed-out') {
    return { ...state, signIn: { ...state.signIn, reason: { key: signOutKeys[notice.reason] } } };
  }
  const message: Message =
    notice.type === 'pushed-by'
      ? { key: 'pushedBy', values: { operator: notice.operator, source: notice.source } }
      : { key: 'rightWithdrawn', values: { source: notice.source } };
  return {
    ...state,
    announcements: { ...state.announcements, notice: { message, until: after(at, NOTICE_TIME) } },
  };
}

/** As long as it goes on and a while after: who types blindly on looks up late. */
export function announceDroppedKeys(state: OsdState, at: Instant): OsdState {
  const notice = { message: { key: 'keysDropped' }, until: after(at, NOTICE_TIME) } as const;
  return { ...state, announcements: { ...state.announcements, notice } };
}

export function announceMessage(
  state: OsdState,
  message: { readonly text: string; readonly seconds: number; readonly at: Instant },
): OsdState {
  const time = seconds(Math.max(1, Math.min(MESSAGE_SECONDS_MAX, message.seconds)));
  const administrator = { text: message.text, until: after(message.at, time) };
  return { ...state, announcements: { ...state.announcements, administrator } };
}

/** No seconds end it. */
export function announceIdentity(
  state: OsdState,
  identity: { readonly seconds: number; readonly at: Instant },
): OsdState {
  const time = seconds(Math.min(IDENTIFY_SECONDS_MAX, identity.seconds));
  const identifyUntil = time > 0 ? after(identity.at, time) : null;
  return { ...state, announcements: { ...state.announcements, identifyUntil } };
}

export function announcementDeadlines({ announcements }: OsdState): readonly (Instant | null)[] {
  const { sourceUntil, focusUntil, identifyUntil, notice, administrator } = announcements;
  return [sourceUntil, focusUntil, identifyUntil, notice?.until ?? null, administrator?.until ?? null];
}

export function announcementsAt(announcements: Announcements, at: Instant): Announcements {
  const alive = (until: Instant | null): Instant | null => (until !== null && until > at ? until : null);
  return {
    sourceUntil: alive(announcements.sourceUntil),
    focusUntil: alive(announcements.focusUntil),
    identifyUntil: alive(announcements.identifyUntil),
    notice: alive(announcements.notice?.until ?? null) === null ? null : announcements.notice,
    administrator: alive(announcements.administrator?.until ?? null) === null ? null : announcements.administrator,
  };
}
