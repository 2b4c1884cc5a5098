import { randomBytes } from 'node:crypto';
import { operatorKey } from '@seatmatrix/protocol/domain';
import { minutes, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { recordCollection } from '../store/record-collection.ts';
import { ApiTokens, apiTokenCodec, TOKENS_MAX } from './api-tokens.ts';

const anna = operatorKey('anna');
const actor = { name: 'administrator:anna', from: '192.0.2.1' };
const wish = { name: 'CI', scopes: ['read'], days: 2, owner: anna, actor } as const;

async function start({ disk = memoryDisk(), clock = new VirtualClock() } = {}) {
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const records = recordCollection({
    name: 'api-tokens',
    codec: apiTokenCodec,
    records: await store.load(),
    journal,
  });
  let keys = 0;
  const newKey = () => `t${++keys}`;
  const tokens = new ApiTokens({ records, journal, clock, log: silentLog, randomBytes, newKey });
  const make = async (part: Partial<typeof wish> = {}) => {
    const made = await tokens.create({ ...wish, ...part });
    if (made === 'too-many') throw new RangeError(made);
    return made;
  };
  return { tokens, make, clock, disk };
}

describe('tokens', () => {
  test('survive a restart with the time that is left, and are forgotten when it is over', async () => {
    const { make, clock, disk } = await start();
    const { text } = await make();
    await clock.advance(minutes(24 * 60));
    const next = await start({ disk, clock: new VirtualClock(clock.wall()) });
    expect(next.tokens.use(text)).toMatchObject({ name: 'CI', owner: anna });
    await next.clock.advance(minutes(24 * 60 - 1));
    expect(next.tokens.use(text)).not.toBeNull();
    await next.clock.advance(minutes(1));
    expect(next.tokens.use(text)).toBeNull();
    await next.clock.advance(seconds(1));
    expect(next.tokens.list()).toEqual([]);
    expect(disk.records.get('api-tokens')?.size).toBe(0);
  });

  test('open nothing from the moment of their revocation, before the store has answered', async () => {
    const { tokens, make, disk } = await start();
    const { text, token } = await make();
    const ended: string[] = [];
    tokens.onEnd((id) => ended.push(id));
    const revoking = tokens.revoke({ id: token.id, actor });
    expect([tokens.use(text), ended]).toEqual([null, [token.id]]);
    expect(await revoking).toBeNull();
    expect(await tokens.revoke({ id: token.id, actor })).toBe('not-found');
    expect(disk.audit.map(({ action, object, detail }) => [action, object, detail])).toEqual([
      ['token.create', 'CI', 'read; 2 days'],
      ['token.revoke', 'CI', ''],
    ]);
  });

  test('of one owner go together', async () => {
    const { tokens, make } = await start();
    const [one, two, other] = [await make(), await make(), await make({ owner: operatorKey('ben') })];
    await tokens.revokeAllOf(anna, actor);
    expect([one, two, other].map(({ text }) => tokens.use(text) !== null)).toEqual([false, false, true]);
  });

  test('note their use to the minute, not at each request', async () => {
    const { tokens, make, clock, disk } = await start();
    const { text } = await make();
    const versionOf = () => [...(disk.records.get('api-tokens')?.values() ?? [])][0]?.version;
    for (let use = 0; use < 10; use += 1) tokens.use(text);
    await clock.settle();
    expect(versionOf()).toBe(2);
    await clock.advance(minutes(1));
    tokens.use(text);
    await clock.settle();
    expect(versionOf()).toBe(3);
  });

  test('are no more than a site needs', async () => {
    const { tokens, make } = await start();
    for (let count = 0; count < TOKENS_MAX; count += 1) await make();
    expect(await tokens.create(wish)).toBe('too-many');
  });
});
