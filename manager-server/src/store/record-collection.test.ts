import { Fault, silentLog } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createJournal } from './group-commit.ts';
import type { Journal } from './journal.ts';
import { memoryDisk, openMemoryStore } from './memory-store.ts';
import { jsonCodec } from './record-codec.ts';
import { commitStaged, recordCollection } from './record-collection.ts';
import type { AuditEntry, StoredRecord, StoreWrite } from './store.ts';

const codec = jsonCodec(z.object({ count: z.number() }));
const none: ReadonlyMap<string, readonly StoredRecord[]> = new Map();

/** A journal whose commits end when the test says so. */
function heldJournal() {
  const commits: { readonly writes: readonly StoreWrite[]; end(outcome: 'done' | 'failed'): void }[] = [];
  const journal: Journal = {
    commit: (writes) =>
      new Promise((resolve, reject) => {
        const failed = new Fault({ code: 'store-failed', message: 'disk full' });
        commits.push({ writes, end: (outcome) => (outcome === 'done' ? resolve() : reject(failed)) });
      }),
  };
  return { journal, commits };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a record collection', () => {
  test('begins with what the store loaded', () => {
    const records = new Map([['counts', [{ key: 'a', version: 4, body: '{"count":7}' }]]]);
    const counts = recordCollection({ name: 'counts', codec, records, journal: heldJournal().journal });
    expect(counts.get('a')).toEqual({ count: 7 });
    expect(counts.versionOf('a')).toBe(4);
    expect(counts.versionOf('b')).toBeNull();
    expect(counts.size).toBe(1);
    expect([...counts.values()]).toEqual([{ count: 7 }]);
  });

  test.each(['{"count":"many"}', '{"coun', 'null'])('names a stored record that cannot be read: %s', (body) => {
    const records = new Map([['counts', [{ key: 'a', version: 1, body }]]]);
    expect(() => recordCollection({ name: 'counts', codec, records, journal: heldJournal().journal })).toThrow(
      expect.objectContaining({
        code: 'store-corrupt',
        message: expect.stringContaining('counts/a'),
        context: { collection: 'counts', key: 'a', version: 1 },
      }),
    );
  });

  test('what was put is there for reads at once, and after a restart when the promise has resolved', async () => {
    const disk = memoryDisk();
    const store = openMemoryStore({ disk });
    const counts = recordCollection({ name: 'counts', codec, records: none, journal: createJournal(store, silentLog) });
    const putting = counts.put('a', { count: 1 });
    expect(counts.get('a')).toEqual({ count: 1 });
    await putting;
    await counts.put('a', { count: 2 });
    await counts.put('b', { count: 3 });
    await counts.delete('b');
    const loaded = await openMemoryStore({ disk }).load();
    expect(loaded.get('counts')).toEqual([{ key: 'a', version: 2, body: '{"count":2}' }]);
  });

  test('a change that could not be committed is taken back and its promise rejects', async () => {
    const { journal, commits } = heldJournal();
    const records = new Map([['counts', [{ key: 'a', version: 1, body: '{"count":1}' }]]]);
    const counts = recordCollection({ name: 'counts', codec, records, journal });
    const outcomes = Promise.allSettled([
      counts.put('a', { count: 2 }),
      counts.put('b', { count: 9 }),
      counts.delete('a'),
    ]);
    expect([counts.get('a'), counts.get('b')]).toEqual([undefined, { count: 9 }]);
    for (const commit of commits) commit.end('failed');
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect([counts.get('a'), counts.get('b')]).toEqual([{ count: 1 }, undefined]);
    expect(counts.versionOf('a')).toBe(1);
  });

  test('a failure takes back its own change and leaves a later one', async () => {
    const { journal, commits } = heldJournal();
    const counts = recordCollection({ name: 'counts', codec, records: none, journal });
    const outcomes = Promise.allSettled([counts.put('a', { count: 1 }), counts.put('a', { count: 2 })]);
    commits[0]?.end('failed');
    await turn();
    expect(counts.get('a')).toEqual({ count: 2 });
    commits[1]?.end('done');
    await outcomes;
    expect(counts.get('a')).toEqual({ count: 2 });
  });

  test('deleting what is not there writes nothing', async () => {
    const { journal, commits } = heldJournal();
    await recordCollection({ name: 'counts', codec, records: none, journal }).delete('a');
    expect(commits).toEqual([]);
  });

  test('a second deletion is not done before the first is durable', async () => {
    const { journal, commits } = heldJournal();
    const records = new Map([['counts', [{ key: 'a', version: 1, body: '{"count":1}' }]]]);
    const counts = recordCollection({ name: 'counts', codec, records, journal });
    const done: number[] = [];
    counts.delete('a').then(() => done.push(1));
    counts.delete('a').then(() => done.push(2));
    await turn();
    expect(done).toEqual([]);
    for (const commit of commits) commit.end('done');
    await turn();
    expect(done).toEqual([1, 2]);
  });

  test('changes of several collections and their audit go into one commit, and fail as one', async () => {
    const { journal, commits } = heldJournal();
    const codes = recordCollection({
      name: 'codes',
      codec,
      records: new Map([['codes', [{ key: 'x', version: 1, body: '{"count":0}' }]]]),
      journal,
    });
    const boxes = recordCollection({ name: 'boxes', codec, records: none, journal });
    const entry: AuditEntry = {
      at: 0,
      actor: 'manager',
      from: '',
      action: 'box.adopt',
      object: 'b',
      outcome: 'done',
      detail: '',
    };
    const staged = [codes.stageDelete('x'), boxes.stagePut('b', { count: 1 })];
    const committed = commitStaged(journal, { staged, audit: [entry] });
    expect(codes.get('x')).toBeUndefined();
    expect(commits.length).toBe(1);
    expect(commits[0]?.writes).toEqual([
      { type: 'delete', collection: 'codes', key: 'x' },
      { type: 'put', collection: 'boxes', record: { key: 'b', version: 1, body: '{"count":1}' } },
      { type: 'audit', entry },
    ]);
    commits[0]?.end('failed');
    await expect(committed).rejects.toMatchObject({ code: 'store-failed' });
    expect(codes.get('x')).toEqual({ count: 0 });
    expect(boxes.size).toBe(0);
  });

  test('property: once nothing is under way, memory and store hold the same', async () => {
    const change = fc.record({
      key: fc.constantFrom('a', 'b'),
      count: fc.option(fc.nat(9)),
      outcome: fc.constantFrom('done' as const, 'failed' as const),
      wait: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const stored = new Map<string, string>();
        const { journal, commits } = heldJournal();
        const counts = recordCollection({ name: 'counts', codec, records: none, journal });
        const settled: Promise<unknown>[] = [];
        let ended = 0;
        const endAll = async () => {
          for (; ended < commits.length; ended += 1) {
            const commit = commits[ended];
            const outcome = outcomes[ended] ?? 'done';
            if (outcome === 'done') for (const write of commit?.writes ?? []) applyTo(stored, write);
            commit?.end(outcome);
            await turn();
          }
        };
        const outcomes: ('done' | 'failed')[] = [];
        for (const { key, count, outcome, wait } of changes) {
          const before = commits.length;
          settled.push(Promise.allSettled([count === null ? counts.delete(key) : counts.put(key, { count })]));
          if (commits.length > before) outcomes.push(outcome);
          if (wait) await endAll();
        }
        await endAll();
        await Promise.all(settled);
        const held = new Map([...counts.entries()].map(([key, { value }]) => [key, JSON.stringify(value)]));
        expect(held).toEqual(stored);
      }),
      { numRuns: 200 },
    );
  });
});

function applyTo(stored: Map<string, string>, write: StoreWrite): void {
  if (write.type === 'put') stored.set(write.record.key, write.record.body);
  else if (write.type === 'delete') stored.delete(write.key);
}
