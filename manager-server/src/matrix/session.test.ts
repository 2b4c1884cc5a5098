import type { TwoSeatsPolicy } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';
import { planOf } from './plan.ts';

const room = controlRoom();
const [one] = room.tx;
const [left, middle, right] = room.seat;
const [desk, other] = room.desk;
const sign = () => ({ body: new Uint8Array(), signature: new Uint8Array() });

const signedIn = (): MatrixLab => new MatrixLab(room.builder).allOnline().signIn(left, room.chief);
const sessionOf = (lab: MatrixLab, receiver = left) => lab.state.sessions.get(lab.state.site.seatOf(receiver).key);
const planned = (lab: MatrixLab, receiver = left) => {
  const plan = planOf(lab.state, receiver, { sign, revision: 1 });
  if (plan?.type !== 'receiver') throw new Error('no plan');
  return plan;
};

test('one sign-in serves the whole seat', () => {
  const lab = signedIn();
  expect([left, middle, right].map((key) => planned(lab, key).session?.operator)).toEqual(['hxfj', 'hxfj', 'hxfj']);
  expect(planned(lab, desk).session).toBeNull();
});

test('signing out ends what the seat shows, and leaves what was pushed elsewhere', () => {
  const lab = signedIn();
  lab.command(left, 'connect', '4');
  lab.command(left, 'push', '8');
  lab.signOut(middle);
  expect([left, middle, right, room.display].map((key) => lab.shows(key))).toEqual([null, null, null, room.heads[0]]);
  expect(sessionOf(lab)).toBeUndefined();
});

test('signing out while an attempt is under way ends the attempt', () => {
  const lab = signedIn();
  const request = lab.ask(left, 'connect', '1');
  lab.signOut(left);
  expect(answerTo(lab.out, request)).toMatchObject({ refusal: 'link-failed' });
  expect(lab.state.attempts.size).toBe(0);
});

test('signing out where nobody is signed in is answered', () => {
  const lab = new MatrixLab(room.builder).allOnline().signOut(left);
  expect(lab.out).toContainEqual(expect.objectContaining({ type: 'answer', answer: { type: 'sign-out-answer' } }));
});

test('idle seats are told why', () => {
  const lab = signedIn();
  lab.say({ type: 'sign-out', request: 'r', receiver: left, reason: 'idle' });
  expect(lab.out).toContainEqual({
    type: 'desk-notice',
    receiver: middle,
    notice: { type: 'signed-out', reason: 'idle' },
  });
});

test('an administrator ends a session; an unknown one is said to be unknown', () => {
  const lab = signedIn();
  const asker = { actor: 'administrator:a', from: '' };
  const session = sessionOf(lab)?.id;
  if (session === undefined) throw new Error('no session');
  expect(lab.say({ type: 'end-session', request: 'r', session, asker })).toContainEqual({
    type: 'desk-notice',
    receiver: left,
    notice: { type: 'signed-out', reason: 'administrator' },
  });
  expect(lab.say({ type: 'end-session', request: 's', session, asker })).toContainEqual({
    type: 'answer',
    request: 's',
    answer: { type: 'end-session-answer', refusal: 'unknown-session' },
  });
});

test('a display has no sign-in', () => {
  const lab = new MatrixLab(room.builder).allOnline().signIn(room.display, room.chief);
  expect(lab.out).toContainEqual(
    expect.objectContaining({ answer: { type: 'sign-in-answer', refusal: 'wrong-credentials' } }),
  );
});

describe('the same operator at two seats', () => {
  const at = (twoSeats: TwoSeatsPolicy) => {
    const { builder, chief } = controlRoom();
    builder.settings({ twoSeats });
    const lab = new MatrixLab(builder).allOnline().signIn(left, chief);
    lab.command(left, 'connect', '1');
    lab.signIn(desk, chief);
    return lab;
  };
  test('may be', () => {
    const lab = at('allow');
    expect([sessionOf(lab), sessionOf(lab, desk)].map((session) => session?.operator)).toEqual([
      room.chief,
      room.chief,
    ]);
  });
  test('or is refused at the second', () => {
    const lab = at('refuse');
    expect(lab.out).toContainEqual(
      expect.objectContaining({ answer: { type: 'sign-in-answer', refusal: 'signed-in-elsewhere' } }),
    );
    expect(sessionOf(lab, desk)).toBeUndefined();
  });
  test('or moves', () => {
    const lab = at('move');
    expect(sessionOf(lab)).toBeUndefined();
    expect(lab.shows(left)).toBeNull();
    expect(sessionOf(lab, desk)?.operator).toBe(room.chief);
    expect(lab.out).toContainEqual({
      type: 'desk-notice',
      receiver: left,
      notice: { type: 'signed-out', reason: 'elsewhere' },
    });
  });
});

describe('a box that comes back', () => {
  test('with its session goes on', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '1');
    lab.say({ type: 'box-offline', device: left });
    lab.online(left, { session: sessionOf(lab)?.id ?? null });
    expect(planned(lab)).toMatchObject({ session: { operator: 'hxfj' }, route: { source: { id: '0001' } } });
  });

  test('a desk that restarted returns to the sign-in screen, and its route ends', () => {
    const lab = new MatrixLab(room.builder).allOnline().signIn(desk, room.chief);
    lab.command(desk, 'connect', '1');
    lab.say({ type: 'box-offline', device: desk });
    lab.online(desk, { session: null });
    expect(planned(lab, desk)).toMatchObject({ session: null, route: null });
    expect(lab.shows(desk)).toBeNull();
  });

  test('one receiver of a seat that restarted gets its plan back from the others’ session', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '4');
    lab.say({ type: 'box-offline', device: middle });
    lab.online(middle, { session: null });
    expect(planned(lab, middle)).toMatchObject({ session: { operator: 'hxfj' }, route: { source: { id: '0005' } } });
  });

  test('a whole seat that restarted is signed out', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '1');
    for (const key of room.seat) lab.say({ type: 'box-offline', device: key });
    lab.online(right).online(middle);
    expect(planned(lab, right).session).toBeNull();
    lab.online(left);
    expect(sessionOf(lab)).toBeUndefined();
    expect(lab.shows(left)).toBeNull();
  });

  test('while it is in doubt whether the seat restarted, a receiver shows the sign-in screen and may do nothing', () => {
    const lab = signedIn();
    const session = sessionOf(lab)?.id ?? null;
    for (const key of room.seat) lab.say({ type: 'box-offline', device: key });
    lab.online(middle);
    expect(planned(lab, middle).session).toBeNull();
    expect(lab.command(middle, 'connect', '1')).toMatchObject({ refusal: 'out-of-range' });
    lab.online(left, { session });
    expect(planned(lab, middle).session).toMatchObject({ operator: 'hxfj' });
  });

  test('a doubt that nobody settles within ten seconds ends the session', () => {
    const lab = signedIn();
    for (const key of room.seat) lab.say({ type: 'box-offline', device: key });
    lab.online(middle);
    lab.pass(9999);
    expect(sessionOf(lab)).toBeDefined();
    lab.pass(1);
    expect(sessionOf(lab)).toBeUndefined();
  });

  test('is where it was for its neighbours while it is away: their links need no manager', () => {
    const lab = signedIn();
    lab.say({ type: 'box-offline', device: middle });
    expect(planned(lab).seat.members).toMatchObject([{}, { id: '5002', peer: { host: middle } }, {}]);
  });

  test('a display gets its last route', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '1');
    lab.command(left, 'push', '8');
    lab.say({ type: 'box-offline', device: room.display });
    lab.online(room.display);
    expect(planned(lab, room.display).route).toMatchObject({ source: { id: '0001' } });
  });

  test('a transmitter gets its routes back, and its receivers where it is now', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '1');
    lab.say({ type: 'box-offline', device: one });
    expect(planned(lab).route).toMatchObject({ peer: null });
    lab.online(one);
    expect(planned(lab).route).toMatchObject({ peer: { host: one } });
    expect(planOf(lab.state, one, { sign, revision: 1 })).toMatchObject({ routes: [{ mode: 'shared' }] });
    expect(lab.out).toContainEqual({ type: 'plan-changed', device: left });
  });
});

test('a desk without a seat is a seat of its own', () => {
  const lab = new MatrixLab(room.builder).allOnline().signIn(other, room.guest);
  expect(planned(lab, other).seat).toMatchObject({ name: 'Rx 5005', members: [{ id: '5005' }] });
});
