import { DEFAULT_SOURCE_SETTINGS, type DeviceKey } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds, sleep } from '@seatmatrix/protocol/kernel';
import { afterEach, describe, expect, test } from 'vitest';
import type { ManagerOptions } from './manager.ts';
import { type MemoryDisk, memoryDisk, openMemoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';
import { controlRoom } from './testing/control-room.ts';
import { ManagerLab, print } from './testing/manager-lab.ts';
import { SiteBuilder } from './testing/site-builder.ts';

function smallSite() {
  const builder = new SiteBuilder();
  const tx = builder.transmitter('0001', { box: print('tx-1') });
  const rx = builder.receiver('5001', { box: print('rx-1') });
  const operator = builder.operator('hxfj', { password: '123456' });
  builder.allowEverything(operator);
  return { builder, tx, rx, operator, seed: builder.seed() };
}

let site: ManagerLab;
const begin = (): ManagerLab => {
  site = new ManagerLab();
  return site;
};
afterEach(() => site[Symbol.asyncDispose]());

async function signedIn({
  disk = memoryDisk(),
  ...part
}: Partial<ManagerOptions> & { readonly disk?: MemoryDisk } = {}) {
  const { seed, tx, rx } = smallSite();
  const manager = await begin().start({ seed, store: openMemoryStore({ disk }), ...part });
  const transmitter = site.box('tx-1', { kind: 'transmitter' });
  const receiver = site.box('rx-1');
  await site.clock.advance(seconds(2));
  const signedIn = receiver.ask({ type: 'sign-in', name: 'HXFJ', password: '123456' });
  await site.clock.advance(milliseconds(10));
  expect(await signedIn).toEqual({ type: 'sign-in-answer', refusal: null });
  return { manager, transmitter, receiver, tx, rx };
}

describe('at work', () => {
  test('a desk signs in, connects, and both boxes get the plan before the answer', async () => {
    const { manager, receiver, transmitter, tx } = await signedIn();
    const answer = receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    expect(receiver.plan).toMatchObject({
      session: { operator: 'hxfj' },
      attempt: { source: { id: '0001' } },
      route: null,
    });
    expect(transmitter.plan).toMatchObject({ routes: [{ receiver: print('rx-1'), mode: 'shared' }] });
    receiver.live();
    await site.clock.advance(milliseconds(10));
    expect(await answer).toEqual({ type: 'command-answer', refusal: null, targets: [] });
    expect(receiver.plan).toMatchObject({ route: { source: { id: '0001' } }, attempt: null });
    expect(manager.boxSide.routes()).toMatchObject([{ transmitter: tx, attempt: null, status: { type: 'live' } }]);
  });

  test('a wrong password is refused and audited with the seat, never with the password', async () => {
    const disk = memoryDisk();
    const { receiver } = await signedIn({ disk });
    const answer = receiver.ask({ type: 'sign-in', name: 'hxfj', password: 'secret-guess' });
    await site.clock.advance(milliseconds(10));
    expect(await answer).toEqual({ type: 'sign-in-answer', refusal: 'wrong-credentials' });
    expect(disk.audit).toContainEqual(
      expect.objectContaining({ actor: 'operator:hxfj', from: 'Rx 5001', action: 'sign-in', outcome: 'refused' }),
    );
    expect(JSON.stringify(disk.audit)).not.toContain('secret-guess');
  });

  test('the menu’s list comes when it is asked for, and again when a device goes', async () => {
    const { receiver, transmitter } = await signedIn();
    receiver.client.notify({ type: 'watch-list', watch: { function: 'connect', page: 0 } });
    await site.clock.advance(milliseconds(10));
    const pages = () => receiver.said.filter((each) => each.type === 'list-page').map((each) => each.page.rows);
    expect(pages()).toEqual([[{ id: '0001', name: 'Tx 0001', state: 'online' }]]);
    await transmitter.client.stop();
    await site.clock.advance(milliseconds(10));
    expect(pages().at(-1)).toEqual([{ id: '0001', name: 'Tx 0001', state: 'offline' }]);
    expect(pages()).toHaveLength(2);
  });

  test('settings reach every box, newer ones with a higher revision', async () => {
    const { manager, receiver } = await signedIn();
    const settings = () => receiver.said.filter((each) => each.type === 'settings').map((each) => each.settings);
    const current = manager.directory.snapshot.settings.get('site');
    if (current === undefined) throw new Error('no settings');
    const value = { ...current.value, boxes: { ...current.value.boxes, banner: '欢迎' } };
    await manager.directory.change([{ type: 'put', collection: 'settings', value, expected: current.version }], {
      name: 'administrator:a',
      from: '',
    });
    await site.clock.advance(milliseconds(10));
    const [before, after] = settings();
    expect(after).toMatchObject({ banner: '欢迎' });
    expect(after?.revision).toBeGreaterThan(before?.revision ?? Number.POSITIVE_INFINITY);
  });

  test('what a source is set to reaches its box at once, in a plan of its own, and outlives the manager', async () => {
    const disk = memoryDisk();
    const { manager, transmitter, tx } = await signedIn({ disk });
    const device = manager.directory.snapshot.devices.get(tx);
    const before = transmitter.plan;
    if (device?.value.kind !== 'transmitter' || before?.type !== 'transmitter') throw new Error('no transmitter');
    expect(before.settings).toEqual(DEFAULT_SOURCE_SETTINGS);
    const settings = { ...DEFAULT_SOURCE_SETTINGS, pointer: 'relative', sound: true } as const;
    const value = { ...device.value, settings };
    const actor = { name: 'administrator:a', from: '' };
    await manager.directory.change([{ type: 'put', collection: 'devices', value, expected: device.version }], actor);
    await site.clock.advance(milliseconds(10));
    expect(transmitter.plan).toMatchObject({ settings, routes: before.routes });
    expect(transmitter.plan?.revision).toBeGreaterThan(before.revision);
    expect(disk.audit.at(-1)).toMatchObject({
      actor: 'administrator:a',
      action: 'device.update',
      object: '0001 Tx 0001',
      detail: 'settings.pointer "absolute" → "relative"; settings.sound false → true',
    });

    await site[Symbol.asyncDispose]();
    await begin().start({ store: openMemoryStore({ disk }) });
    const again = site.box('tx-1', { kind: 'transmitter' });
    await site.clock.advance(seconds(2));
    expect(again.plan).toMatchObject({ settings });
  });

  test('a manager that is killed and started again keeps routes and sessions, and touches nothing that runs', async () => {
    const disk = memoryDisk();
    const { receiver, manager } = await signedIn({ disk });
    void receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    receiver.live();
    await site.clock.advance(milliseconds(10));
    const before = receiver.plan;
    if (before?.type !== 'receiver' || before.route === null || before.session === null)
      throw new Error('not connected');
    await site[Symbol.asyncDispose]();
    await begin().start({ store: openMemoryStore({ disk }) });
    site.box('tx-1', { kind: 'transmitter' });
    const { id, generation } = before.route;
    const again = site.box('rx-1', {
      hello: {
        session: before.session.id,
        routes: [{ route: id, generation, status: { type: 'live', picture: true } }],
        highestGeneration: before.generation,
      },
    });
    await site.clock.advance(seconds(2));
    expect(again.plan).toMatchObject({ route: { id, generation }, session: before.session });
    expect(site.manager?.identity.fingerprint).toBe(manager.identity.fingerprint);
  });
});

test('after a restart of the manager a seat’s neighbours are where they were, before they have come back', async () => {
  const disk = memoryDisk();
  const builder = new SiteBuilder();
  builder.seat('dispatch', [
    builder.receiver('5001', { box: print('rx-1') }),
    builder.receiver('5002', { box: print('rx-2') }),
  ]);
  await begin().start({ seed: builder.seed(), store: openMemoryStore({ disk }) });
  site.box('rx-2');
  await site.clock.advance(seconds(1));
  await site[Symbol.asyncDispose]();
  await begin().start({ store: openMemoryStore({ disk }) });
  const receiver = site.box('rx-1');
  await site.clock.advance(seconds(1));
  expect(receiver.plan).toMatchObject({ seat: { members: [{}, { id: '5002', peer: { host: 'rx-2', port: 1 } }] } });
});

describe('at the door', () => {
  test('a stranger waits, is seen, may say nothing, and is adopted by an administrator', async () => {
    const { builder, rx } = (() => {
      const builder = new SiteBuilder();
      return { builder, rx: builder.receiver('5001') };
    })();
    const manager = await begin().start({ seed: builder.seed() });
    const box = site.box('new', { standing: 'stranger' });
    await site.clock.advance(seconds(2));
    expect(box.welcome).toMatchObject({ state: 'pending', certificate: null });
    expect(manager.boxSide.boxes()).toMatchObject([{ state: 'pending', online: true, kind: 'receiver' }]);
    const refused = box.ask({ type: 'sign-in', name: 'a', password: 'b' });
    await site.clock.advance(milliseconds(10));
    expect(await refused).toMatchObject({ type: 'fault', code: 'peer-unauthorised' });
    const actor = { name: 'administrator:a', from: '' };
    expect(await manager.boxSide.adopt({ fingerprint: print('new'), device: rx, actor })).toBeNull();
    await site.clock.advance(seconds(1));
    expect(box.welcome).toMatchObject({ state: 'adopted', certificate: null });
    expect(box.plan).toMatchObject({ device: { id: '5001' } });
    expect(manager.boxSide.boxes()).toMatchObject([{ state: 'adopted', online: true, device: rx }]);
  });

  test('a place takes one box, of its kind', async () => {
    const builder = new SiteBuilder();
    const tx = builder.transmitter('0001');
    const rx = builder.receiver('5001', { box: print('other') });
    const manager = await begin().start({ seed: builder.seed() });
    site.box('new', { standing: 'stranger' });
    await site.clock.advance(seconds(2));
    const actor = { name: 'administrator:a', from: '' };
    const adopt = (device: DeviceKey) => manager.boxSide.adopt({ fingerprint: print('new'), device, actor });
    expect(await adopt(tx)).toBe('wrong-kind');
    expect(await adopt(rx)).toBe('device-taken');
    expect(await manager.boxSide.adopt({ fingerprint: print('nobody'), device: rx, actor })).toBe('unknown-box');
  });

  test('boxes with one counted code become devices with the next free IDs, and then the code is used up', async () => {
    const builder = new SiteBuilder();
    builder.transmitter('0001');
    const manager = await begin().start({ seed: builder.seed() });
    const actor = { name: 'administrator:a', from: '' };
    const made = await manager.boxSide.createEnrolmentCode({ device: null, uses: 2, actor });
    if (typeof made === 'string') throw new Error(made);
    for (const name of ['tx-a', 'rx-a', 'tx-b']) {
      const kind = name.startsWith('tx') ? 'transmitter' : 'receiver';
      site.box(name, { standing: 'stranger', kind, hello: { enrolmentCode: made.code } });
      await site.clock.advance(seconds(2));
    }
    const ids = [...manager.directory.snapshot.devices.values()].map(({ value }) => `${value.id} ${value.name}`);
    expect(ids).toEqual(['0001 Tx 0001', '0002 Tx 0002', '5001 Rx 5001']);
    expect(site.boxes.map((box) => box.welcome?.state)).toEqual(['adopted', 'adopted', 'pending']);
    expect(manager.boxSide.enrolmentCodes()).toEqual([]);
  });

  test('a forgotten box is a stranger, and what its place showed stays wanted for the next one', async () => {
    const { manager, receiver, transmitter, tx } = await signedIn();
    void receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    receiver.live();
    await site.clock.advance(milliseconds(10));
    const actor = { name: 'administrator:a', from: '' };
    expect(await manager.boxSide.forget({ fingerprint: print('tx-1'), actor })).toBeNull();
    await site.clock.advance(seconds(4));
    expect(transmitter.welcome).toMatchObject({ state: 'pending' });
    expect(receiver.plan).toMatchObject({ route: null });
    site.box('tx-2', { kind: 'transmitter' });
    await site.clock.advance(seconds(2));
    expect(await manager.boxSide.adopt({ fingerprint: print('tx-2'), device: tx, actor })).toBeNull();
    await site.clock.advance(seconds(2));
    expect(receiver.plan).toMatchObject({ route: { source: { id: '0001' }, peer: { host: 'tx-2' } } });
  });

  test('the same box connecting twice: the newer one wins, and the older is told that it was replaced', async () => {
    const { manager, receiver } = await signedIn();
    const twin = site.box('rx-1');
    await site.clock.advance(milliseconds(600));
    expect(receiver.faults.at(0)?.context).toMatchObject({ close: 4005 });
    expect(twin.plan).toMatchObject({ device: { id: '5001' } });
    expect(manager.boxSide.boxes().filter((box) => box.online)).toHaveLength(2);
  });

  test('a box whose device is deleted is forgotten', async () => {
    const { manager, transmitter, tx } = await signedIn();
    const version = manager.directory.snapshot.devices.get(tx)?.version ?? 0;
    const grants = [...manager.directory.snapshot.grants.values()].filter(({ value }) => value.object.key === tx);
    const actor = { name: 'administrator:a', from: '' };
    const changes = [
      ...grants.map(
        ({ value, version }) => ({ type: 'delete', collection: 'grants', key: value.key, expected: version }) as const,
      ),
      { type: 'delete', collection: 'devices', key: tx, expected: version } as const,
    ];
    expect(await manager.directory.change(changes, actor)).toMatchObject({ done: true });
    await site.clock.advance(seconds(4));
    expect(transmitter.welcome).toMatchObject({ state: 'pending' });
  });
});

test('a store that takes longer than a link may take fails no connect', async () => {
  const store = openMemoryStore();
  const state = { slow: false };
  const commit: Store['commit'] = async (writes) => {
    const { signal } = new AbortController();
    if (state.slow) await sleep(site.clock, { name: 'a slow disk', duration: seconds(2.1), signal });
    await store.commit(writes);
  };
  const slow = { ...readsOf(store), commit };
  const { receiver, tx, manager } = await signedIn({
    store: { ...slow, [Symbol.asyncDispose]: async () => undefined },
  });
  state.slow = true;
  const answer = receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
  await site.clock.advance(seconds(2.2));
  receiver.live();
  await site.clock.advance(seconds(2.2));
  expect(await answer).toEqual({ type: 'command-answer', refusal: null, targets: [] });
  expect(manager.boxSide.routes()).toMatchObject([{ transmitter: tx, attempt: null }]);
});

describe('a store that cannot write', () => {
  /** A store over a disk that can be made to fail. */
  function failing(disk: MemoryDisk) {
    const store = openMemoryStore({ disk });
    const state = { broken: false };
    const commit: Store['commit'] = (writes) =>
      state.broken ? Promise.reject(new Error('the disk is full')) : store.commit(writes);
    return {
      state,
      store: {
        ...readsOf(store),
        commit,
        [Symbol.asyncDispose]: async () => undefined,
      },
    };
  }

  test('grants nothing, sends no plan, keeps what runs, and goes on where it stopped', async () => {
    const disk = memoryDisk();
    const { state, store } = failing(disk);
    const { manager, receiver, tx } = await signedIn({ store });
    const sent = receiver.said.length;
    state.broken = true;
    const refused = receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    expect(await refused).toMatchObject({ type: 'fault', code: 'store-failed' });
    expect(manager.readOnly).toBe(true);
    expect(receiver.said).toHaveLength(sent);
    expect(manager.boxSide.routes()).toEqual([]);
    const again = receiver.ask({ type: 'sign-out', reason: 'operator' });
    await site.clock.advance(milliseconds(10));
    expect(await again).toMatchObject({ type: 'fault', code: 'store-failed' });
    state.broken = false;
    await site.clock.advance(seconds(1));
    expect(manager.readOnly).toBe(false);
    const granted = receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    receiver.live();
    await site.clock.advance(milliseconds(10));
    expect(await granted).toMatchObject({ refusal: null });
    expect(manager.boxSide.routes()).toMatchObject([{ transmitter: tx }]);
  });

  test('what happens meanwhile is followed, and leaves once it is stored', async () => {
    const disk = memoryDisk();
    const { state, store } = failing(disk);
    const { manager, receiver, transmitter, tx } = await signedIn({ store });
    const answer = receiver.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(10));
    state.broken = true;
    receiver.live();
    await site.clock.advance(milliseconds(500));
    expect(manager.readOnly).toBe(true);
    expect(receiver.plan).toMatchObject({ route: null });
    await transmitter.client.stop();
    await site.clock.advance(milliseconds(100));
    state.broken = false;
    await site.clock.advance(seconds(2));
    expect(await answer).toMatchObject({ refusal: null });
    expect(receiver.plan).toMatchObject({ route: { source: { id: '0001' }, peer: null }, attempt: null });
    expect(disk.records.get('matrix-routes')?.size).toBe(1);
    expect(disk.records.get('matrix-attempts')?.size).toBe(0);
    expect(manager.boxSide.routes()).toMatchObject([{ transmitter: tx }]);
  });
});

test('a whole control room can be sown, and the same seed is not sown twice', async () => {
  const disk = memoryDisk();
  const { builder } = controlRoom();
  const first = await begin().start({ seed: builder.seed(), store: openMemoryStore({ disk }) });
  const size = first.directory.snapshot.devices.size;
  await site[Symbol.asyncDispose]();
  const second = await begin().start({ seed: new SiteBuilder().seed(), store: openMemoryStore({ disk }) });
  expect(second.directory.snapshot.devices.size).toBe(size);
});

function readsOf(store: Store): Pick<Store, 'load' | 'readAudit' | 'readAuditChain' | 'auditHead'> {
  return {
    load: () => store.load(),
    readAudit: (query) => store.readAudit(query),
    readAuditChain: (after) => store.readAuditChain(after),
    auditHead: () => store.auditHead(),
  };
}
