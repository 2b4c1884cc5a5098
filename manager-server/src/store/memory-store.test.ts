import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { memoryDisk, openMemoryStore } from './memory-store.ts';
import { storeContract } from './store.contract.ts';

storeContract('in memory', async () => {
  const disk = memoryDisk();
  return { open: async () => openMemoryStore({ disk }), remove: async () => undefined };
});

test('a slow disk makes each commit wait its turn, and nothing is there before', async () => {
  const clock = new VirtualClock();
  const disk = memoryDisk();
  const store = openMemoryStore({ disk, delay: { clock, duration: milliseconds(500) } });
  const done: string[] = [];
  for (const key of ['a', 'b']) {
    const write = { type: 'put', collection: 'c', record: { key, version: 1, body: '1' } } as const;
    store.commit([write]).then(() => done.push(key));
  }
  await clock.advance(milliseconds(499));
  expect(done).toEqual([]);
  expect(disk.records.size).toBe(0);
  await clock.advance(milliseconds(1));
  expect(done).toEqual(['a']);
  await clock.advance(milliseconds(500));
  expect(done).toEqual(['a', 'b']);
});
