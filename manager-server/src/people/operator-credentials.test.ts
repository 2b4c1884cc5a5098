import { type Operator, operatorKey } from '@seatmatrix/protocol/domain';
import { Fault, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import type { DirectorySnapshot } from '../directory/collection.ts';
import type { Directory } from '../directory/directory.ts';
import type { StoreWrite } from '../store/index.ts';
import { openOperatorCredentials } from './operator-credentials.ts';
import { argon2id } from './password-hash.ts';

const cheap = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });
const emptySnapshot: DirectorySnapshot = {
  devices: new Map(),
  'device-groups': new Map(),
  operators: new Map(),
  groups: new Map(),
  grants: new Map(),
  hotkeys: new Map(),
  seats: new Map(),
  walls: new Map(),
  sources: new Map(),
  settings: new Map(),
};
const admin = { name: 'administrator:admin', from: '192.0.2.1' };
const hxfj: Operator = { key: operatorKey('o1'), name: 'Ärzte', disabled: false, role: 'operator', groups: [] };

async function setUp() {
  const writes: StoreWrite[] = [];
  const clock = new VirtualClock();
  const journal = {
    commit: async (batch: readonly StoreWrite[]) => {
      writes.push(...batch);
    },
  };
  let snapshot = emptySnapshot;
  const listeners: ((after: DirectorySnapshot, before: DirectorySnapshot) => void)[] = [];
  const directory: Directory = {
    get snapshot() {
      return snapshot;
    },
    change: () => Promise.reject(new Fault({ code: 'invariant-broken', message: 'not asked for here' })),
    changeWhole: () => Promise.reject(new Fault({ code: 'invariant-broken', message: 'not asked for here' })),
    onChange: (listener) => void listeners.push(listener),
  };
  const setOperators = (...operators: Operator[]) => {
    const before = snapshot;
    snapshot = { ...before, operators: new Map(operators.map((value) => [value.key, { value, version: 1 }])) };
    for (const listener of listeners) listener(snapshot, before);
  };
  setOperators(hxfj);
  const credentials = await openOperatorCredentials({
    directory,
    records: new Map(),
    journal,
    clock,
    log: silentLog,
    hash: cheap,
  });
  expect(await credentials.setPassword({ operator: hxfj.key, password: 'x9-Blaubeere', actor: admin })).toBeNull();
  return { credentials, setOperators, writes, clock };
}

const wrong = { ok: false, refusal: 'wrong-credentials' };
const from = 'osd:desk-1';

describe('operators’ passwords', () => {
  test('the right one signs in, however its letters are composed and the name is written', async () => {
    const { credentials } = await setUp();
    const right = { ok: true, operator: hxfj.key };
    expect(await credentials.signIn({ name: 'Ärzte', password: 'x9-Blaubeere', from })).toEqual(right);
    expect(await credentials.signIn({ name: 'A\u0308RZTE', password: 'x9-Blaubeere', from })).toEqual(right);
  });

  test('a wrong one, an unknown name and a disabled account get one answer', async () => {
    const { credentials, setOperators } = await setUp();
    expect(await credentials.signIn({ name: 'Ärzte', password: 'x9-blaubeere', from })).toEqual(wrong);
    expect(await credentials.signIn({ name: 'nobody', password: 'x9-Blaubeere', from })).toEqual(wrong);
    setOperators({ ...hxfj, disabled: true });
    expect(await credentials.signIn({ name: 'Ärzte', password: 'x9-Blaubeere', from })).toEqual(wrong);
  });

  test('an account that is disabled while its password is being hashed does not get in', async () => {
    const { credentials, setOperators } = await setUp();
    const attempt = credentials.signIn({ name: 'Ärzte', password: 'x9-Blaubeere', from });
    setOperators({ ...hxfj, disabled: true });
    expect(await attempt).toEqual(wrong);
  });

  test('a thousand guesses over the network leave the desk alone and get five through', async () => {
    const { credentials } = await setUp();
    const guesses = Array.from({ length: 1000 }, (_, number) =>
      credentials.signIn({ name: 'Ärzte', password: `guess-${number}`, from: '203.0.113.5' }),
    );
    const desk = await credentials.signIn({ name: 'Ärzte', password: 'x9-Blaubeere', from });
    expect(desk.ok).toBe(true);
    const answers = await Promise.all(guesses);
    expect(answers.filter((each) => !each.ok && each.refusal === 'wrong-credentials').length).toBeLessThanOrEqual(5);
  });

  test('after five wrong ones the right one has to wait a second', async () => {
    const { credentials, clock } = await setUp();
    for (let guess = 0; guess < 5; guess += 1) await credentials.signIn({ name: 'Ärzte', password: 'no', from });
    const right = { name: 'Ärzte', password: 'x9-Blaubeere', from };
    expect(await credentials.signIn(right)).toEqual({ ok: false, refusal: 'throttled', wait: 1000, first: true });
    expect(await credentials.signIn(right)).toMatchObject({ refusal: 'throttled', first: false });
    await clock.advance(seconds(1));
    expect((await credentials.signIn(right)).ok).toBe(true);
  });

  test('an operator changes his own with the old one, to one that the rules take', async () => {
    const { credentials } = await setUp();
    const change = { operator: hxfj.key, current: 'x9-Blaubeere', next: 'drei rote Züge', from };
    expect(await credentials.changePassword({ ...change, current: 'guess' })).toMatchObject({
      refusal: 'wrong-credentials',
    });
    expect(await credentials.changePassword({ ...change, next: 'kurz' })).toEqual({
      refusal: 'password-too-short',
      words: 'it has 4 characters of 8',
    });
    expect(await credentials.changePassword({ ...change, next: 'password1' })).toMatchObject({
      refusal: 'password-too-common',
    });
    expect(await credentials.changePassword(change)).toBeNull();
    expect(await credentials.signIn({ name: 'Ärzte', password: 'x9-Blaubeere', from })).toEqual(wrong);
    expect((await credentials.signIn({ name: 'Ärzte', password: 'drei rote Züge', from })).ok).toBe(true);
  });

  test('the store gets an argon2id hash and an audit entry, never the password', async () => {
    const { writes } = await setUp();
    const text = JSON.stringify(writes);
    expect(text).not.toContain('Blaubeere');
    expect(text).toContain('$argon2id$');
    expect(writes.find((each) => each.type === 'audit')).toMatchObject({
      entry: { actor: 'administrator:admin', from: '192.0.2.1', action: 'operator.password', object: 'Ärzte' },
    });
  });

  test('the hash goes with its operator', async () => {
    const { credentials, setOperators, writes, clock } = await setUp();
    setOperators();
    await clock.settle();
    expect(writes.at(-1)).toEqual({ type: 'delete', collection: 'operator-credentials', key: 'o1' });
    expect(credentials.hasPassword(hxfj.key)).toBe(false);
  });

  test('the demonstration may seed what the rules refuse', async () => {
    const { credentials } = await setUp();
    await credentials.seedPassword({ operator: hxfj, password: '123456' });
    expect((await credentials.signIn({ name: 'Ärzte', password: '123456', from })).ok).toBe(true);
  });
});
