import type { BoxAnswer, CommandRefusal } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';

const room = controlRoom();
const [one, two] = room.tx;
const [main, second] = room.heads;
const [left, middle, right] = room.seat;
const [desk] = room.desk;

const answer = (refusal: CommandRefusal | null): BoxAnswer => ({ type: 'command-answer', refusal, targets: [] });
const signedIn = (): MatrixLab =>
  new MatrixLab(room.builder).allOnline().signIn(desk, room.chief).signIn(left, room.chief);

test('a connect keeps an attempt beside the route, and the first picture makes it the route', () => {
  const lab = signedIn();
  lab.command(desk, 'connect', '1');
  const request = lab.ask(desk, 'connect', '2');
  expect(answerTo(lab.out, request)).toBeUndefined();
  expect(lab.shows(desk)).toBe(one);
  expect(lab.state.attempts.get(desk)?.route.transmitter).toBe(two);
  const out = lab.live();
  expect(answerTo(out, request)).toEqual(answer(null));
  expect(lab.shows(desk)).toBe(two);
  expect(lab.state.attempts.has(desk)).toBe(false);
  expect(lab.state.commands.size).toBe(0);
});

test('the route is shared and rests on the operator’s own grant', () => {
  const lab = signedIn();
  lab.command(desk, 'connect', '0001');
  expect(lab.state.routes.get(desk)?.route).toMatchObject({
    mode: 'shared',
    basis: { type: 'own-grant', operator: room.chief },
    crop: null,
  });
});

test('no word from the receiver within two seconds is a failed link, and the old route stays', () => {
  const lab = signedIn();
  lab.command(desk, 'connect', '1');
  const request = lab.ask(desk, 'connect', '2');
  expect(lab.out).toContainEqual({ type: 'wake', at: 2000 });
  expect(answerTo(lab.pass(1999), request)).toBeUndefined();
  expect(answerTo(lab.pass(1), request)).toEqual(answer('link-failed'));
  expect(lab.shows(desk)).toBe(one);
  expect(lab.state.attempts.size).toBe(0);
});

test('the two seconds begin when the plan has left, however long the store took', () => {
  const lab = signedIn();
  lab.storeIsFast = false;
  const request = lab.ask(desk, 'connect', '2');
  expect(lab.pass(60_000)).toEqual([]);
  expect(lab.say({ type: 'left', requests: [request] })).toEqual([{ type: 'wake', at: 62_000 }]);
  expect(answerTo(lab.pass(1999), request)).toBeUndefined();
  expect(lab.say({ type: 'left', requests: [request] })).toEqual([]);
  expect(answerTo(lab.pass(1), request)).toEqual(answer('link-failed'));
});

test('a computer without a picture is refused, and connected when the operator asks again without one', () => {
  const lab = signedIn();
  const request = lab.ask(desk, 'connect', '2');
  expect(answerTo(lab.report(desk, { type: 'failed', reason: 'no-signal' }), request)).toEqual(answer('no-signal'));
  expect(lab.shows(desk)).toBeNull();
  const again = lab.ask(desk, 'connect', '2', true);
  expect(lab.state.attempts.get(desk)?.withoutPicture).toBe(true);
  expect(answerTo(lab.report(desk, { type: 'live', picture: false }), again)).toEqual(answer(null));
  expect(lab.shows(desk)).toBe(two);
});

test('a newer command takes the place of an older attempt, which has failed', () => {
  const lab = signedIn();
  const older = lab.ask(desk, 'connect', '1');
  const newer = lab.ask(desk, 'connect', '2');
  expect(answerTo(lab.out, older)).toEqual(answer('link-failed'));
  expect(answerTo(lab.live(), newer)).toEqual(answer(null));
  expect(lab.shows(desk)).toBe(two);
});

test('a report of a generation that is over changes nothing', () => {
  const lab = signedIn();
  lab.ask(desk, 'connect', '1');
  const stale = lab.state.attempts.get(desk)?.route;
  lab.ask(desk, 'connect', '2');
  const before = lab.state;
  if (stale === undefined) throw new Error('no attempt');
  const live = { route: stale.id, generation: stale.generation, status: { type: 'live', picture: true } } as const;
  lab.say({ type: 'route-reports', device: desk, reports: [live] });
  expect(lab.state.routes).toBe(before.routes);
  expect(lab.state.attempts).toBe(before.attempts);
});

test('two operators at one instant both get the source, shared', () => {
  const lab = signedIn();
  lab.ask(desk, 'connect', '1');
  lab.ask(left, 'connect', '1');
  lab.live();
  expect([desk, left].map((key) => lab.state.routes.get(key)?.route.mode)).toEqual(['shared', 'shared']);
});

describe('what may be typed', () => {
  const cases: readonly (readonly [string, CommandRefusal | null])[] = [
    ['1', null],
    ['0001', null],
    ['mail', null],
    ['MAIL', null],
    ['9', 'unknown-name'],
    ['5001', 'unknown-name'],
    ['desks', 'unknown-name'],
    ['1,2', 'unknown-name'],
    ['all', 'unknown-name'],
    ['', 'unknown-name'],
    ['no such', 'unknown-name'],
  ];
  test.each(cases)('%j', (text, refusal) => {
    expect(signedIn().command(desk, 'connect', text)).toEqual(answer(refusal));
  });
});

describe('of two causes at once the earlier answers', () => {
  const guest = (): MatrixLab => new MatrixLab(room.builder).allOnline().signIn(desk, room.guest);
  test('unknown before out of range', () => {
    expect(guest().command(desk, 'connect', 'desks')).toEqual(answer('unknown-name'));
  });
  test('out of range before offline', () => {
    const lab = guest();
    lab.say({ type: 'box-offline', device: two });
    expect(lab.command(desk, 'connect', '2')).toEqual(answer('out-of-range'));
  });
  test('offline before same source', () => {
    const lab = guest();
    lab.command(desk, 'connect', '1');
    expect(lab.command(desk, 'connect', '1')).toEqual(answer('same-source'));
    lab.say({ type: 'box-offline', device: one });
    expect(lab.command(desk, 'connect', '1')).toEqual(answer('offline'));
  });
});

describe('several heads', () => {
  test('any head takes all: the main one where it was asked, the rest by seat order', () => {
    const lab = signedIn();
    expect(lab.command(middle, 'connect', '5')).toEqual(answer(null));
    expect([left, middle, right].map((key) => lab.shows(key))).toEqual([null, main, second]);
  });

  test('seat order goes round the end', () => {
    const lab = signedIn();
    lab.command(right, 'connect', '4');
    expect([left, middle, right].map((key) => lab.shows(key))).toEqual([second, null, main]);
  });

  test('a seat with fewer displays gets the main picture', () => {
    const lab = signedIn();
    expect(lab.command(desk, 'connect', '5')).toEqual(answer(null));
    expect(lab.shows(desk)).toBe(main);
  });

  test('asked again with everything in place it is the same source; with a head missing it fetches that head', () => {
    const lab = signedIn();
    lab.command(left, 'connect', '4');
    expect(lab.command(left, 'connect', '4')).toEqual(answer('same-source'));
    lab.command(middle, 'connect', '1');
    expect(lab.command(left, 'connect', '4')).toEqual(answer(null));
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, second]);
  });

  test('the head that was asked decides: another that is away keeps its display as it was', () => {
    const lab = signedIn();
    lab.command(middle, 'connect', '1');
    lab.say({ type: 'box-offline', device: second });
    expect(lab.command(left, 'connect', '4')).toEqual(answer(null));
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, one]);
  });

  test('the answer leaves with the head that was asked, and a later head still comes up', () => {
    const lab = signedIn();
    const request = lab.ask(left, 'connect', '4');
    expect(answerTo(lab.report(left, { type: 'live', picture: true }), request)).toEqual(answer(null));
    expect(answerTo(lab.report(middle, { type: 'live', picture: true }), request)).toBeUndefined();
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, second]);
    expect(lab.state.commands.size).toBe(0);
  });

  test('a further head that never comes up is dropped after two seconds', () => {
    const lab = signedIn();
    lab.ask(left, 'connect', '4');
    lab.report(left, { type: 'live', picture: true });
    lab.pass(2000);
    expect(lab.state.attempts.size).toBe(0);
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, null]);
  });

  test('a head without a grant of its own is left out', () => {
    const { builder, guest } = controlRoom();
    builder.allow(guest, 'connect', [main]);
    const lab = new MatrixLab(builder).allOnline().signIn(left, guest);
    expect(lab.command(left, 'connect', '4')).toEqual(answer(null));
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, null]);
  });

  test('a hotkey with several transmitters fills the seat in its order', () => {
    const lab = signedIn();
    expect(lab.command(left, 'connect', 'pair')).toEqual(answer(null));
    expect([left, middle, right].map((key) => lab.shows(key))).toEqual([one, two, null]);
  });

  test('a hotkey with the heads of one computer is that computer', () => {
    const lab = signedIn();
    lab.command(middle, 'connect', 'both');
    expect([middle, right].map((key) => lab.shows(key))).toEqual([main, second]);
  });
});

test('nobody is signed in: nothing is within anybody’s rights', () => {
  const lab = new MatrixLab(room.builder).allOnline();
  expect(lab.command(desk, 'connect', '1')).toEqual(answer('out-of-range'));
});

test('every answer is in the audit, with who, from where and how it went', () => {
  const lab = signedIn();
  lab.command(desk, 'connect', '9');
  expect(lab.out).toContainEqual({
    type: 'write',
    write: {
      type: 'audit',
      entry: {
        at: 1_000_000,
        actor: 'operator:hxfj',
        from: 'Rx 5004',
        action: 'connect',
        object: '9',
        outcome: 'refused',
        detail: 'unknown-name',
      },
    },
  });
});
