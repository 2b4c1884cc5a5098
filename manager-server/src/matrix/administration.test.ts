import type { BoxAnswer, CommandRefusal, DeviceKey } from '@seatmatrix/protocol/domain';
import { deviceKey } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';

const room = controlRoom();
const [one] = room.tx;
const [main, second] = room.heads;
const [left, middle, right] = room.seat;
const [desk, other] = room.desk;
const [tileA, tileB] = room.wall;
const asker = { actor: 'administrator:a', from: '192.0.2.7' };

/** The chief at 5004 shows 0001; the guest sits at 5005, nobody at the seat of three. */
function ready(): MatrixLab {
  const lab = new MatrixLab(room.builder).allOnline();
  lab.signIn(desk, room.chief).signIn(other, room.guest);
  lab.command(desk, 'connect', '1');
  return lab;
}

function push(lab: MatrixLab, receiver: DeviceKey, targets: readonly DeviceKey[] | 'all'): BoxAnswer | undefined {
  const request = lab.nextRequest();
  const out = lab.say({
    type: 'administrator-push',
    ...{ request, receiver, targets, withoutPicture: false, asker },
  });
  return answerTo(out, request) ?? answerTo(lab.live(), request);
}

const refusals = (answer: BoxAnswer | undefined): readonly (readonly [string, CommandRefusal | null])[] =>
  answer?.type === 'command-answer' ? answer.targets.map(({ id, refusal }) => [id, refusal] as const) : [];

describe('an administrator’s push', () => {
  test('shows at others what the receiver shows, and names each target', () => {
    const lab = ready();
    const answer = push(lab, desk, [other, room.display, left]);
    expect(answer).toMatchObject({ type: 'command-answer', refusal: 'nobody-signed-in' });
    expect(refusals(answer)).toEqual([
      ['5005', null],
      ['5008', null],
      ['5001', 'nobody-signed-in'],
    ]);
    expect([other, room.display, left].map((key) => lab.shows(key))).toEqual([one, one, null]);
    expect(lab.state.routes.get(other)?.route.basis.type).toBe('push');
  });

  test('tells the desk whose picture was replaced', () => {
    const lab = ready();
    const request = lab.nextRequest();
    lab.say({ type: 'administrator-push', request, receiver: desk, targets: [other], withoutPicture: false, asker });
    expect(lab.live()).toContainEqual({
      type: 'desk-notice',
      receiver: other,
      notice: { type: 'pushed-by', operator: 'administrator:a', source: '0001 Tx 0001' },
    });
  });

  test('to all reaches who can take it, a wall once, and passes over empty desks', () => {
    const lab = ready();
    expect(refusals(push(lab, desk, 'all'))).toEqual([
      ['5005', null],
      ['5006', null],
      ['5008', null],
    ]);
    expect([tileA, tileB, room.display].map((key) => lab.shows(key))).toEqual([one, one, one]);
    expect([left, middle, right].map((key) => lab.shows(key))).toEqual([null, null, null]);
    expect(push(lab, desk, 'all')).toMatchObject({ refusal: 'same-source', targets: [] });
  });

  test('takes all heads of the computer along, whatever anybody’s grants', () => {
    const lab = ready();
    lab.command(desk, 'connect', '4');
    lab.signIn(left, room.guest);
    expect(refusals(push(lab, desk, [left]))).toEqual([['5001', null]]);
    expect([left, middle].map((key) => lab.shows(key))).toEqual([main, second]);
  });

  test('is refused whole where nothing is shown, or where one of them is no receiver', () => {
    const lab = ready();
    expect(push(lab, left, [other])).toMatchObject({ refusal: 'no-source' });
    for (const targets of [[other, deviceKey('nowhere')], [one]]) {
      expect(push(lab, desk, targets)).toEqual({ type: 'command-answer', refusal: 'unknown-name', targets: [] });
    }
    expect(push(lab, deviceKey('nowhere'), 'all')).toMatchObject({ refusal: 'unknown-name' });
    expect(lab.shows(other)).toBeNull();
  });

  test('counts a receiver that is named twice once, and is audited target by target', () => {
    const lab = ready();
    const request = lab.nextRequest();
    const targets = [other, other, left];
    const out = [
      ...lab.say({ type: 'administrator-push', request, receiver: desk, targets, withoutPicture: false, asker }),
      ...lab.live(),
    ];
    const entries = out.flatMap((each) =>
      each.type === 'write' && each.write.type === 'audit' ? [each.write.entry] : [],
    );
    expect(entries.filter(({ action }) => action === 'push')).toMatchObject([
      { actor: 'administrator:a', from: '192.0.2.7', action: 'push', object: '5005 Rx 5005', outcome: 'done' },
      { action: 'push', object: '5001 Rx 5001', outcome: 'refused', detail: 'nobody-signed-in' },
    ]);
  });
});
