import { randomBytes } from 'node:crypto';
import { operatorKey } from '@seatmatrix/protocol/domain';
import { minutes, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { recordCollection } from '../store/record-collection.ts';
import { WebSessions, webSessionCodec } from './web-sessions.ts';

const anna = operatorKey('anna');
const ben = operatorKey('ben');

async function start({ disk = memoryDisk(), clock = new VirtualClock() } = {}) {
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const records = recordCollection({
    name: 'web-sessions',
    codec: webSessionCodec,
    records: await store.load(),
    journal,
  });
  const sessions = new WebSessions({ records, clock, log: silentLog, randomBytes });
  return { sessions, clock, disk };
}

describe('web sessions', () => {
  test('a token is 256 bits, new at each sign-in, and nothing stored is it', async () => {
    const { sessions, disk } = await start();
    const first = await sessions.start(anna);
    const second = await sessions.start(anna);
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(second).not.toBe(first);
    expect(sessions.find(first)?.operator).toBe(anna);
    expect(JSON.stringify([...(disk.records.get('web-sessions') ?? [])])).not.toContain(first);
  });

  test('that is not stored yet ends with all others of its operator', async () => {
    const { sessions, disk } = await start();
    const before = sessions.moment;
    const starting = sessions.start(anna);
    await sessions.endAllOf(anna, null);
    expect(sessions.find(await starting)).toBeNull();
    expect(disk.records.get('web-sessions')?.size ?? 0).toBe(0);
    expect([sessions.endedSince(anna, before), sessions.endedSince(ben, before)]).toEqual([true, false]);
    expect(sessions.endedSince(anna, sessions.moment)).toBe(false);
  });

  test('ends after half an hour without a touch, and says so by itself', async () => {
    const { sessions, clock } = await start();
    const ended: string[] = [];
    sessions.onEnd((id) => ended.push(id));
    const token = await sessions.start(anna);
    const id = sessions.find(token)?.id;
    await clock.advance(minutes(29));
    if (id !== undefined) sessions.touch(id);
    await clock.advance(minutes(29));
    expect(sessions.find(token)).not.toBeNull();
    expect(ended).toEqual([]);
    await clock.advance(minutes(1.5));
    expect(ended).toEqual([id]);
    expect(sessions.find(token)).toBeNull();
  });

  test('ends after twelve hours however busy', async () => {
    const { sessions, clock } = await start();
    const token = await sessions.start(anna);
    for (let time = 0; time < 12 * 6; time += 1) {
      const session = sessions.find(token);
      expect(session).not.toBeNull();
      if (session !== null) sessions.touch(session.id);
      await clock.advance(minutes(10));
    }
    expect(sessions.find(token)).toBeNull();
  });

  test('signing out ends it at once, before the store has answered', async () => {
    const { sessions } = await start();
    const token = await sessions.start(anna);
    const session = sessions.find(token);
    if (session === null) throw new RangeError('no session');
    const ending = sessions.end(session.id);
    expect(sessions.find(token)).toBeNull();
    await ending;
  });

  test('all of one person end together, but for the one that asked', async () => {
    const { sessions } = await start();
    const [one, two, other] = [await sessions.start(anna), await sessions.start(anna), await sessions.start(ben)];
    await sessions.endAllOf(anna, sessions.find(one)?.id ?? null);
    expect([one, two, other].map((token) => sessions.find(token) !== null)).toEqual([true, false, true]);
  });

  test('survives a restart of the manager with the age that it has', async () => {
    const { sessions, clock, disk } = await start();
    const token = await sessions.start(anna);
    await clock.advance(minutes(20));
    const restarted = await start({ disk, clock: new VirtualClock(clock.wall()) });
    expect(restarted.sessions.find(token)?.operator).toBe(anna);
    await restarted.clock.advance(minutes(11));
    expect(restarted.sessions.find(token)).toBeNull();
  });

  test('a clock that was set back makes no session younger than new', async () => {
    const { sessions, disk } = await start();
    const token = await sessions.start(anna);
    const restarted = await start({ disk, clock: new VirtualClock(new Date('2025-06-01')) });
    await restarted.clock.advance(minutes(30));
    expect(restarted.sessions.find(token)).toBeNull();
  });
});
