import { describe, expect, test } from 'vitest';
import { deviceKey } from './device.ts';
import { type DeviceGroup, type Grant, grantKey, mayRoute, type Right } from './grant.ts';
import { deviceGroupKey, groupKey, type Operator, operatorKey } from './person.ts';

const anna: Operator = {
  key: operatorKey('anna'),
  name: 'Anna',
  disabled: false,
  role: 'operator',
  groups: [groupKey('day')],
};
const screen = deviceKey('tx-1');
const other = deviceKey('tx-2');
const hall: DeviceGroup = { key: deviceGroupKey('hall'), name: 'Hall', devices: [screen] };
const deviceGroups = new Map([[hall.key, hall]]);

const toAnna = { type: 'operator', key: anna.key } as const;
const toDay = { type: 'group', key: groupKey('day') } as const;
const toNight = { type: 'group', key: groupKey('night') } as const;
const onScreen = { type: 'device', key: screen } as const;
const onHall = { type: 'device-group', key: hall.key } as const;
const onNothing = { type: 'device-group', key: deviceGroupKey('gone') } as const;

const grant = (subject: Grant['subject'], object: Grant['object'], right: Right = 'connect'): Grant => ({
  key: grantKey('grant'),
  right,
  subject,
  object,
});

const ask = (grants: readonly Grant[], question: { operator?: Operator; right?: Right; device?: typeof screen } = {}) =>
  mayRoute({ operator: anna, right: 'connect', device: screen, ...question }, { grants, deviceGroups });

describe('a right is held through', () => {
  test.each([
    ['the operator on the device', grant(toAnna, onScreen), { throughGroup: null, throughDeviceGroup: null }],
    ['the operator on a group of devices', grant(toAnna, onHall), { throughGroup: null, throughDeviceGroup: 'hall' }],
    ['a group on the device', grant(toDay, onScreen), { throughGroup: 'day', throughDeviceGroup: null }],
    ['a group on a group', grant(toDay, onHall), { throughGroup: 'day', throughDeviceGroup: 'hall' }],
  ])('%s', (_name, given, chain) => {
    expect(ask([given])).toEqual({ allowed: true, chain: { grant: 'grant', ...chain } });
  });
});

describe('a right is missing when', () => {
  const missing = { allowed: false, missing: { right: 'connect', device: screen } };
  test.each([
    ['nothing was granted', []],
    ['another right was granted', [grant(toAnna, onScreen, 'push'), grant(toAnna, onScreen, 'fetch')]],
    ['another device was granted', [grant(toAnna, { type: 'device', key: other })]],
    ['another operator has it', [grant({ type: 'operator', key: operatorKey('ben') }, onScreen)]],
    ['a group has it that the operator is not in', [grant(toNight, onScreen)]],
    ['the group of devices is gone', [grant(toAnna, onNothing)]],
  ])('%s', (_name, grants) => {
    expect(ask(grants)).toEqual(missing);
  });

  test('the operator is disabled', () => {
    expect(ask([grant(toAnna, onScreen)], { operator: { ...anna, disabled: true } })).toEqual(missing);
  });

  test('the device is not in the group of devices', () => {
    expect(ask([grant(toAnna, onHall)], { device: other })).toEqual({
      allowed: false,
      missing: { right: 'connect', device: other },
    });
  });
});

test('a right is held when any one grant gives it', () => {
  const grants = [grant(toNight, onScreen), grant(toAnna, onNothing), grant(toDay, onHall)];
  expect(ask(grants).allowed).toBe(true);
});
