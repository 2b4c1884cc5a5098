import { randomBytes } from 'node:crypto';
import { minutes, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { recordCollection } from '../store/record-collection.ts';
import { administratorCodec } from './administrator.ts';
import { Administrators } from './administrators.ts';
import { canonicalCode, claimCode } from './claim-code.ts';
import { PasswordCheck } from './password-check.ts';
import { argon2id } from './password-hash.ts';

const cheap = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });

async function start(disk = memoryDisk()) {
  const clock = new VirtualClock();
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const records = recordCollection({
    name: 'administrators',
    codec: administratorCodec,
    records: await store.load(),
    journal,
  });
  let keys = 0;
  const administrators = new Administrators({
    records,
    journal,
    clock,
    check: await PasswordCheck.open({ hash: cheap, clock }),
    randomBytes,
    newKey: () => `a${++keys}`,
  });
  return { administrators, clock, disk };
}

const wish = { name: 'Ärztin', password: 'x9-Blaubeere', from: '192.0.2.1' };

describe('claiming a site', () => {
  test('a fresh one has no account and a code; the code makes the first administrator, once', async () => {
    const { administrators, disk } = await start();
    expect(administrators.claimed).toBe(false);
    expect(administrators.list()).toEqual([]);
    const code = administrators.claimCode ?? '';
    expect(await administrators.claim({ ...wish, code: 'AAAA-AAAA-AAAA-AAAA' })).toMatchObject({
      refusal: 'claim-code-wrong',
    });
    expect((await administrators.claim({ ...wish, code: code.toLowerCase() })).ok).toBe(true);
    expect(administrators.claimed).toBe(true);
    expect(await administrators.claim({ ...wish, code })).toMatchObject({ refusal: 'already-claimed' });
    expect((await administrators.signIn(wish)).ok).toBe(true);

    const next = await start(disk);
    expect(next.administrators.claimed).toBe(true);
    expect(next.administrators.claimCode).toBeNull();
    expect(await next.administrators.claim({ ...wish, code })).toMatchObject({ refusal: 'already-claimed' });
  });

  test('of two people at one time, one gets it', async () => {
    const { administrators } = await start();
    const code = administrators.claimCode ?? '';
    const both = await Promise.all([
      administrators.claim({ ...wish, code }),
      administrators.claim({ ...wish, name: 'other', code }),
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(administrators.list()).toHaveLength(1);
  });

  test('a weak password leaves the code unused', async () => {
    const { administrators } = await start();
    const code = administrators.claimCode ?? '';
    expect(await administrators.claim({ ...wish, code, password: 'password1' })).toMatchObject({
      refusal: 'password-too-common',
    });
    expect((await administrators.claim({ ...wish, code })).ok).toBe(true);
  });

  test('the code ends after half an hour', async () => {
    const { administrators, clock } = await start();
    const code = administrators.claimCode ?? '';
    await clock.advance(minutes(30));
    expect(administrators.claimExpired).toBe(true);
    expect(await administrators.claim({ ...wish, code })).toMatchObject({ refusal: 'claim-code-expired' });
    expect(administrators.claimed).toBe(false);
  });

  test('guessing codes is throttled', async () => {
    const { administrators } = await start();
    const guess = () => administrators.claim({ ...wish, code: '0000-0000-0000-0000' });
    for (let time = 0; time < 5; time += 1) expect(await guess()).toMatchObject({ refusal: 'claim-code-wrong' });
    expect(await guess()).toEqual({ ok: false, refusal: 'throttled', wait: seconds(1) });
  });

  test('a code has 80 random bits, and letters that look like digits are taken as those', () => {
    expect(claimCode(() => new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(claimCode(() => Uint8Array.from([0x08, 0x42, 0x10, 0x84, 0x21, 0, 0, 0, 0, 1]))).toBe('1111-1111-0000-0001');
    expect(canonicalCode(' illo oooo-0000 0001 ')).toBe('1110-0000-0000-0001');
  });
});

describe('administrators', () => {
  async function claimed() {
    const site = await start();
    await site.administrators.claim({ ...wish, code: site.administrators.claimCode ?? '' });
    const [first] = site.administrators.list();
    if (first === undefined) throw new RangeError('nobody claimed the site');
    return { ...site, first, actor: { name: 'administrator:Ärztin', from: '192.0.2.1' } };
  }

  test('the last one stays', async () => {
    const { administrators, first, actor } = await claimed();
    expect(await administrators.delete({ administrator: first.key, actor })).toBe('last-administrator');
    expect((await administrators.create({ name: 'second', password: 'drei rote Züge', actor })).ok).toBe(true);
    expect(await administrators.delete({ administrator: first.key, actor })).toBeNull();
    expect(await administrators.signIn(wish)).toMatchObject({ refusal: 'wrong-credentials' });
  });

  test('a name is taken in any writing of it', async () => {
    const { administrators, actor } = await claimed();
    const again = { name: 'A\u0308RZTIN', password: 'drei rote Züge', actor };
    expect(await administrators.create(again)).toMatchObject({ refusal: 'name-taken' });
  });

  test('changing the password needs the old one', async () => {
    const { administrators, first } = await claimed();
    const change = { administrator: first.key, current: 'x9-Blaubeere', next: 'drei rote Züge', from: '192.0.2.1' };
    expect(await administrators.changePassword({ ...change, current: 'no' })).toMatchObject({
      refusal: 'wrong-credentials',
    });
    expect((await administrators.changePassword(change)).ok).toBe(true);
    expect(await administrators.signIn(wish)).toMatchObject({ refusal: 'wrong-credentials' });
    expect((await administrators.signIn({ ...wish, password: change.next })).ok).toBe(true);
  });

  test('every sign-in is audited, refused ones too, and no answer or entry has a password or hash', async () => {
    const { administrators, disk } = await claimed();
    await administrators.signIn(wish);
    await administrators.signIn({ ...wish, password: 'a wrong guess' });
    expect(disk.audit.map(({ actor, action, outcome }) => [actor, action, outcome])).toEqual([
      ['administrator:Ärztin', 'claim', 'done'],
      ['administrator:Ärztin', 'sign-in', 'done'],
      ['administrator:ärztin', 'sign-in', 'refused'],
    ]);
    expect(JSON.stringify([disk.audit, administrators.list()])).not.toMatch(/Blaubeere|a wrong guess|argon2/);
  });
});

test('what was refused at the door, and who left, stands in the audit as well', async () => {
  const { administrators, disk } = await start();
  const { from } = wish;
  await administrators.claim({ ...wish, code: 'AAAA-AAAA-AAAA-AAAA' });
  const claimed = await administrators.claim({ ...wish, code: administrators.claimCode ?? '' });
  if (!claimed.ok) throw new Error(claimed.refusal);
  const { administrator } = claimed;
  await administrators.changePassword({ administrator: administrator.key, current: 'no', next: 'x9-Himbeere', from });
  await administrators.signOut(administrator, from);
  const everything = { before: null, limit: 10, actor: null, action: null, from: null, until: null };
  const { entries } = await openMemoryStore({ disk }).readAudit(everything);
  expect(entries.map(({ action, outcome }) => `${action} ${outcome}`).toReversed()).toEqual([
    'claim refused',
    'claim done',
    'administrator.password refused',
    'sign-out done',
  ]);
  expect(new Set(entries.map((entry) => entry.from))).toEqual(new Set([from]));
});
