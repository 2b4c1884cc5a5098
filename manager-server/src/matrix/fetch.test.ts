import type { CommandRefusal } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';

const room = controlRoom();
const [one, two] = room.tx;
const [main, second] = room.heads;
const [left, middle] = room.seat;
const [desk, other] = room.desk;
const [tileA, tileB] = room.wall;

/** The chief sits at the seat of three, which shows 0001, and at 5004; the guest at 5005. */
function ready(): MatrixLab {
  const lab = new MatrixLab(room.builder).allOnline();
  lab.signIn(left, room.chief).signIn(desk, room.chief).signIn(other, room.guest);
  lab.command(left, 'connect', '1');
  return lab;
}

const refusalOf = (lab: MatrixLab, text: string, at = desk): CommandRefusal | null | undefined => {
  const answer = lab.command(at, 'fetch', text);
  return answer.type === 'command-answer' ? answer.refusal : undefined;
};

test('takes what the other receiver shows, as a connect of one’s own', () => {
  const lab = ready();
  expect(refusalOf(lab, '1')).toBeNull();
  expect(lab.state.routes.get(desk)?.route).toMatchObject({
    transmitter: one,
    mode: 'shared',
    basis: { type: 'own-grant', operator: room.chief },
  });
  expect(lab.shows(left)).toBe(one);
});

describe('refusals, each from its cause', () => {
  test('unknown, wrong kind, several, a hotkey with several, all', () => {
    for (const text of ['99', '1001', '1,2', 'desks', 'mail', 'all']) {
      expect(refusalOf(ready(), text)).toBe('unknown-name');
    }
  });
  test('a hotkey with one receiver stands for it', () => {
    expect(refusalOf(ready(), 'front')).toBe('shows-nothing');
  });
  test('no right to fetch from there', () => {
    expect(refusalOf(ready(), '2', other)).toBe('out-of-range');
  });
  test('no right to connect to what it shows, although the receiver is in range', () => {
    const lab = ready();
    expect(refusalOf(lab, '1', other)).toBeNull();
    lab.command(left, 'connect', '2');
    expect(refusalOf(lab, '1', other)).toBe('out-of-range');
  });
  test('offline, the receiver or its transmitter', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: one });
    expect(refusalOf(lab, '1')).toBe('offline');
    lab.online(one).say({ type: 'box-offline', device: left });
    expect(refusalOf(lab, '1')).toBe('offline');
  });
  test('same source', () => {
    const lab = ready();
    lab.command(desk, 'connect', '1');
    expect(refusalOf(lab, '1')).toBe('same-source');
  });
  test('shows nothing', () => {
    expect(refusalOf(ready(), '2')).toBe('shows-nothing');
  });
  test('no link, no signal', () => {
    const lab = ready();
    const request = lab.ask(desk, 'fetch', '1');
    expect(answerTo(lab.pass(2000), request)).toMatchObject({ refusal: 'link-failed' });
    const again = lab.ask(desk, 'fetch', '1');
    expect(answerTo(lab.report(desk, { type: 'failed', reason: 'no-signal' }), again)).toMatchObject({
      refusal: 'no-signal',
    });
  });
});

describe('of two causes at once the earlier answers', () => {
  test('out of range before offline', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: middle });
    expect(refusalOf(lab, '2', other)).toBe('out-of-range');
  });
  test('offline before same source', () => {
    const lab = ready();
    lab.command(desk, 'connect', '1');
    lab.say({ type: 'box-offline', device: left });
    expect(refusalOf(lab, '1')).toBe('offline');
  });
  test('offline before shows nothing', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: middle });
    expect(refusalOf(lab, '2')).toBe('offline');
  });
});

test('heads come together, the main one to the receiver that asked', () => {
  const lab = ready();
  lab.command(desk, 'connect', '4');
  expect(refusalOf(lab, '4', left)).toBeNull();
  expect([left, middle].map((key) => lab.shows(key))).toEqual([main, second]);
});

test('from a receiver that shows a further head alone, that picture comes', () => {
  const lab = ready();
  lab.command(left, 'connect', '4');
  lab.command(left, 'connect', '1');
  expect(refusalOf(lab, '2')).toBeNull();
  expect(lab.shows(desk)).toBe(second);
});

test('from any tile of a spliced wall comes the wall’s source, whole', () => {
  const lab = ready();
  lab.command(left, 'push', '6');
  for (const tile of ['5006', '5007']) {
    lab.command(desk, 'connect', '2');
    expect(refusalOf(lab, tile)).toBeNull();
    expect(lab.state.routes.get(desk)?.route).toMatchObject({ transmitter: one, crop: null });
  }
});

test('from a receiver of a single wall comes its own source', () => {
  const single = controlRoom('single');
  const lab = new MatrixLab(single.builder).allOnline().signIn(left, single.chief).signIn(desk, single.chief);
  lab.command(left, 'connect', '1');
  lab.command(left, 'push', '6');
  lab.command(left, 'connect', '2');
  lab.command(left, 'push', '7');
  expect([tileA, tileB].map((key) => lab.shows(key))).toEqual([one, two]);
  lab.command(desk, 'fetch', '7');
  expect(lab.shows(desk)).toBe(two);
});
