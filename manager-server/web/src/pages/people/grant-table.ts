import type { Right } from '@seatmatrix/protocol/domain';
import type { ByKey, Device, DeviceGroup, Grant, Group, Operator } from '../../api/records.ts';
import { compareTexts } from '../../language/format.ts';
import { kindOfRight, subjectName } from '../../parts/rights.ts';

export interface GrantRow {
  readonly subject: Grant['subject'];
  readonly name: string;
  /** Groups whose grants this row has as well. */
  readonly groups: readonly string[];
}

export interface GrantColumn {
  readonly object: Grant['object'];
  readonly name: string;
  /** Device groups whose grants reach this column as well. */
  readonly within: readonly string[];
}

/** `held`: not granted here, and had all the same through a group or device group. */
export type CellState = 'granted' | 'held' | 'none';

/** Groups first, since who is granted to a group is granted once. */
export function grantRows(people: {
  readonly operators: ByKey<Operator>;
  readonly groups: ByKey<Group>;
  readonly text: string;
}): readonly GrantRow[] {
  const rows = [
    ...sorted(people.groups).map(({ key, name }) => ({ subject: { type: 'group' as const, key }, name, groups: [] })),
    ...sorted(people.operators).map(({ key, name, groups }) => ({
      subject: { type: 'operator' as const, key },
      ...{ name, groups },
    })),
  ];
  return rows.filter(({ name }) => matches(name, people.text));
}

/** Device groups, then devices of the right's kind by ID. A device group may mix kinds and stands under every right. */
export function grantColumns(site: {
  readonly devices: ByKey<Device>;
  readonly deviceGroups: ByKey<DeviceGroup>;
  readonly right: Right;
  readonly text: string;
}): readonly GrantColumn[] {
  const kind = kindOfRight(site.right);
  const groups = sorted(site.deviceGroups);
  const within = new Map<string, string[]>();
  for (const { key, devices } of groups) {
    for (const device of devices) within.set(device, [...(within.get(device) ?? []), key]);
  }
  const devices = [...site.devices.values()]
    .filter((device) => device.kind === kind)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const columns = [
    ...groups.map(({ key, name }) => ({ object: { type: 'device-group' as const, key }, name, within: [] })),
    ...devices.map(({ key, id, name }) => ({
      object: { type: 'device' as const, key },
      name: `${id} ${name}`,
      within: within.get(key) ?? [],
    })),
  ];
  return columns.filter(({ name }) => matches(name, site.text));
}

/** Every grant of one right by who and what. */
export function grantsByCell(grants: ByKey<Grant>, right: Right): ReadonlyMap<string, Grant> {
  const cells = new Map<string, Grant>();
  for (const grant of grants.values()) {
    if (grant.right === right) cells.set(cellName(grant.subject, grant.object), grant);
  }
  return cells;
}

export function cellState(cells: ReadonlyMap<string, Grant>, row: GrantRow, column: GrantColumn): CellState {
  if (cells.has(cellName(row.subject, column.object))) return 'granted';
  const subjects = [row.subject, ...row.groups.map((key) => ({ type: 'group' as const, key }))];
  const objects = [column.object, ...column.within.map((key) => ({ type: 'device-group' as const, key }))];
  const held = subjects.some((subject) => objects.some((object) => cells.has(cellName(subject, object))));
  return held ? 'held' : 'none';
}

export const cellName = (subject: Grant['subject'], object: Grant['object']): string =>
  `${subjectName(subject)} ${subjectName(object)}`;

const sorted = <Value extends { readonly name: string }>(records: ByKey<Value>): readonly Value[] =>
  [...records.values()].sort((one, other) => compareTexts(one.name, other.name));

const matches = (name: string, text: string): boolean =>
  name.normalize('NFC').toLowerCase().includes(text.trim().normalize('NFC').toLowerCase());
