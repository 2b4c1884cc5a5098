import {
  DEFAULT_SOURCE_SETTINGS,
  type DeviceGroup,
  type DeviceKey,
  deviceGroupKey,
  deviceId,
  deviceKey,
  type Grant,
  grantKey,
  hotkeyKey,
  type Operator,
  operatorKey,
  type Receiver,
  type Right,
  type Seat,
  type Source,
  seatKey,
  sourceKey,
  type Transmitter,
  type Wall,
  wallKey,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type DemoOperator, type DemoSite, demoAdministrator } from './demo-site.ts';

/** One record of the manager's directory. The collections' names are also the paths of its REST resources. */
export type DemoRecord =
  | { readonly collection: 'devices'; readonly value: Transmitter | Receiver }
  | { readonly collection: 'device-groups'; readonly value: DeviceGroup }
  | { readonly collection: 'operators'; readonly value: Operator }
  | { readonly collection: 'grants'; readonly value: Grant }
  | {
      readonly collection: 'hotkeys';
      readonly value: { readonly key: string; readonly text: string; readonly devices: readonly DeviceKey[] };
    }
  | { readonly collection: 'seats'; readonly value: Seat }
  | { readonly collection: 'walls'; readonly value: Wall }
  | { readonly collection: 'sources'; readonly value: Source };

/**
 * Plain data for a manager whose store is empty: the manager's own seed of a site (changes, passwords, boxes), and the
 * administrator of its pages.
 */
export interface DemoSeed {
  /** In an order in which nothing names what is not there yet. */
  readonly changes: readonly DemoChange[];
  /** Of operators, by key. Public, and good on loopback alone. */
  readonly passwords: readonly { readonly operator: string; readonly password: string }[];
  /** Boxes that are adopted from the start, by their keys. */
  readonly boxes: readonly { readonly fingerprint: string; readonly device: DeviceKey }[];
  readonly administrator: { readonly name: string; readonly password: string };
}

export type DemoChange = DemoRecord & { readonly type: 'put'; readonly expected: null };

const ALL_TRANSMITTERS = deviceGroupKey('device-group-transmitters');
const ALL_RECEIVERS = deviceGroupKey('device-group-receivers');

export function demoSeed(site: DemoSite, fingerprints: Readonly<Record<string, string>>): DemoSeed {
  const records: readonly DemoRecord[] = [
    ...site.transmitters.map(transmitterRecord),
    ...site.receivers.map(receiverRecord),
    groupRecord(ALL_TRANSMITTERS, { name: '全部发送终端', ids: site.transmitters.map(({ id }) => id) }),
    groupRecord(ALL_RECEIVERS, { name: '全部接收终端', ids: site.receivers.map(({ id }) => id) }),
    ...site.sources.map(sourceRecord),
    ...site.seats.map(seatRecord),
    ...site.walls.map(wallRecord),
    ...site.hotkeys.map(hotkeyRecord),
    ...site.operators.map(operatorRecord),
    ...site.operators.flatMap(grantsOf),
  ];
  const boxes = [...site.transmitters, ...site.receivers].flatMap(({ id, box }) => {
    const fingerprint = fingerprints[box];
    return fingerprint === undefined ? [] : [{ fingerprint, device: demoDeviceKey(id) }];
  });
  return {
    changes: records.map((record) => ({ type: 'put', expected: null, ...record })),
    boxes,
    passwords: site.operators.map(({ name, password }) => ({ operator: operatorKeyOf(name), password })),
    administrator: demoAdministrator,
  };
}

export const demoDeviceKey = (id: string): DeviceKey => deviceKey(`device-${id}`);

const operatorKeyOf = (name: string) => operatorKey(`operator-${name}`);

const transmitterRecord = ({ id, name, location }: DemoSite['transmitters'][number]): DemoRecord => ({
  collection: 'devices',
  value: {
    kind: 'transmitter',
    key: demoDeviceKey(id),
    id: checkedId(id),
    name,
    location,
    settings: DEFAULT_SOURCE_SETTINGS,
  },
});

const receiverRecord = ({ id, name, location, receiverKind }: DemoSite['receivers'][number]): DemoRecord => ({
  collection: 'devices',
  value: {
    kind: 'receiver',
    key: demoDeviceKey(id),
    id: checkedId(id),
    name,
    location,
    receiverKind,
    viewWhileSignedOut: false,
  },
});

const groupRecord = (
  key: DeviceGroup['key'],
  { name, ids }: { readonly name: string; readonly ids: readonly string[] },
): DemoRecord => ({ collection: 'device-groups', value: { key, name, devices: ids.map(demoDeviceKey) } });

const sourceRecord = ({ name, transmitters }: DemoSite['sources'][number]): DemoRecord => ({
  collection: 'sources',
  value: { key: sourceKey(`source-${transmitters[0]}`), name, transmitters: transmitters.map(demoDeviceKey) },
});

const seatRecord = ({ name, receivers }: DemoSite['seats'][number]): DemoRecord => ({
  collection: 'seats',
  value: { key: seatKey(`seat-${receivers[0]}`), name, receivers: receivers.map(demoDeviceKey), idleMinutes: null },
});

const wallRecord = ({ name, rows, columns, receivers }: DemoSite['walls'][number]): DemoRecord => ({
  collection: 'walls',
  value: {
    key: wallKey(`wall-${receivers[0]}`),
    name,
    rows,
    columns,
    receivers: receivers.map(demoDeviceKey),
    state: 'spliced',
  },
});

const hotkeyRecord = ({ text, devices }: DemoSite['hotkeys'][number]): DemoRecord => ({
  collection: 'hotkeys',
  value: { key: hotkeyKey(`hotkey-${text}`), text, devices: devices.map(demoDeviceKey) },
});

const operatorRecord = ({ name }: DemoOperator): DemoRecord => ({
  collection: 'operators',
  value: { key: operatorKeyOf(name), name, disabled: false, role: 'operator', groups: [] },
});

function grantsOf(operator: DemoOperator): readonly DemoRecord[] {
  const rights: readonly Right[] = ['connect', 'push', 'fetch'];
  return rights.flatMap((right): readonly DemoRecord[] => {
    const ids = operator[right];
    const subject = { type: 'operator', key: operatorKeyOf(operator.name) } as const;
    const key = (name: string) => grantKey(`grant-${operator.name}-${right}-${name}`);
    if (ids === 'all') {
      const group = right === 'connect' ? ALL_TRANSMITTERS : ALL_RECEIVERS;
      const object = { type: 'device-group', key: group } as const;
      return [{ collection: 'grants', value: { key: key('all'), right, subject, object } }];
    }
    return ids.map((id) => {
      const object = { type: 'device', key: demoDeviceKey(id) } as const;
      return { collection: 'grants', value: { key: key(id), right, subject, object } };
    });
  });
}

function checkedId(text: string) {
  const id = deviceId(text);
  if (id === null) throw new Fault({ code: 'invariant-broken', message: `${text} is not a device's ID` });
  return id;
}
