import { hotkeyConflict, hotkeyKey, kindFor, mayRoute } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { demoDeviceKey, demoSeed } from './demo-seed.ts';
import { demoSite } from './demo-site.ts';

const { changes: records, passwords, boxes, administrator } = demoSeed(demoSite, { 'tx-0001': 'aa', 'rx-5007': 'bb' });

const devicesOf = () => records.flatMap((each) => (each.collection === 'devices' ? [each.value] : []));
const groupsOf = () => records.flatMap((each) => (each.collection === 'device-groups' ? [each.value] : []));
const grantsOf = () => records.flatMap((each) => (each.collection === 'grants' ? [each.value] : []));
const hotkeysOf = () => records.flatMap((each) => (each.collection === 'hotkeys' ? [each.value] : []));
const operatorsOf = () => records.flatMap((each) => (each.collection === 'operators' ? [each.value] : []));
const seatsOf = () => records.flatMap((each) => (each.collection === 'seats' ? [each.value] : []));
const wallsOf = () => records.flatMap((each) => (each.collection === 'walls' ? [each.value] : []));

describe('the demonstration’s directory', () => {
  it('has a key of its own for every record, and survives the channel as it is', () => {
    const names = records.map(({ collection, value }) => `${collection} ${value.key}`);
    expect(new Set(names).size).toBe(names.length);
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });

  it('names devices only after they are there', () => {
    const known = new Set<string>();
    for (const { collection, value } of records) {
      if (collection === 'devices') known.add(value.key);
      const named = 'devices' in value ? value.devices : 'receivers' in value ? value.receivers : [];
      expect(named.filter((key) => !known.has(key))).toEqual([]);
    }
  });

  it('has hotkeys that no device’s ID hides', () => {
    const devices = new Map(devicesOf().map((device) => [device.key, device]));
    const hotkeys = hotkeysOf().map((hotkey) => ({ ...hotkey, key: hotkeyKey(hotkey.key) }));
    for (const hotkey of hotkeys) expect(hotkeyConflict(hotkey, { devices, hotkeys })).toBeNull();
  });

  it('gives hxfj every right, and op2 a few', () => {
    const tables = {
      grants: grantsOf(),
      deviceGroups: new Map(groupsOf().map((group) => [group.key, group])),
    };
    const [chief, second] = operatorsOf();
    if (chief === undefined || second === undefined) throw new RangeError('two operators');
    const rights = (operator: typeof chief) =>
      devicesOf().flatMap((device) =>
        (['connect', 'push', 'fetch'] as const)
          .filter((right) => kindFor(right) === device.kind)
          .filter((right) => mayRoute({ operator, right, device: device.key }, tables).allowed)
          .map((right) => `${right} ${device.id}`),
      );
    expect(rights(chief)).toHaveLength(10 + 7 * 2);
    expect(rights(second)).toEqual(['connect 0001', 'connect 0005', 'connect 0007', 'push 5004', 'fetch 5004']);
  });

  it('has a password for each operator, the manual’s for hxfj, and an administrator', () => {
    expect(passwords).toEqual([
      { operator: 'operator-hxfj', password: '123456' },
      { operator: 'operator-op2', password: 'kvm-op-2' },
    ]);
    expect(administrator.name).toBe('admin');
  });

  it('knows the boxes that have a key already', () => {
    expect(boxes).toEqual([
      { fingerprint: 'aa', device: 'device-0001' },
      { fingerprint: 'bb', device: 'device-5007' },
    ]);
  });

  it('splices the wall of displays, and puts desks into the seat in order', () => {
    expect(wallsOf()).toMatchObject([
      { rows: 1, columns: 2, state: 'spliced', receivers: ['5006', '5007'].map(demoDeviceKey) },
    ]);
    expect(seatsOf()[0]?.receivers).toEqual(['5001', '5002', '5003'].map(demoDeviceKey));
  });
});
