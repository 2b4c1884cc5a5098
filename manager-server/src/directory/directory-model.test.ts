import { type Device, foldHotkey, foldName, idFromDigits } from '@seatmatrix/protocol/domain';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFeed } from '../feed/site-feed.ts';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { changeDirectory } from './change-directory.ts';
import { collectionNames } from './codec/index.ts';
import type { DirectorySnapshot } from './collection.ts';
import type { DirectoryChange } from './directory.ts';
import { brokenLaws } from './law/index.ts';
import {
  desk,
  deviceGroup,
  display,
  emptySnapshot,
  grant,
  group,
  hotkey,
  operator,
  put,
  remove,
  seat,
  snapshotOf,
  source,
  transmitter,
  wall,
} from './sample-site.ts';
import { openDirectory } from './site-directory.ts';

// Any sequence of changes, most of them from a small world where everything gets into the way of everything else.

const computers = ['0001', '0002', '0012'];
const desks = ['5001', '5002', '5012'];
const displays = ['5003', '5004'];
const deviceKeys = ['t0001', 't0002', 't0012', 'r5001', 'r5002', 'r5012', 'r5003', 'r5004'];
const lists = (keys: readonly string[]) => fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
const anyDevices = fc.array(fc.constantFrom(...deviceKeys), { maxLength: 3 }).map((list) => list.join(' '));

/** Mostly devices that fit, so that some records come about. */
const devicesOf = (prefix: string, ids: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: lists(ids.map((id) => `${prefix}${id}`)).map((list) => list.join(' ')) },
    { weight: 1, arbitrary: anyDevices },
  );
const anyGroups = fc.subarray(['g1', 'g2']).map((keys) => keys.map((key) => group(key).key));

const value = fc.oneof(
  fc.constantFrom(...computers, '0007').map((id) => ({ name: 'devices' as const, value: transmitter(id) })),
  fc.constantFrom(...desks).map((id) => ({ name: 'devices' as const, value: desk(id) })),
  fc.constantFrom(...displays).map((id) => ({ name: 'devices' as const, value: display(id) })),
  fc.tuple(fc.constantFrom(...computers), fc.constantFrom(...computers)).map(([key, id]) => {
    return { name: 'devices' as const, value: transmitter(id, { key: transmitter(key).key }) };
  }),
  fc.tuple(fc.constantFrom(...desks, ...displays), fc.constantFrom(...desks), fc.boolean()).map(([key, id, wide]) => {
    const receiver = wide ? display(id) : desk(id);
    return { name: 'devices' as const, value: { ...receiver, key: desk(key).key } };
  }),
  fc
    .tuple(fc.constantFrom('s1', 's2'), devicesOf('r', desks), fc.constantFrom('A', 'a', 'B'))
    .map(([key, list, name]) => {
      return { name: 'seats' as const, value: seat(key, list, { name }) };
    }),
  fc.tuple(fc.constantFrom('w1', 'w2'), devicesOf('r', displays)).map(([key, list]) => {
    return { name: 'walls' as const, value: wall(key, list) };
  }),
  fc.tuple(fc.constantFrom('c1', 'c2'), devicesOf('t', computers)).map(([key, list]) => {
    return { name: 'sources' as const, value: source(key, list) };
  }),
  fc
    .tuple(
      fc.constantFrom('h1', 'h2'),
      fc.constantFrom('1', '12', '0012', '7', 'x', 'X', 'all'),
      devicesOf('t', computers),
    )
    .map(([key, text, list]) => ({ name: 'hotkeys' as const, value: hotkey(text, list, { key: key as never }) })),
  fc.tuple(fc.constantFrom('o1', 'o2'), fc.constantFrom('ann', 'Ann', 'ben'), anyGroups).map(([key, name, groups]) => {
    return { name: 'operators' as const, value: operator(name, { key: key as never, groups }) };
  }),
  fc.constantFrom('g1', 'g2').map((key) => ({ name: 'groups' as const, value: group(key) })),
  fc.tuple(fc.constantFrom('d1', 'd2'), anyDevices).map(([key, list]) => {
    return { name: 'device-groups' as const, value: deviceGroup(key, list) };
  }),
  fc
    .tuple(
      fc.constantFrom('operator:o1', 'operator:o2', 'group:g1'),
      fc.constantFrom('connect', 'push', 'fetch'),
      fc.oneof(
        fc.constantFrom(...deviceKeys).map((key) => `device:${key}`),
        fc.constantFrom('device-group:d1'),
      ),
      fc.constantFrom('k1', 'k2', 'k3'),
    )
    .map(([who, right, what, key]) => {
      return { name: 'grants' as const, value: { ...grant(`${who} ${right} ${what}`), key: key as never } };
    }),
);

/** `right`: says the version that is there, so that laws and not versions decide. */
const step = fc.record({
  ask: fc.oneof(
    { weight: 4, arbitrary: value.map((each) => ({ type: 'put' as const, ...each })) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('delete' as const), which: fc.nat(200) }) },
  ),
  right: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function changeOf({ ask, right }: Step, site: DirectorySnapshot): DirectoryChange {
  if (ask.type === 'put') {
    const version = site[ask.name].get(ask.value.key)?.version ?? null;
    return put(ask.name, ask.value as never, right ? version : (version ?? 0) + 1);
  }
  const all = collectionNames.flatMap((name) => [...site[name]].map(([key, held]) => ({ name, key, held })));
  const chosen = all[ask.which % all.length];
  const version = chosen?.held.version ?? 1;
  return remove(chosen?.name ?? 'groups', chosen?.key ?? 'none', right ? version : version + 1);
}

const valuesOf = <Value>(collection: ReadonlyMap<string, { readonly value: Value }>): readonly Value[] =>
  [...collection.values()].map((held) => held.value);

/** Everything that must hold of a directory, written down a second time without the laws' own code or index. */
function expectLawful(site: DirectorySnapshot): void {
  const unique = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length);
  const devices = valuesOf(site.devices);
  const deviceByKey = new Map<string, Device>(devices.map((each) => [each.key, each]));

  for (const name of collectionNames) {
    for (const [key, held] of site[name]) {
      expect(held.value.key).toBe(key);
      expect(held.version).toBeGreaterThanOrEqual(1);
    }
  }
  expect(site.settings.has('site')).toBe(true);
  unique(devices.map((each) => each.id));
  for (const device of devices) expect(Number(device.id) > 5000 ? 'receiver' : 'transmitter').toBe(device.kind);

  const desksOf = valuesOf(site.seats).flatMap((each) => each.receivers);
  const tiles = valuesOf(site.walls).flatMap((each) => each.receivers);
  const heads = valuesOf(site.sources).flatMap((each) => each.transmitters);
  unique([...desksOf, ...tiles]);
  unique(heads);
  for (const key of desksOf) expect(deviceByKey.get(key)).toMatchObject({ kind: 'receiver', receiverKind: 'desk' });
  for (const key of tiles) expect(deviceByKey.get(key)).toMatchObject({ kind: 'receiver', receiverKind: 'display' });
  for (const key of heads) expect(deviceByKey.get(key)).toMatchObject({ kind: 'transmitter' });
  for (const each of valuesOf(site.seats)) expect(each.receivers.length).toBeGreaterThan(0);
  for (const each of valuesOf(site.walls)) expect(each.receivers.length).toBe(each.rows * each.columns);
  unique(valuesOf(site.seats).map((each) => foldName(each.name)));

  unique(valuesOf(site.operators).map((each) => foldName(each.name)));
  for (const each of valuesOf(site.operators)) for (const key of each.groups) expect(site.groups.has(key)).toBe(true);
  for (const each of valuesOf(site['device-groups']))
    for (const key of each.devices) expect(deviceByKey.has(key)).toBe(true);

  unique(valuesOf(site.hotkeys).map((each) => foldHotkey(each.text)));
  const ids = new Set<string | null>(devices.map((each) => each.id));
  for (const each of valuesOf(site.hotkeys)) {
    expect(foldHotkey(each.text)).not.toBe('all');
    expect(ids.has(idFromDigits(each.text, 'transmitter')) || ids.has(idFromDigits(each.text, 'receiver'))).toBe(false);
    expect(new Set(each.devices.map((key) => deviceByKey.get(key)?.kind ?? 'missing')).size).toBe(1);
    for (const key of each.devices) expect(deviceByKey.has(key)).toBe(true);
  }

  unique(valuesOf(site.grants).map(({ right, subject, object }) => JSON.stringify([right, subject, object])));
  for (const { right, subject, object } of valuesOf(site.grants)) {
    expect((subject.type === 'operator' ? site.operators : site.groups).has(subject.key)).toBe(true);
    if (object.type === 'device-group') expect(site['device-groups'].has(object.key)).toBe(true);
    else expect(deviceByKey.get(object.key)?.kind).toBe(right === 'connect' ? 'transmitter' : 'receiver');
  }
}

const anyBatches = fc.array(fc.array(step, { minLength: 1, maxLength: 3, size: 'small' }), {
  maxLength: 40,
  size: 'max',
});

/** A site to begin with, so that short sequences already meet something. */
const furnished = snapshotOf({
  devices: [
    ...computers.map((id) => transmitter(id)),
    ...desks.map((id) => desk(id)),
    ...displays.map((id) => display(id)),
  ],
  groups: [group('g1'), group('g2')],
  operators: [operator('cat', { key: 'o1' as never, groups: [group('g1').key] })],
  'device-groups': [deviceGroup('d1', 't0001 r5001')],
  grants: [{ ...grant('operator:o1 connect device-group:d1'), key: 'k1' as never }],
});

test('property: whatever is asked, the laws hold, and what is refused changes nothing', () => {
  let changes = 0;
  fc.assert(
    fc.property(fc.constantFrom(emptySnapshot, furnished), anyBatches, (start, batches) => {
      let site = start;
      for (const batch of batches) {
        const wish = batch.map((each) => changeOf(each, site));
        const result = changeDirectory(site, wish);
        if (!result.done) continue;
        changes += 1;
        for (const { collection, key, before, after } of result.changed) {
          if (after !== null) expect(after.version).toBeGreaterThan(before?.version ?? 0);
          expect(result.snapshot[collection].get(key)).toEqual(after ?? undefined);
        }
        site = result.snapshot;
        expectLawful(site);
        expect(brokenLaws(site)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  // The world is small enough for refusals and large enough for a directory to come about.
  expect(changes).toBeGreaterThan(1000);
});

test('property: a directory opened on the store again is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const disk = memoryDisk();
      const open = async () => {
        const store = openMemoryStore({ disk });
        const records = await store.load();
        const feed = createFeed({ id: 'f', log: silentLog });
        return openDirectory({
          records,
          journal: createJournal(store, silentLog),
          clock: new VirtualClock(),
          feed,
          log: silentLog,
        });
      };
      const directory = await open();
      for (const each of steps) await directory.change([changeOf(each, directory.snapshot)], { name: 'a', from: 'b' });
      await directory.change([], { name: 'a', from: 'b' });
      const again = await open();
      for (const name of collectionNames) {
        expect([...again.snapshot[name]]).toEqual([...directory.snapshot[name]]);
      }
    }),
    { numRuns: 60 },
  );
});
