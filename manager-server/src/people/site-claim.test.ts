import { minutes, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { openDirectory } from '../directory/index.ts';
import { createFeed } from '../feed/index.ts';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { canonicalCode, claimCode } from './claim-code.ts';
import { openPeople } from './open-people.ts';
import { openOperatorCredentials } from './operator-credentials.ts';
import { argon2id } from './password-hash.ts';

const hash = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });

async function start(disk = memoryDisk()) {
  const clock = new VirtualClock();
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const common = { records: await store.load(), journal, clock, log: silentLog };
  const directory = openDirectory({ ...common, feed: createFeed({ id: 'feed', log: silentLog }) });
  const credentials = await openOperatorCredentials({ ...common, directory, hash });
  return { ...openPeople({ ...common, directory, credentials }), clock, disk };
}

const wish = { name: 'Ärztin', password: 'x9-Blaubeere-mit-Sahne', from: '192.0.2.1' };
const attempt = { ...wish, code: null };

describe('claiming a site', () => {
  test('a fresh one has no account and a code; the code makes the first administrator, once', async () => {
    const { claim, signIn, directory, disk } = await start();
    expect(claim.claimed).toBe(false);
    expect(directory.snapshot.operators.size).toBe(0);
    const code = claim.code ?? '';
    expect(await claim.claim({ ...wish, code: 'AAAA-AAAA-AAAA-AAAA' })).toMatchObject({ refusal: 'claim-code-wrong' });
    expect(await claim.claim({ ...wish, code: code.toLowerCase() })).toMatchObject({ role: 'administrator' });
    expect(claim.claimed).toBe(true);
    expect(await claim.claim({ ...wish, code })).toEqual({ refusal: 'already-claimed' });
    expect(await signIn.signIn(attempt)).toMatchObject({ account: { name: 'Ärztin' }, restriction: null });

    const next = await start(disk);
    expect(next.claim.claimed).toBe(true);
    expect(next.claim.code).toBeNull();
    expect(await next.claim.claim({ ...wish, code })).toEqual({ refusal: 'already-claimed' });
  });

  test('that was cut off after any write is claimed by the next code, under the same name', async () => {
    const whole = await start();
    await whole.claim.claim({ ...wish, code: whole.claim.code ?? '' });
    const { disk } = whole;
    for (const missing of ['operators', 'operator-credentials']) {
      const cut = memoryDisk();
      for (const [name, records] of disk.records) if (name !== missing) cut.records.set(name, new Map(records));
      const next = await start(cut);
      expect(next.claim.claimed).toBe(false);
      expect(await next.claim.claim({ ...wish, code: next.claim.code ?? '' })).toMatchObject({ name: 'Ärztin' });
      expect(next.claim.claimed).toBe(true);
      expect(await next.signIn.signIn(attempt)).toMatchObject({ restriction: null });
    }
  });

  test('of two people at one time, one gets it', async () => {
    const { claim, directory } = await start();
    const code = claim.code ?? '';
    const both = await Promise.all([claim.claim({ ...wish, code }), claim.claim({ ...wish, name: 'other', code })]);
    expect(both.filter((each) => !('refusal' in each))).toHaveLength(1);
    expect(directory.snapshot.operators.size).toBe(1);
  });

  test('a weak password leaves the code unused', async () => {
    const { claim } = await start();
    const code = claim.code ?? '';
    expect(await claim.claim({ ...wish, code, password: 'passwordpassword' })).toMatchObject({
      refusal: 'password-too-common',
    });
    expect(await claim.claim({ ...wish, code })).toMatchObject({ name: 'Ärztin' });
  });

  test('the code ends after half an hour', async () => {
    const { claim, clock } = await start();
    const code = claim.code ?? '';
    await clock.advance(minutes(30));
    expect(claim.expired).toBe(true);
    expect(await claim.claim({ ...wish, code })).toEqual({ refusal: 'claim-code-expired' });
    expect(claim.claimed).toBe(false);
  });

  test('guessing codes is throttled, and the audit says so once', async () => {
    const { claim, disk } = await start();
    const guess = () => claim.claim({ ...wish, code: '0000-0000-0000-0000' });
    for (let time = 0; time < 5; time += 1) expect(await guess()).toMatchObject({ refusal: 'claim-code-wrong' });
    for (let time = 0; time < 5; time += 1) expect(await guess()).toEqual({ refusal: 'throttled', wait: seconds(1) });
    expect(disk.audit.map(({ detail }) => detail)).toEqual([...Array(5).fill('claim-code-wrong'), 'throttled']);
  });

  test('a code has 80 random bits, and letters that look like digits are taken as those', () => {
    expect(claimCode(() => new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(claimCode(() => Uint8Array.from([0x08, 0x42, 0x10, 0x84, 0x21, 0, 0, 0, 0, 1]))).toBe('1111-1111-0000-0001');
    expect(canonicalCode(' illo oooo-0000 0001 ')).toBe('1110-0000-0000-0001');
  });
});

describe('signing in to the pages', () => {
  test('is audited: done, refused, throttled once a wait, and left; never with a password or hash', async () => {
    const { claim, signIn, disk } = await start();
    const account = await claim.claim({ ...wish, code: claim.code ?? '' });
    if ('refusal' in account) throw new Error(account.refusal);
    await signIn.signIn(attempt);
    for (let guess = 0; guess < 5; guess += 1) await signIn.signIn({ ...attempt, password: 'a wrong guess' });
    for (let guess = 0; guess < 4; guess += 1) {
      expect(await signIn.signIn(attempt)).toMatchObject({ refusal: 'throttled', wait: seconds(1) });
    }
    await signIn.signOut(account, wish.from);
    expect(
      disk.audit
        .filter(({ action }) => action.startsWith('sign-'))
        .map(({ actor, action, outcome, detail }) => [actor, action, outcome, detail]),
    ).toEqual([
      ['administrator:Ärztin', 'sign-in', 'done', ''],
      ...Array(5).fill(['administrator:ärztin', 'sign-in', 'refused', 'wrong-credentials']),
      ['administrator:ärztin', 'sign-in', 'refused', 'throttled'],
      ['administrator:Ärztin', 'sign-out', 'done', ''],
    ]);
    expect(new Set(disk.audit.map(({ from }) => from))).toEqual(new Set([wish.from]));
    expect(JSON.stringify(disk.audit)).not.toMatch(/Blaubeere|a wrong guess|argon2/);
  });
});
