import { minutes, silentLog } from '@seatmatrix/protocol/kernel';
import { createLog } from '@seatmatrix/protocol/program';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { AuditHeads } from './audit-heads.ts';
import { isSigned, openAuditSigner, type SignedHead } from './audit-signer.ts';

const entry = { at: 1, actor: 'manager', from: '', action: 'a', object: '', outcome: 'done', detail: '' } as const;

test('where the audit stands is logged signed at the start, while it grows, and at the end', async () => {
  const clock = new VirtualClock();
  const store = openMemoryStore({ disk: memoryDisk() });
  const sources = { records: await store.load(), journal: createJournal(store, silentLog) };
  const signer = await openAuditSigner(sources);
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: 'info', destination });
  const told: SignedHead[] = [];
  const heads = new AuditHeads({ store, signer, clock, log, onHead: (head) => void told.push(head) });
  await clock.advance(minutes(12));
  await store.commit([{ type: 'audit', entry }]);
  await clock.advance(minutes(12));
  await store.commit([{ type: 'audit', entry }]);
  await heads[Symbol.asyncDispose]();
  await store.commit([{ type: 'audit', entry }]);
  await clock.advance(minutes(12));
  expect(told.map(({ number }) => number)).toEqual([0, 1, 2]);
  expect(told.every(isSigned)).toBe(true);
  // As `verify-audit --head` takes it.
  const logged = lines.map((line) => JSON.parse(line) as { readonly head: string; readonly signature: string });
  expect(logged).toMatchObject(told.map(({ number, hash, signature }) => ({ head: `${number}:${hash}`, signature })));

  // The key is the site's: the next start signs with the same.
  const again = await openAuditSigner({ ...sources, records: await store.load() });
  expect(again.publicKey).toBe(signer.publicKey);
});
