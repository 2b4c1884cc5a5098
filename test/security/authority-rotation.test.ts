import type { Manager } from '@seatmatrix/manager-server';
import { openMemoryStore, type Store } from '@seatmatrix/manager-server/testing';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../e2e/eventually.ts';
import { ACTOR, online, peerSeen, type RealBox, realBox, realManager, removeBox } from './rotation-site.ts';

let manager: Manager;
let store: Store;
const boxes: RealBox[] = [];

afterEach(async () => {
  for (const box of boxes.splice(0)) {
    await box.stop();
    await removeBox(box);
  }
  await manager.close();
});

const port = () => manager.boxes.port;
const advance = (step: 'prepare' | 'switch' | 'drop', without = false) =>
  manager.rotation.advance({ step, without, actor: ACTOR });
const settled = () => eventually('every box is ready', () => manager.rotation.status().waiting.length === 0);

async function site(count: number): Promise<void> {
  store = openMemoryStore();
  manager = await realManager({ store });
  const made = await manager.boxSide.createEnrolmentCode({ device: null, uses: count, actor: ACTOR });
  if (typeof made === 'string') throw new Error(made);
  for (let box = 0; box < count; box++) boxes.push(await realBox({ port, code: made.code }));
  await eventually('the boxes are adopted', () => online(manager).length === count);
}

async function copied(): Promise<Store> {
  const copy = openMemoryStore();
  for (const [collection, records] of await store.load()) {
    await copy.commit(records.map((record) => ({ type: 'put', collection, record })));
  }
  return copy;
}

test('A9 the site changes its CA while its boxes are at work: each learns the next one, gets its certificate from it, and then the former opens nothing', async () => {
  await site(2);
  const [one, two] = boxes;
  if (one === undefined || two === undefined) throw new Error('two boxes were adopted');
  const before = manager.rotation.status();
  const former = one.identity.credentials();
  expect(await advance('switch')).toBe('wrong-step');

  expect(await advance('prepare')).toBeNull();
  await settled();
  expect(one.identity.authorities()).toEqual([before.current, manager.rotation.status().other]);
  expect(await peerSeen(one, two)).toBe('site and site');

  expect(await advance('switch')).toBeNull();
  expect(manager.rotation.status().current).not.toBe(before.current);
  await settled();
  expect(one.identity.authorities()).toEqual([manager.rotation.status().current, before.current]);
  expect(await peerSeen(one, two)).toBe('site and site');
  expect(await peerSeen(two, one)).toBe('site and site');

  expect(await advance('drop')).toBeNull();
  await eventually('the boxes have dropped it', () =>
    boxes.every(({ identity }) => identity.authorities().length === 1),
  );
  await eventually('both are back', () => online(manager).length === 2);
  expect(await peerSeen(one, two)).toBe('site and site');
  const network = createTlsNetwork({ identity: () => former, clock: systemClock, log: silentLog });
  expect(await peerSeen({ ...one, network }, two)).toBe('stranger and stranger');
  expect(manager.rotation.status()).toMatchObject({ phase: 'settled', other: null, waiting: [] });
});

test('A9 the change waits for a box that is away, and says which', async () => {
  await site(2);
  const away = boxes[1];
  if (away === undefined) throw new Error('two boxes were adopted');
  await away.stop();
  await eventually('one is away', () => online(manager).length === 1);
  expect(await advance('prepare')).toBeNull();
  await eventually('the other has learnt it', () => manager.rotation.status().waiting.length === 1);
  expect(manager.rotation.status().waiting).toEqual([away.identity.fingerprint]);
  expect(await advance('switch')).toBe('boxes-waiting');
  // It comes back days later, and everything goes on.
  boxes[1] = await realBox({ port, code: null, folder: away.folder });
  await settled();
  expect(await advance('switch')).toBeNull();
  await settled();
  expect(await advance('drop')).toBeNull();
  await eventually('both are back', () => online(manager).length === 2);
});

test('A9 a manager that is restored from its backup gets its boxes back, and nobody touches one', async () => {
  await site(2);
  await advance('prepare');
  await settled();
  await advance('switch');
  await settled();
  const backup = await copied();
  const certificates = boxes.map(({ identity }) => identity.credentials().certificate);
  const { port: same } = manager.boxes;
  await manager.close();
  store = backup;
  manager = await realManager({ store: backup, port: same });
  await eventually('the boxes are back', () => online(manager).length === 2);
  expect(boxes.map(({ identity }) => identity.credentials().certificate)).toEqual(certificates);
  expect(manager.rotation.status()).toMatchObject({ phase: 'switched', waiting: [] });
});

test.for([
  ['1970', new Date(0)],
  ['2038', new Date('2038-01-20')],
  ['ten years ahead', new Date(Date.now() + 10 * 365 * 86_400_000)],
] as const)(
  'B12 a box whose clock says %s enrols with a code and comes back with its certificate',
  async ([, wall]) => {
    store = openMemoryStore();
    manager = await realManager({ store });
    const made = await manager.boxSide.createEnrolmentCode({ device: null, actor: ACTOR });
    if (typeof made === 'string') throw new Error(made);
    let now = wall;
    const box = await realBox({ port, code: made.code, wall: () => now });
    boxes.push(box);
    await eventually('it is adopted', () => online(manager).length === 1);
    now = new Date(wall.getTime() + 3_600_000);
    box.link.start();
    expect(online(manager)).toEqual([box.identity.fingerprint]);
  },
);
