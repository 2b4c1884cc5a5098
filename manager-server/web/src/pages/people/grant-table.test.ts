import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Device, DeviceGroup, Grant, Group, Operator } from '../../api/records.ts';
import { rightsOf } from '../../parts/rights.ts';
import { cellState, grantColumns, grantRows, grantsByCell } from './grant-table.ts';

const mapOf = <Value extends { readonly key: string }>(...values: readonly Value[]) =>
  new Map(values.map((value) => [value.key, value]));

// What the API says of a person grows; the grid needs no more than this.
const operator = (name: string, groups: string[]) =>
  ({ key: name, name, disabled: false, groups, version: 1 }) as unknown as Operator;
const device = (id: string): Device =>
  ({ key: id, id, name: '', kind: id < '5000' ? 'transmitter' : 'receiver', location: '', version: 1 }) as Device;

const groups = mapOf<Group>({ key: 'day', name: 'Day', version: 1 });
const operators = mapOf(operator('anna', ['day']), operator('ben', []));
const devices = mapOf(device('0001'), device('0002'), device('5001'));
const deviceGroups = mapOf<DeviceGroup>({ key: 'hall', name: 'Hall', devices: ['0002'], version: 1 });
const grants = mapOf<Grant>(
  grant('1', { type: 'group', key: 'day' }, { type: 'device-group', key: 'hall' }),
  grant('2', { type: 'operator', key: 'ben' }, { type: 'device', key: '0001' }),
);

function grant(key: string, subject: Grant['subject'], object: Grant['object']): Grant {
  return { key, right: 'connect', subject, object, version: 1 };
}

describe('the grid of grants', () => {
  beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => 'en' }));
  afterEach(() => vi.unstubAllGlobals());

  const rows = () => grantRows({ operators, groups, text: '' });
  const columns = () => grantColumns({ devices, deviceGroups, right: 'connect', text: '' });

  test('has groups before people, and the devices of the right’s kind', () => {
    expect(rows().map(({ name }) => name)).toEqual(['Day', 'anna', 'ben']);
    expect(columns().map(({ object }) => object.key)).toEqual(['hall', '0001', '0002']);
    const push = grantColumns({ devices, deviceGroups, right: 'push', text: '' });
    expect(push.map(({ object }) => object.key)).toEqual(['hall', '5001']);
    expect(grantRows({ operators, groups, text: 'AN' }).map(({ name }) => name)).toEqual(['anna']);
  });

  test('says what is granted here and what is held through a group', () => {
    const cells = grantsByCell(grants, 'connect');
    expect(rows().map((row) => columns().map((column) => cellState(cells, row, column)))).toEqual([
      ['granted', 'none', 'held'],
      ['held', 'none', 'held'],
      ['none', 'granted', 'none'],
    ]);
    expect(grantsByCell(grants, 'push').size).toBe(0);
  });

  test('agrees with the manager’s own rule on every person and device', () => {
    const cells = grantsByCell(grants, 'connect');
    const rights = rightsOf(grants, deviceGroups);
    for (const person of operators.values()) {
      const row = rows().find(({ subject }) => subject.key === person.key);
      for (const column of columns().filter(({ object }) => object.type === 'device')) {
        if (row === undefined) throw new RangeError('everybody has a row');
        const { allowed } = rights.may(person, 'connect', column.object.key);
        expect([person.key, column.object.key, allowed]).toEqual([
          person.key,
          column.object.key,
          cellState(cells, row, column) !== 'none',
        ]);
      }
    }
  });
});
