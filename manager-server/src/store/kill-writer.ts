import { writeSync } from 'node:fs';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { createJournal } from './group-commit.ts';
import { openSqliteStore } from './sqlite-store.ts';

// The process that sqlite-kill.test.ts kills: writes until then, and says the number of every write that is durable.

/** So many commits wait at any time: the kill must hit groups too, not one write at a time alone. */
const LANES = 8;

const [path = '', first = '0'] = process.argv.slice(2);
writeSync(1, 'started\n');
const store = await openSqliteStore({ path, log: silentLog });
const journal = createJournal(store, silentLog);
let next = Number(first);
for (let lane = 0; lane < LANES; lane += 1) void write();

async function write(): Promise<void> {
  const key = String(next++);
  const body = JSON.stringify({ text: key.repeat(200) });
  await journal.commit([
    { type: 'put', collection: 'first', record: { key, version: 1, body } },
    {
      type: 'audit',
      entry: { at: 0, actor: 'manager', from: '', action: 'write', object: key, outcome: 'done', detail: '' },
    },
    { type: 'put', collection: 'second', record: { key, version: 1, body } },
  ]);
  // At once and past every buffer of this process: what is acknowledged has been seen.
  writeSync(1, `${key}\n`);
  return write();
}
