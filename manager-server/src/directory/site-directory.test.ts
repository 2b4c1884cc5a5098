import { Fault, type Log, milliseconds, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { createFeed, type FeedMessage } from '../feed/site-feed.ts';
import { createJournal } from '../store/group-commit.ts';
import { type MemoryDisk, memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { desk, deviceGroup, grant, group, operator, put, remove, seat, transmitter } from './sample-site.ts';
import { DEFAULT_SETTINGS, openDirectory } from './site-directory.ts';

const admin = { name: 'administrator:admin', from: '10.0.0.7' };

async function openOn(options: { readonly disk?: MemoryDisk; readonly store?: Store; readonly log?: Log } = {}) {
  const clock = new VirtualClock(new Date('2026-05-04T00:00:00Z'));
  const store = options.store ?? openMemoryStore({ disk: options.disk ?? memoryDisk() });
  const log = options.log ?? silentLog;
  const feed = createFeed({ id: 'f', log });
  const messages: FeedMessage[] = [];
  feed.subscribe(null, (message) => messages.push(message));
  const journal = createJournal(store, silentLog);
  const directory = openDirectory({ records: await store.load(), journal, clock, feed, log });
  const audit = async () =>
    (await store.readAudit({ before: null, limit: 100, actor: null, action: null, from: null, until: null })).entries;
  return { directory, store, clock, messages, audit };
}

/** A store that fails its commits while the switch is on. */
function failingStore(disk: MemoryDisk) {
  const inner = openMemoryStore({ disk });
  const fault = { on: false };
  const store: Store = {
    load: () => inner.load(),
    readAudit: (query) => inner.readAudit(query),
    readAuditChain: (after) => inner.readAuditChain(after),
    auditHead: () => inner.auditHead(),
    commit(writes) {
      if (fault.on) return Promise.reject(new Fault({ code: 'store-failed', message: 'disk full' }));
      return inner.commit(writes);
    },
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  };
  return { store, fault };
}

describe('the first start', () => {
  test('gives the site its settings, and keeps them', async () => {
    const disk = memoryDisk();
    const { directory } = await openOn({ disk });
    expect(directory.snapshot.settings.get('site')).toEqual({ value: DEFAULT_SETTINGS, version: 1 });
    await directory.change([put('settings', { ...DEFAULT_SETTINGS, name: '监控中心' }, 1)], admin);
    const again = await openOn({ disk });
    expect(again.directory.snapshot.settings.get('site')).toMatchObject({ value: { name: '监控中心' }, version: 2 });
  });
});

describe('a change', () => {
  test('is in the snapshot, in the store, in the audit, in the feed and with the listeners', async () => {
    const disk = memoryDisk();
    const { directory, messages, audit } = await openOn({ disk });
    const heard: [number, number][] = [];
    directory.onChange((after, before) => heard.push([before.devices.size, after.devices.size]));
    const changed = await directory.change([put('devices', transmitter('0001', { name: '气象' }))], admin);
    const value = { value: transmitter('0001', { name: '气象' }), version: 1 };
    expect(changed).toEqual({ done: true, value });
    expect(directory.snapshot.devices.get('t0001')).toEqual(value);
    expect(heard).toEqual([[0, 1]]);
    const event = { type: 'resource', collection: 'devices', key: 't0001', version: 1 };
    expect(messages.at(-1)).toEqual({ type: 'event', number: 1, event });
    expect(await audit()).toMatchObject([
      {
        at: Date.parse('2026-05-04T00:00:00Z'),
        actor: 'administrator:admin',
        from: '10.0.0.7',
        action: 'device.create',
        object: '0001 气象',
        outcome: 'done',
        detail: '',
      },
    ]);
    expect((await openOn({ disk })).directory.snapshot.devices).toEqual(directory.snapshot.devices);
  });

  test('that is refused changes nothing and stands in the audit', async () => {
    const { directory, messages, audit } = await openOn();
    await directory.change([put('devices', transmitter('0001'))], admin);
    const before = directory.snapshot;
    const twin = put('devices', transmitter('0001', { key: 'x' as never, name: 'Twin' }));
    expect(await directory.change([put('groups', group('g')), twin], admin)).toMatchObject({
      done: false,
      refusal: { type: 'conflict', pointer: '/id' },
    });
    expect(directory.snapshot).toBe(before);
    expect(messages.length).toBe(2);
    expect((await audit())[0]).toMatchObject({
      action: 'device.create',
      object: '0001 Twin',
      outcome: 'refused',
      detail: 'conflict: /id 0001 is already the ID of Computer 0001',
    });
  });

  test('of a value that is no such record at all is refused, and the audit names its key alone', async () => {
    const { directory, audit } = await openOn();
    const nonsense = put('grants', { key: 'k1', right: 'fly' } as never);
    expect(await directory.change([nonsense], admin)).toMatchObject({ done: false, refusal: { type: 'invalid' } });
    expect((await audit())[0]).toMatchObject({ action: 'grant.create', object: 'k1', outcome: 'refused' });
  });

  test('says in the audit what it changed, and what went with it', async () => {
    const { directory, audit } = await openOn();
    await directory.change(
      [
        put('devices', desk('5001')),
        put('devices', transmitter('0001')),
        put('device-groups', deviceGroup('room', 't0001 r5001')),
        put('operators', operator('hxfj')),
        put('grants', grant('operator:o-hxfj connect device:t0001')),
      ],
      admin,
    );
    await directory.change([put('devices', transmitter('0001', { name: 'Radar', location: 'B2' }), 1)], admin);
    await directory.change([remove('devices', 't0001', 2)], admin);
    const written = (await audit()).map(({ action, object, detail }) => [action, object, detail]).reverse();
    expect(written.slice(5)).toEqual([
      ['device.update', '0001 Radar', 'name "Computer 0001" → "Radar"; location "" → "B2"'],
      ['device.delete', '0001 Radar', ''],
      ['grant.delete', 'connect 0001 Radar by operator hxfj', 'with device 0001 Radar'],
      ['device-group.update', 'Devices room', 'with device 0001 Radar; devices ["t0001","r5001"] → ["r5001"]'],
    ]);
  });

  test('is not seen by readers before it is durable, and is when it is acknowledged', async () => {
    const clock = new VirtualClock();
    const store = openMemoryStore({ delay: { clock, duration: milliseconds(500) } });
    const { directory, messages } = await openOn({ store });
    await clock.advance(seconds(1));
    let acknowledged = false;
    directory.change([put('groups', group('g'))], admin).then(() => {
      acknowledged = true;
      expect(directory.snapshot.groups.has('g')).toBe(true);
    });
    await clock.advance(milliseconds(499));
    expect([acknowledged, directory.snapshot.groups.has('g'), messages.length]).toEqual([false, false, 1]);
    await clock.advance(milliseconds(1));
    expect([acknowledged, directory.snapshot.groups.has('g'), messages.length]).toEqual([true, true, 2]);
  });

  test('that the store cannot keep is taken back, and the next one is judged without it', async () => {
    const disk = memoryDisk();
    const { store, fault } = failingStore(disk);
    const { directory } = await openOn({ store });
    await directory.change([put('groups', group('a'))], admin);
    fault.on = true;
    const before = directory.snapshot;
    await expect(directory.change([put('groups', group('b'))], admin)).rejects.toMatchObject({ code: 'store-failed' });
    expect(directory.snapshot).toBe(before);
    fault.on = false;
    expect(await directory.change([put('groups', group('b'))], admin)).toMatchObject({ done: true });
    expect([...(await openOn({ disk })).directory.snapshot.groups.keys()]).toEqual(['a', 'b']);
  });

  test('is judged after those before it: of two for the same desk one wins', async () => {
    const { directory } = await openOn();
    await directory.change([put('devices', desk('5001'))], admin);
    const outcomes = await Promise.all([
      directory.change([put('seats', seat('one', 'r5001'))], admin),
      directory.change([put('seats', seat('two', 'r5001'))], admin),
      directory.change([put('devices', desk('5001', { name: 'A' }), 1)], admin),
      directory.change([put('devices', desk('5001', { name: 'B' }), 1)], admin),
    ]);
    expect(outcomes.map((outcome) => (outcome.done ? 'done' : outcome.refusal.type))).toEqual([
      'done',
      'conflict',
      'done',
      'version-conflict',
    ]);
  });

  test('of nothing is done and writes nothing', async () => {
    const { directory, audit } = await openOn();
    expect(await directory.change([], admin)).toEqual({ done: true, value: null });
    expect(await audit()).toEqual([]);
  });

  test('is acknowledged whatever a listener makes of it, and the other listeners hear of it', async () => {
    const errors: string[] = [];
    const { directory } = await openOn({ log: { ...silentLog, error: (message) => void errors.push(message) } });
    let heard = 0;
    directory.onChange(() => {
      throw new Error('bug');
    });
    directory.onChange(() => {
      heard += 1;
    });
    expect(await directory.change([put('groups', group('g'))], admin)).toMatchObject({ done: true });
    expect([heard, errors]).toEqual([1, ['a listener of the directory failed']]);
  });
});

describe('a store that was changed from outside', () => {
  const put1 = (collection: string, key: string, value: unknown) =>
    ({ type: 'put', collection, record: { key, version: 1, body: JSON.stringify(value) } }) as const;

  test('a record that is not what its collection holds stops the start, by its name', async () => {
    const disk = memoryDisk();
    await openMemoryStore({ disk }).commit([put1('devices', 't1', { kind: 'toaster' })]);
    await expect(openOn({ disk })).rejects.toMatchObject({
      code: 'store-corrupt',
      context: { collection: 'devices', key: 't1' },
    });
  });

  test('a record that breaks a law is told to the log and does not keep the site from starting', async () => {
    const disk = memoryDisk();
    await openMemoryStore({ disk }).commit([put1('seats', 'one', seat('one', 'r5001'))]);
    const errors: unknown[] = [];
    const { directory } = await openOn({ disk, log: { ...silentLog, error: (_, fields) => void errors.push(fields) } });
    expect(directory.snapshot.seats.size).toBe(1);
    expect(errors).toMatchObject([{ collection: 'seats', key: 'one' }]);
  });
});
