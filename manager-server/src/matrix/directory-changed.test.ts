import { type DeviceKey, mayRoute, type OperatorKey } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import type { DirectorySnapshot } from '../directory/collection.ts';
import { controlRoom } from '../testing/control-room.ts';
import { answerTo, MatrixLab } from '../testing/matrix-lab.ts';
import { siteOf } from './site.ts';

const room = controlRoom();
const [one] = room.tx;
const [left, middle] = room.seat;
const [desk, other] = room.desk;
const [tileA, tileB] = room.wall;

type Edit = { -readonly [Name in keyof DirectorySnapshot]?: DirectorySnapshot[Name] };

const edited = (lab: MatrixLab, edit: (snapshot: DirectorySnapshot) => Edit) => {
  const snapshot = room.builder.snapshot();
  return lab.say({ type: 'directory-changed', site: siteOf({ ...snapshot, ...edit(snapshot) }) });
};

const withoutGrant =
  (operator: OperatorKey, device: DeviceKey) =>
  (snapshot: DirectorySnapshot): Edit => ({
    grants: new Map(
      [...snapshot.grants].filter(([, { value }]) => value.subject.key !== operator || value.object.key !== device),
    ),
  });

const withoutOperator =
  (operator: OperatorKey) =>
  (snapshot: DirectorySnapshot): Edit => ({
    operators: new Map(
      [...snapshot.operators].map(([key, each]) => [
        key,
        key === operator ? { ...each, value: { ...each.value, disabled: true } } : each,
      ]),
    ),
  });

const without =
  (device: DeviceKey) =>
  (snapshot: DirectorySnapshot): Edit => ({
    devices: new Map([...snapshot.devices].filter(([key]) => key !== device)),
  });

function ready(): MatrixLab {
  const lab = new MatrixLab(room.builder).allOnline().signIn(desk, room.chief).signIn(other, room.guest);
  lab.command(desk, 'connect', '1');
  return lab;
}

describe('a right that is withdrawn', () => {
  test('ends the route that rested on it at once, and the desk is told', () => {
    const lab = ready();
    const out = edited(lab, withoutGrant(room.chief, one));
    expect(lab.shows(desk)).toBeNull();
    expect(out).toContainEqual({
      type: 'desk-notice',
      receiver: desk,
      notice: { type: 'right-withdrawn', source: '0001 Tx 0001' },
    });
    expect(out).toContainEqual({ type: 'plan-changed', device: one });
  });

  test('ends an attempt that rested on it', () => {
    const lab = ready();
    const request = lab.ask(desk, 'connect', '2');
    expect(answerTo(edited(lab, withoutGrant(room.chief, room.tx[1])), request)).toMatchObject({
      refusal: 'out-of-range',
    });
    expect(lab.shows(desk)).toBe(one);
  });

  test('of the pusher leaves what he pushed', () => {
    const lab = ready();
    lab.command(desk, 'push', '8');
    edited(lab, withoutGrant(room.chief, one));
    expect(lab.shows(room.display)).toBe(one);
  });

  test('of the desk’s own operator takes the keys from a pushed picture and leaves the picture', () => {
    const lab = ready();
    lab.command(desk, 'push', '5');
    const before = lab.state.routes.get(other)?.route;
    expect(before?.mode).toBe('shared');
    edited(lab, withoutGrant(room.guest, one));
    const after = lab.state.routes.get(other)?.route;
    expect(after).toMatchObject({ transmitter: one, mode: 'view' });
    expect(after?.id).not.toBe(before?.id);
  });
});

describe('an operator who is disabled', () => {
  test('is signed out everywhere, and told', () => {
    const lab = ready();
    const out = edited(lab, withoutOperator(room.chief));
    expect(lab.shows(desk)).toBeNull();
    expect(lab.state.sessions.size).toBe(1);
    expect(out).toContainEqual({
      type: 'desk-notice',
      receiver: desk,
      notice: { type: 'signed-out', reason: 'disabled' },
    });
  });

  test('what he pushed ends at desks and stays on displays', () => {
    const lab = ready();
    lab.command(desk, 'push', '5,8,6');
    edited(lab, withoutOperator(room.chief));
    expect([other, room.display, tileA, tileB].map((key) => lab.shows(key))).toEqual([null, one, one, one]);
  });
});

describe('a device that changes', () => {
  test('deleted, it takes its routes with it', () => {
    const lab = ready();
    edited(lab, without(one));
    expect(lab.shows(desk)).toBeNull();
    expect(lab.state.boxes.has(one)).toBe(false);
  });

  test('renamed, it is renamed in the plans that name it, and in no other', () => {
    const lab = ready();
    const out = edited(lab, (snapshot) => {
      const device = snapshot.devices.get(one);
      if (device === undefined) throw new Error('no device');
      const renamed = { ...device, value: { ...device.value, name: '调度主机' } };
      return { devices: new Map(snapshot.devices).set(one, renamed) };
    });
    // This snapshot was built anew, and everything in it is another object; the builder gives the same values each time.
    expect(out).toContainEqual({ type: 'plan-changed', device: desk });
    expect(out).toContainEqual({ type: 'plan-changed', device: one });
    expect(lab.state.routes.get(desk)?.route.transmitter).toBe(one);
  });
});

test('a change that touches nobody’s plan changes no plan', () => {
  const lab = new MatrixLab(room.builder).allOnline();
  const snapshot = room.builder.snapshot();
  lab.say({ type: 'directory-changed', site: siteOf(snapshot) });
  const out = lab.say({ type: 'directory-changed', site: siteOf({ ...snapshot, hotkeys: new Map() }) });
  expect(out.filter((each) => each.type === 'plan-changed')).toEqual([]);
});

describe('a wall that changes', () => {
  const withWall =
    (state: 'spliced' | 'single') =>
    (snapshot: DirectorySnapshot): Edit => ({
      walls: new Map([...snapshot.walls].map(([key, each]) => [key, { ...each, value: { ...each.value, state } }])),
    });

  test('taken apart, each tile keeps its picture, whole', () => {
    const lab = ready();
    lab.command(desk, 'push', '6');
    edited(lab, withWall('single'));
    expect([tileA, tileB].map((key) => lab.state.routes.get(key)?.route)).toMatchObject([
      { transmitter: one, crop: null },
      { transmitter: one, crop: null },
    ]);
  });

  test('spliced, it shows its first picture across all tiles', () => {
    const lab = ready();
    edited(lab, withWall('single'));
    lab.command(desk, 'push', '7');
    expect(lab.shows(tileA)).toBeNull();
    edited(lab, withWall('spliced'));
    expect([tileA, tileB].map((key) => lab.state.routes.get(key)?.route)).toMatchObject([
      { transmitter: one, crop: { left: 0, width: 0.5 } },
      { transmitter: one, crop: { left: 0.5, width: 0.5 } },
    ]);
  });

  test.each([
    ['spliced', 'single'],
    ['single', 'spliced'],
  ] as const)('what is on its way to a %s wall fails when it is %s before it comes', (before, after) => {
    const lab = ready();
    edited(lab, withWall(before));
    const request = lab.ask(desk, 'push', '7');
    expect(lab.state.attempts.has(tileB)).toBe(true);
    expect(answerTo(edited(lab, withWall(after)), request)).toMatchObject({ refusal: 'link-failed' });
    expect([tileA, tileB].map((key) => lab.state.attempts.has(key))).toEqual([false, false]);
    lab.live();
    expect([tileA, tileB].map((key) => lab.shows(key))).toEqual([null, null]);
  });
});

describe('a seat that changes', () => {
  const withSeat =
    (receivers: readonly DeviceKey[] | null) =>
    (snapshot: DirectorySnapshot): Edit => ({
      seats: new Map(
        receivers === null
          ? []
          : [...snapshot.seats].map(([key, each]) => [key, { ...each, value: { ...each.value, receivers } }]),
      ),
    });

  test('a receiver that leaves it shows nothing, since nobody has signed in there', () => {
    const lab = ready().signIn(left, room.chief);
    lab.command(left, 'connect', '4');
    edited(lab, withSeat([left]));
    expect([left, middle].map((key) => lab.shows(key))).toEqual([room.heads[0], null]);
  });

  test('a receiver that leaves it is not handed over as it is, keys and all, to whoever signs in there next', () => {
    const lab = ready().signIn(left, room.chief);
    lab.command(left, 'connect', '4');
    edited(lab, (snapshot) => ({
      ...withSeat([left])(snapshot),
      // Pictures may be looked at there while nobody is signed in; what somebody connected himself is no such picture.
      devices: new Map(
        [...snapshot.devices].map(([key, each]) => {
          const { value } = each;
          return [key, value.kind === 'receiver' ? { ...each, value: { ...value, viewWhileSignedOut: true } } : each];
        }),
      ),
    }));
    lab.signIn(middle, room.guest);
    expect(lab.state.routes.get(middle)).toBeUndefined();
  });

  test('taken apart, it is signed out', () => {
    const lab = ready().signIn(left, room.chief);
    lab.command(left, 'connect', '4');
    edited(lab, withSeat(null));
    expect([left, middle].map((key) => lab.shows(key))).toEqual([null, null]);
    expect(lab.state.sessions.size).toBe(2);
  });
});

test('the gathered rights are those of the domain’s law, one by one', () => {
  const snapshot = room.builder.snapshot();
  const site = siteOf(snapshot);
  const deviceGroups = new Map([...snapshot['device-groups'].values()].map(({ value }) => [value.key, value]));
  const grants = [...snapshot.grants.values()].map(({ value }) => value);
  for (const { value: operator } of snapshot.operators.values()) {
    for (const { value: device } of snapshot.devices.values()) {
      for (const right of ['connect', 'push', 'fetch'] as const) {
        const law = mayRoute({ operator, right, device: device.key }, { grants, deviceGroups }).allowed;
        expect(site.may(operator.key, right, device.key)).toBe(law);
      }
    }
  }
});
