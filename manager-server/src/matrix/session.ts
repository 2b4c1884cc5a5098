import type { DeskNotice, DeviceKey, OperatorKey, SeatKey, SessionId } from '@seatmatrix/protocol/domain';
import { after, seconds } from '@seatmatrix/protocol/kernel';
import { supersede } from './command.ts';
import type { Draft } from './draft.ts';
import type { Asker } from './matrix-state.ts';
import { isOnline, sessionAt } from './placement.ts';

/**
 * How long a seat's other receivers have to show that they still have the session that one of them forgot. Boxes come
 * back within a few seconds of a manager's restart; a desk that lost its power as a whole must not wait for a receiver
 * that never comes.
 */
export const DOUBT_LIMIT = seconds(10);

export function signIn(
  draft: Draft,
  { request, receiver, operator }: { request: string; receiver: DeviceKey; operator: OperatorKey },
): void {
  const { site } = draft.state;
  const person = site.operator(operator);
  const seat = site.seatOf(receiver);
  const asker = { actor: `operator:${person?.name ?? operator}`, from: seat.name };
  const refuse = (refusal: 'wrong-credentials' | 'signed-in-elsewhere'): void => {
    draft.audit(asker, { action: 'sign-in', object: seat.name, outcome: 'refused', detail: refusal });
    draft.emit({ type: 'answer', request, answer: { type: 'sign-in-answer', refusal } });
  };
  // Disabled or deleted while the password was being checked; a display has no sign-in to begin with.
  if (person === undefined || person.disabled || site.receiver(receiver)?.receiverKind !== 'desk') {
    refuse('wrong-credentials');
    return;
  }
  const elsewhere = site.twoSeats === 'allow' ? [] : otherSeats(draft, { operator, seat: seat.key });
  if (elsewhere.length > 0 && site.twoSeats === 'refuse') {
    refuse('signed-in-elsewhere');
    return;
  }
  for (const key of elsewhere) endSession(draft, key, { asker, reason: 'elsewhere' });
  const present = draft.state.sessions.get(seat.key);
  if (present !== undefined && present.operator !== operator)
    endSession(draft, seat.key, { asker, reason: 'elsewhere' });
  if (present?.operator !== operator) {
    const generation = draft.nextGeneration();
    const id = draft.nextSessionId(generation);
    draft.setSession(seat.key, { id, generation, operator, since: draft.now.wall });
  }
  trustSeat(draft, seat.key, seat.receivers);
  draft.audit(asker, { action: 'sign-in', object: seat.name, outcome: 'done', detail: '' });
  draft.emit({ type: 'answer', request, answer: { type: 'sign-in-answer', refusal: null } });
}

export function signOut(
  draft: Draft,
  { request, receiver, reason }: { request: string; receiver: DeviceKey; reason: 'operator' | 'idle' },
): void {
  const session = sessionAt(draft.state, receiver);
  if (session !== null) {
    const seat = draft.state.site.seatOf(receiver);
    const name = draft.state.site.operator(session.operator)?.name ?? session.operator;
    const asker = { actor: `operator:${name}`, from: seat.name };
    endSession(draft, seat.key, { asker, reason });
  }
  draft.emit({ type: 'answer', request, answer: { type: 'sign-out-answer' } });
}

export function endSessionById(
  draft: Draft,
  { request, session: id, asker }: { request: string; session: SessionId; asker: Asker },
): void {
  const found = [...draft.state.sessions].find(([, session]) => session.id === id);
  if (found !== undefined) endSession(draft, found[0], { asker, reason: 'administrator' });
  const refusal = found === undefined ? 'unknown-session' : null;
  draft.emit({ type: 'answer', request, answer: { type: 'end-session-answer', refusal } });
}

export type SessionEnd = 'operator' | 'restart' | Extract<DeskNotice, { type: 'signed-out' }>['reason'];

/**
 * Ends what the seat's receivers show, whatever it rests on: a pushed picture lasts no longer than the session that it
 * was pushed to. What was pushed from here to other desks stays there.
 */
export function endSession(
  draft: Draft,
  seat: SeatKey,
  { asker, reason }: { readonly asker: Asker; readonly reason: SessionEnd },
): void {
  const session = draft.state.sessions.get(seat);
  if (session === undefined) return;
  const receivers = draft.state.site.seatByKey(seat)?.receivers ?? [];
  // The counter rises, so that a transmitter's plan without these routes is newer than they are.
  draft.nextGeneration();
  draft.setSession(seat, null);
  draft.setDoubt(seat, null);
  for (const receiver of receivers) {
    supersede(draft, receiver);
    draft.setRoute(receiver, null);
    draft.setWatcher(receiver, null);
    draft.planChanged(receiver);
    if (reason === 'operator' || reason === 'restart') continue;
    draft.emit({ type: 'desk-notice', receiver, notice: { type: 'signed-out', reason } });
  }
  trustSeat(draft, seat, receivers);
  const object = draft.state.site.operator(session.operator)?.name ?? session.operator;
  draft.audit(asker, { action: 'sign-out', object, outcome: 'done', detail: reason });
}

/**
 * A receiver came and does not show the session that its seat has: it restarted, or was away when somebody signed in.
 * Where another receiver of the seat has the session, it gets it back; where all have forgotten it, the desk
 * restarted and returns to the sign-in screen. Until that is known, it shows the sign-in screen.
 */
export function meetSession(draft: Draft, receiver: DeviceKey, shown: SessionId | null): boolean {
  const seat = draft.state.site.seatOf(receiver);
  const session = draft.state.sessions.get(seat.key);
  if (session === undefined) return true;
  if (shown === session.id) {
    trustSeat(draft, seat.key, seat.receivers);
    return true;
  }
  const others = seat.receivers.filter((key) => key !== receiver);
  if (others.some((key) => draft.state.boxes.get(key)?.online?.trusted)) return true;
  if (others.every((key) => isOnline(draft.state, key))) {
    endSession(draft, seat.key, { asker: THE_MANAGER, reason: 'restart' });
    return true;
  }
  if (!draft.state.doubts.has(seat.key)) {
    const until = after(draft.now.at, DOUBT_LIMIT);
    draft.setDoubt(seat.key, until);
    draft.emit({ type: 'wake', at: until });
  }
  return false;
}

/** Ends the sessions that nobody has shown to have in time. */
export function passDoubts(draft: Draft): void {
  for (const [seat, until] of [...draft.state.doubts]) {
    if (until > draft.now.at) draft.emit({ type: 'wake', at: until });
    else endSession(draft, seat, { asker: THE_MANAGER, reason: 'restart' });
  }
}

export const THE_MANAGER: Asker = { actor: 'manager', from: '' };

function otherSeats(draft: Draft, { operator, seat }: { operator: OperatorKey; seat: SeatKey }): readonly SeatKey[] {
  return [...draft.state.sessions]
    .filter(([key, session]) => session.operator === operator && key !== seat)
    .map(([key]) => key);
}

function trustSeat(draft: Draft, seat: SeatKey, receivers: readonly DeviceKey[]): void {
  draft.setDoubt(seat, null);
  for (const receiver of receivers) {
    draft.planChanged(receiver);
    const box = draft.state.boxes.get(receiver);
    if (box === undefined || box.online === null || box.online.trusted) continue;
    draft.setBox(receiver, { ...box, online: { ...box.online, trusted: true } });
  }
}
