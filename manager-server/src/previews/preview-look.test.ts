import { type DeviceKey, deviceKey, operatorKey, type Role } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { indexDirectory } from '../directory/directory-index.ts';
import { controlRoom } from '../testing/control-room.ts';
import { lookAt, type PreviewFacts } from './preview-look.ts';

const room = controlRoom();
const [tx, otherTx] = room.tx;
const [fetchable] = room.seat;
const [ownDesk, strangersDesk] = room.desk;

/** 5001 and 5004 show the first computer, 5005 the second, the wall's first tile nothing. `guest` sits at 5004. */
const shown = new Map<DeviceKey, DeviceKey>([
  [fetchable, tx],
  [ownDesk, otherTx],
  [strangersDesk, tx],
]);

function factsOf(part: Partial<PreviewFacts> = {}): PreviewFacts {
  return {
    index: indexDirectory(room.builder.snapshot()),
    isOnline: () => true,
    shownAt: (receiver) => shown.get(receiver) ?? null,
    operatorAt: (receiver) => (receiver === ownDesk ? room.guest : null),
    ...part,
  };
}

const seenBy = (role: Role, device: DeviceKey, part: Partial<PreviewFacts> = {}) => {
  const { source, reason } = lookAt(device, { role, operator: room.guest }, factsOf(part));
  return source ?? reason;
};

describe('whose picture a page sees', () => {
  test.each(['administrator', 'supervisor'] as const)('%ss see everything, receivers as their computers', (role) => {
    expect(seenBy(role, otherTx)).toBe(otherTx);
    expect(seenBy(role, strangersDesk)).toBe(tx);
    expect(seenBy(role, room.wall[0])).toBe('nothing-shown');
    expect(seenBy(role, strangersDesk, { isOnline: () => false })).toBe('offline');
  });

  test('auditors see no screens', () => {
    for (const device of [tx, fetchable, ownDesk, room.wall[0]]) expect(seenBy('auditor', device)).toBe('forbidden');
  });

  test('operators see what they may connect to or fetch, and their own desk', () => {
    // guest may connect to the first computer and fetch from 5001.
    expect(seenBy('operator', tx)).toBe(tx);
    expect(seenBy('operator', otherTx)).toBe('forbidden');
    expect(seenBy('operator', fetchable)).toBe(tx);
    expect(seenBy('operator', strangersDesk)).toBe('forbidden');
    expect(seenBy('operator', ownDesk)).toBe(otherTx);
    expect(seenBy('operator', ownDesk, { operatorAt: () => room.chief })).toBe('forbidden');
  });

  test('operators do not see by way of a desk what they may not connect to', () => {
    expect(seenBy('operator', fetchable, { shownAt: () => otherTx })).toBe('forbidden');
    expect(seenBy('operator', fetchable, { shownAt: () => null })).toBe('nothing-shown');
  });

  test('operators whose account is gone see nothing', () => {
    const watcher = { role: 'operator', operator: operatorKey('gone') } as const;
    for (const device of [tx, fetchable]) expect(lookAt(device, watcher, factsOf()).reason).toBe('forbidden');
  });

  test('a device that is not there is not seen', () => {
    expect(seenBy('administrator', deviceKey('nowhere'))).toBe('forbidden');
  });
});
