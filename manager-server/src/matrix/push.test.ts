import type { CommandRefusal, DeviceKey } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';

const room = controlRoom();
const [one, two] = room.tx;
const [main, second] = room.heads;
const [left, middle, right] = room.seat;
const [desk, other] = room.desk;
const [tileA, tileB] = room.wall;

/** The chief at 5004 shows 0001; the guest sits at 5005, the chief also at the seat of three. */
function ready(): MatrixLab {
  const lab = new MatrixLab(room.builder).allOnline();
  lab.signIn(desk, room.chief).signIn(other, room.guest).signIn(left, room.chief);
  lab.command(desk, 'connect', '1');
  return lab;
}

const refusalOf = (lab: MatrixLab, text: string): CommandRefusal | null | undefined => {
  const answer = lab.command(desk, 'push', text);
  return answer.type === 'command-answer' ? answer.refusal : undefined;
};

const targetsOf = (lab: MatrixLab, text: string): readonly (readonly [string, CommandRefusal | null])[] => {
  const answer = lab.command(desk, 'push', text);
  return answer.type === 'command-answer' ? answer.targets.map(({ id, refusal }) => [id, refusal] as const) : [];
};

const shown = (lab: MatrixLab, ...receivers: readonly DeviceKey[]) => receivers.map((key) => lab.shows(key));

describe('one target', () => {
  test('shows what the pusher shows, resting on the push; its operator is told', () => {
    const lab = ready();
    lab.command(desk, 'connect', '2');
    const request = lab.ask(desk, 'push', '5');
    const out = lab.live();
    expect(answerTo(out, request)).toEqual({
      type: 'command-answer',
      refusal: null,
      targets: [{ id: '5005', name: 'Rx 5005', refusal: null }],
    });
    expect(lab.state.routes.get(other)?.route).toMatchObject({
      transmitter: two,
      mode: 'view',
      basis: { type: 'push', by: room.chief },
    });
    expect(out).toContainEqual({
      type: 'desk-notice',
      receiver: other,
      notice: { type: 'pushed-by', operator: 'hxfj', source: '0002 Tx 0002' },
    });
  });

  test('passes keys where its operator could have connected himself', () => {
    const lab = ready();
    lab.command(desk, 'push', '5005');
    expect(lab.state.routes.get(other)?.route.mode).toBe('shared');
  });

  test('on a display it is a view', () => {
    const lab = ready();
    lab.command(desk, 'push', '5008');
    expect(lab.state.routes.get(room.display)?.route.mode).toBe('view');
  });

  test('cannot be had again after switching away, nor after signing out', () => {
    const lab = ready();
    lab.command(desk, 'connect', '2');
    lab.command(desk, 'push', '5');
    lab.command(other, 'connect', '1');
    expect(lab.command(other, 'connect', '2')).toMatchObject({ refusal: 'out-of-range' });
    lab.command(desk, 'push', '5');
    lab.signOut(other);
    expect(lab.shows(other)).toBeNull();
    lab.signIn(other, room.guest);
    expect(lab.command(other, 'connect', '2')).toMatchObject({ refusal: 'out-of-range' });
  });

  test('stays when the pusher signs out', () => {
    const lab = ready();
    lab.command(desk, 'push', '5');
    lab.signOut(desk);
    expect(shown(lab, desk, other)).toEqual([null, one]);
  });
});

describe('refusals, each from its cause', () => {
  test('unknown name', () => expect(refusalOf(ready(), '9')).toBe('unknown-name'));
  test('a transmitter’s hotkey', () => expect(refusalOf(ready(), 'mail')).toBe('unknown-name'));
  test('one unknown name among others refuses all', () => {
    const lab = ready();
    expect(refusalOf(lab, '5,9')).toBe('unknown-name');
    expect(lab.shows(other)).toBeNull();
  });
  test('out of range', () => {
    const lab = ready();
    const answer = lab.command(other, 'connect', '1');
    expect(answer).toMatchObject({ refusal: null });
    expect(lab.command(other, 'push', '4')).toMatchObject({ refusal: 'out-of-range' });
  });
  test('no source', () => {
    const lab = new MatrixLab(room.builder).allOnline().signIn(desk, room.chief).signIn(other, room.guest);
    expect(lab.command(desk, 'push', '5')).toMatchObject({ refusal: 'no-source' });
  });
  test('offline target', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: other });
    expect(refusalOf(lab, '5')).toBe('offline');
  });
  test('nobody signed in', () => {
    const lab = ready();
    lab.signOut(other);
    expect(refusalOf(lab, '5')).toBe('nobody-signed-in');
  });
  test('same source', () => {
    const lab = ready();
    expect(refusalOf(lab, '5')).toBeNull();
    expect(refusalOf(lab, '5')).toBe('same-source');
  });
  test('no link, no signal', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '5');
    expect(answerTo(lab.pass(2000), request)).toMatchObject({ refusal: 'link-failed' });
    const again = lab.ask(desk, 'push', '5');
    expect(answerTo(lab.report(other, { type: 'failed', reason: 'no-signal' }), again)).toMatchObject({
      refusal: 'no-signal',
    });
  });
});

describe('of two causes at once the earlier answers', () => {
  const causes: Readonly<Record<string, (lab: MatrixLab) => void>> = {
    'no-source': (lab) => void lab.say({ type: 'administrator-disconnect', request: 'x', receiver: desk, asker }),
    offline: (lab) => void lab.say({ type: 'box-offline', device: other }),
    'nobody-signed-in': (lab) => void lab.signOut(other),
    'same-source': (lab) => void lab.command(desk, 'push', '5'),
  };
  const asker = { actor: 'administrator:a', from: '' };
  const names = Object.keys(causes);
  // Signed out, nothing is shown: those two cannot be at once unless the desk may look while signed out, and then it is not refused.
  const impossible = new Set(['nobody-signed-in same-source', 'no-source same-source']);
  const pairs = names
    .flatMap((first, index) => names.slice(index + 1).map((later) => [first, later] as const))
    .filter(([first, later]) => !impossible.has(`${first} ${later}`));
  test.each(pairs)('%s before %s', (first, later) => {
    const lab = ready();
    causes[later]?.(lab);
    causes[first]?.(lab);
    expect(refusalOf(lab, '5')).toBe(first);
  });
});

describe('several targets', () => {
  test('are reported in the order typed; the answer is the first refused one’s', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: tileA });
    const answer = lab.command(desk, 'push', '8,6,5');
    expect(answer).toEqual({
      type: 'command-answer',
      refusal: 'offline',
      targets: [
        { id: '5008', name: 'Rx 5008', refusal: null },
        { id: '5006', name: 'Rx 5006', refusal: 'offline' },
        { id: '5005', name: 'Rx 5005', refusal: null },
      ],
    });
  });

  test('the answer waits for the last of them', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '8,5');
    expect(answerTo(lab.report(other, { type: 'live', picture: true }), request)).toBeUndefined();
    expect(answerTo(lab.report(room.display, { type: 'failed', reason: 'link-failed' }), request)).toMatchObject({
      refusal: 'link-failed',
      targets: [
        { id: '5008', refusal: 'link-failed' },
        { id: '5005', refusal: null },
      ],
    });
  });

  test('a hotkey stands for its receivers in order', () => {
    const lab = ready();
    lab.command(left, 'connect', '1');
    const answer = lab.command(left, 'push', 'desks');
    expect(answer).toMatchObject({ refusal: 'same-source', targets: [{ id: '5004' }, { id: '5005' }] });
  });

  test('`all` is every online receiver in the rights outside the own seat, a wall once, empty desks passed over', () => {
    const lab = ready();
    lab.signOut(other);
    expect(targetsOf(lab, 'ALL').map(([id]) => id)).toEqual(['5001', '5002', '5003', '5006', '5008']);
    expect(shown(lab, left, middle, right, tileA, tileB, room.display, other)).toEqual([
      one,
      one,
      one,
      one,
      one,
      one,
      null,
    ]);
  });

  test('`all` with everything in place is the same source', () => {
    const lab = ready();
    lab.command(desk, 'push', 'all');
    expect(lab.command(desk, 'push', 'all')).toEqual({ type: 'command-answer', refusal: 'same-source', targets: [] });
  });

  test('`all` without any push right is out of range', () => {
    const lab = ready();
    lab.command(other, 'connect', '1');
    expect(lab.command(other, 'push', 'all')).toMatchObject({ refusal: 'out-of-range' });
  });
});

describe('several heads', () => {
  const twoHeads = (): MatrixLab => {
    const lab = ready();
    lab.command(left, 'connect', '4');
    return lab;
  };

  test('go together to a seat: the main one to the named receiver, the rest by seat order', () => {
    const lab = ready();
    lab.command(desk, 'connect', '4');
    expect(targetsOf(lab, '2')).toEqual([['5002', null]]);
    expect(shown(lab, left, middle, right)).toEqual([null, main, second]);
  });

  test('a target with fewer displays shows the main picture', () => {
    const lab = twoHeads();
    lab.command(middle, 'push', '5');
    expect(lab.shows(other)).toBe(main);
  });

  test('spare displays keep what they had', () => {
    const lab = ready();
    lab.command(right, 'connect', '2');
    lab.command(desk, 'connect', '4');
    lab.command(desk, 'push', '1');
    expect(shown(lab, left, middle, right)).toEqual([main, second, two]);
  });

  test('a seat that is named receiver by receiver is filled once', () => {
    const lab = ready();
    lab.command(desk, 'connect', '4');
    expect(targetsOf(lab, '1,2')).toEqual([['5001', null]]);
    expect(shown(lab, left, middle, right)).toEqual([main, second, null]);
  });

  test('where the main picture is not at the pusher’s seat, what is shown goes alone', () => {
    const lab = twoHeads();
    lab.command(left, 'connect', '1');
    lab.command(middle, 'push', '5');
    expect(lab.shows(other)).toBe(second);
  });
});

describe('a wall', () => {
  test('spliced: any tile brings the picture across it, each its crop, all in one step', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '7');
    expect([...lab.state.attempts.values()].map(({ hold }) => hold)).toEqual([true, true]);
    lab.report(tileB, { type: 'ready' });
    expect(shown(lab, tileA, tileB)).toEqual([null, null]);
    expect(answerTo(lab.report(tileA, { type: 'ready' }), request)).toMatchObject({
      refusal: null,
      targets: [{ id: '5007' }],
    });
    expect([tileA, tileB].map((key) => lab.state.routes.get(key)?.route)).toMatchObject([
      { transmitter: one, crop: { left: 0, top: 0, width: 0.5, height: 1 } },
      { transmitter: one, crop: { left: 0.5, top: 0, width: 0.5, height: 1 } },
    ]);
  });

  test('a tile that is late after two seconds is wanted all the same', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '6');
    lab.report(tileA, { type: 'ready' });
    expect(answerTo(lab.pass(2000), request)).toMatchObject({ refusal: null });
    expect(shown(lab, tileA, tileB)).toEqual([one, one]);
    expect(lab.state.routes.get(tileB)?.status).toBeNull();
  });

  test('a tile that failed does not hold the others up', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '6');
    lab.report(tileB, { type: 'failed', reason: 'link-failed' });
    expect(answerTo(lab.report(tileA, { type: 'ready' }), request)).toMatchObject({ refusal: null });
  });

  test('a tile that is away has the picture wanted for when it is back', () => {
    const lab = ready();
    lab.say({ type: 'box-offline', device: tileB });
    expect(targetsOf(lab, '6')).toEqual([['5006', null]]);
    expect(shown(lab, tileA, tileB)).toEqual([one, one]);
  });

  test('no tile came up: the wall keeps what it had, and the named one says why', () => {
    const lab = ready();
    const request = lab.ask(desk, 'push', '6');
    lab.report(tileB, { type: 'failed', reason: 'link-failed' });
    expect(answerTo(lab.report(tileA, { type: 'failed', reason: 'no-signal' }), request)).toMatchObject({
      refusal: 'no-signal',
    });
    expect(shown(lab, tileA, tileB)).toEqual([null, null]);
  });

  test('two tiles of one wall are one target', () => {
    expect(targetsOf(ready(), '6,7')).toEqual([['5006', null]]);
  });

  test('a second push to a wall under way takes the first one’s place as a whole', () => {
    const lab = ready();
    lab.command(left, 'connect', '2');
    const first = lab.ask(desk, 'push', '6');
    const newer = lab.ask(left, 'push', '7');
    expect(answerTo(lab.out, first)).toMatchObject({ refusal: 'link-failed' });
    expect(answerTo(lab.live(), newer)).toMatchObject({ refusal: null });
    expect(shown(lab, tileA, tileB)).toEqual([two, two]);
  });

  test('single: that receiver alone, uncropped', () => {
    const single = controlRoom('single');
    const lab = new MatrixLab(single.builder).allOnline().signIn(desk, single.chief);
    lab.command(desk, 'connect', '1');
    lab.command(desk, 'push', '6');
    expect(shown(lab, tileA, tileB)).toEqual([one, null]);
    expect(lab.state.routes.get(tileA)?.route.crop).toBeNull();
  });
});

describe('a desk that may look while signed out', () => {
  function open() {
    const { builder, chief } = controlRoom();
    const open = builder.receiver('5010', { viewWhileSignedOut: true });
    builder.allow(chief, 'push', [open]);
    const lab = new MatrixLab(builder).allOnline().signIn(desk, chief);
    lab.command(desk, 'connect', '1');
    return { lab, open };
  }

  test('shows the picture and passes no key', () => {
    const { lab, open: receiver } = open();
    expect(lab.command(desk, 'push', '10')).toMatchObject({ refusal: null });
    expect(lab.state.routes.get(receiver)?.route).toMatchObject({ transmitter: one, mode: 'view' });
  });
});
