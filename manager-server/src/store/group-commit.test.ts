import { Fault, type Log, milliseconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CHAIN } from './audit-chain.ts';
import { createJournal, JOURNAL_WAITING_MAX } from './group-commit.ts';
import { openMemoryStore } from './memory-store.ts';
import type { Store, StoreWrite } from './store.ts';

const write = (key: string): StoreWrite => ({ type: 'delete', collection: 'c', key });
const keyOf = (each: StoreWrite) =>
  each.type === 'delete' ? each.key : each.type === 'put' ? `${each.record.key} ${each.record.version}` : '';
const recordOf = (key: fc.Arbitrary<string>) =>
  fc.record({ key, version: fc.integer({ min: 1, max: 9 }), body: fc.constantFrom('1', '2') });

/** A store whose commits end when the test says so. */
function heldStore() {
  const commits: { readonly keys: readonly string[]; end(outcome: 'done' | 'failed'): void }[] = [];
  let underWay = 0;
  let underWayMax = 0;
  const store: Store = {
    load: async () => new Map(),
    readAudit: async () => ({ entries: [], next: null }),
    readAuditChain: async () => [],
    auditHead: async () => EMPTY_CHAIN,
    commit(writes) {
      underWay += 1;
      underWayMax = Math.max(underWayMax, underWay);
      return new Promise((resolve, reject) => {
        commits.push({
          keys: writes.map(keyOf),
          end(outcome) {
            underWay -= 1;
            if (outcome === 'done') resolve();
            else reject(new Fault({ code: 'store-failed', message: 'disk full' }));
          },
        });
      });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { store, commits, underWayMax: () => underWayMax };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the journal', () => {
  test('what comes while a commit is under way goes together in the next one', async () => {
    const held = heldStore();
    const journal = createJournal(held.store, silentLog);
    const outcomes: string[] = [];
    const hand = (key: string) => journal.commit([write(key)]).then(() => outcomes.push(key));
    hand('a');
    await turn();
    hand('b');
    hand('c');
    await turn();
    expect(held.commits.map((commit) => commit.keys)).toEqual([['a']]);
    held.commits[0]?.end('done');
    await turn();
    expect(outcomes).toEqual(['a']);
    expect(held.commits.map((commit) => commit.keys)).toEqual([['a'], ['b', 'c']]);
    held.commits[1]?.end('done');
    await turn();
    expect(outcomes).toEqual(['a', 'b', 'c']);
  });

  test('a failed commit rejects its own writes, says so once in the log, and the next go on', async () => {
    const held = heldStore();
    const errors: string[] = [];
    const log: Log = { ...silentLog, error: (message) => void errors.push(message) };
    const journal = createJournal(held.store, log);
    const first = Promise.allSettled([journal.commit([write('a')]), journal.commit([write('b')])]);
    await turn();
    const second = journal.commit([write('c')]);
    held.commits[0]?.end('failed');
    expect(await first).toMatchObject([
      { status: 'rejected', reason: { code: 'store-failed' } },
      { status: 'rejected', reason: { code: 'store-failed' } },
    ]);
    await turn();
    held.commits[1]?.end('done');
    await second;
    expect(errors).toEqual(['the store could not write']);
  });

  test('it takes no more than its limit while the store stands still, and more again afterwards', async () => {
    const held = heldStore();
    const journal = createJournal(held.store, silentLog);
    const first = journal.commit([write('first')]);
    await turn();
    const full = journal.commit(Array.from({ length: JOURNAL_WAITING_MAX }, () => write('x')));
    await expect(journal.commit([write('too many')])).rejects.toMatchObject({ code: 'store-failed' });
    held.commits[0]?.end('done');
    await first;
    await turn();
    const next = journal.commit([write('next')]);
    held.commits[1]?.end('done');
    await full;
    await turn();
    held.commits[2]?.end('done');
    await next;
  });

  test('drained waits for everything handed in, also what fails and what comes while it waits', async () => {
    const held = heldStore();
    const journal = createJournal(held.store, silentLog);
    await journal.drained();
    const failing = expect(journal.commit([write('a')])).rejects.toThrow();
    let drained = false;
    journal.drained().then(() => {
      drained = true;
    });
    await turn();
    const later = journal.commit([write('b')]);
    held.commits[0]?.end('failed');
    await failing;
    await turn();
    expect(drained).toBe(false);
    held.commits[1]?.end('done');
    await later;
    await turn();
    expect(drained).toBe(true);
  });

  test('property: a commit that puts a record several times leaves what the writes leave one by one', async () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const change: fc.Arbitrary<StoreWrite> = fc.oneof(
      fc.record({ type: fc.constant('put' as const), collection: fc.constantFrom('c', 'd'), record: recordOf(key) }),
      fc.record({ type: fc.constant('delete' as const), collection: fc.constantFrom('c', 'd'), key }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), async (handed) => {
        const plain = openMemoryStore();
        for (const writes of handed) await plain.commit(writes);
        const grouped = openMemoryStore();
        const journal = createJournal(grouped, silentLog);
        await Promise.all(handed.map((writes) => journal.commit(writes)));
        expect([...(await grouped.load())]).toEqual([...(await plain.load())]);
      }),
    );
  });

  test('a record that several changes put is written once a commit', async () => {
    const held = heldStore();
    const journal = createJournal(held.store, silentLog);
    const put = (key: string, version: number): StoreWrite => ({
      type: 'put',
      collection: 'c',
      record: { key, version, body: '{}' },
    });
    const done = Promise.all([1, 2, 3].map((version) => journal.commit([put('counter', version), write('a')])));
    await turn();
    expect(held.commits.map(({ keys }) => keys)).toEqual([['counter 3', 'a', 'a', 'a']]);
    held.commits[0]?.end('done');
    await done;
  });

  test('a slow disk costs delay, not throughput', async () => {
    const clock = new VirtualClock();
    const delay = { clock, duration: milliseconds(500) };
    const journal = createJournal(openMemoryStore({ delay }), silentLog);
    let done = 0;
    for (let index = 0; index < 1000; index += 1) {
      journal.commit([write(String(index))]).then(() => {
        done += 1;
      });
      if (index % 100 === 0) await clock.advance(milliseconds(10));
    }
    await clock.advance(milliseconds(910));
    expect(done).toBe(1000);
  });

  test('property: order kept, one commit at a time, each promise tells what became of its own writes', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('hand' as const), writes: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ type: fc.constant('end' as const), outcome: fc.constantFrom('done' as const, 'failed' as const) }),
      fc.record({ type: fc.constant('turn' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const held = heldStore();
        const journal = createJournal(held.store, silentLog);
        const handed: { readonly keys: readonly string[]; outcome: 'waiting' | 'done' | 'failed' }[] = [];
        const ended: ('done' | 'failed')[] = [];
        let number = 0;
        const end = (outcome: 'done' | 'failed') => {
          const commit = held.commits[ended.length];
          if (commit === undefined) return;
          ended.push(outcome);
          commit.end(outcome);
        };
        for (const each of steps) {
          if (each.type === 'turn') await turn();
          else if (each.type === 'end') end(each.outcome);
          else {
            const keys = Array.from({ length: each.writes }, () => String(number++));
            const record: (typeof handed)[number] = { keys, outcome: 'waiting' };
            handed.push(record);
            journal.commit(keys.map(write)).then(
              () => {
                record.outcome = 'done';
              },
              () => {
                record.outcome = 'failed';
              },
            );
          }
        }
        await turn();
        while (held.commits.length > ended.length) {
          end('done');
          await turn();
        }
        expect(held.underWayMax()).toBeLessThanOrEqual(1);
        expect(held.commits.flatMap((commit) => commit.keys)).toEqual(handed.flatMap((record) => record.keys));
        const outcomeOf = new Map(held.commits.flatMap(({ keys }, index) => keys.map((key) => [key, ended[index]])));
        for (const { keys, outcome } of handed) {
          expect(outcome).not.toBe('waiting');
          for (const key of keys) expect(outcomeOf.get(key)).toBe(outcome);
        }
      }),
      { numRuns: 300 },
    );
  });
});
