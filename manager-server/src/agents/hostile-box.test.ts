import { type DeviceKey, generation, NAME_MAX } from '@seatmatrix/protocol/domain';
import { seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import type { Manager } from '../manager.ts';
import { type LabBox, ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { MESSAGES_AT_ONCE } from './message-budget.ts';

const administrator = { name: `administrator:${'a'.repeat(NAME_MAX)}`, from: '' };

function siteOfTwo(name = 'Tx 0001') {
  const builder = new SiteBuilder();
  const tx = builder.transmitter('0001', { name, box: print('tx-1') });
  const left = builder.receiver('5001', { box: print('rx-1') });
  const right = builder.receiver('5002', { box: print('rx-2') });
  builder.seat('dispatch', [left, right]);
  const operator = builder.operator('hxfj', { password: '123456' });
  builder.allowEverything(operator);
  return { seed: builder.seed(), tx, left };
}

const connect = (manager: Manager, receiver: DeviceKey, transmitter: DeviceKey) =>
  manager.boxSide.connect({ receiver, transmitter, withoutPicture: false, actor: administrator });

async function signIn(lab: ManagerLab, desk: LabBox): Promise<void> {
  const signedIn = desk.ask({ type: 'sign-in', name: 'hxfj', password: '123456' });
  await lab.clock.advance(seconds(1));
  expect(await signedIn).toEqual({ type: 'sign-in-answer', refusal: null });
}

test.each([
  { host: '', port: 1 },
  { host: 'rx-2', port: 0 },
])('a box that says no address for its peer link ($host:$port) does not cut its neighbours off', async (peer) => {
  await using lab = new ManagerLab();
  const { seed } = siteOfTwo();
  await lab.start({ seed });
  const neighbour = lab.box('rx-1');
  await lab.clock.advance(seconds(2));
  lab.box('rx-2', { hello: { peer } });
  await lab.clock.advance(seconds(5));
  expect(neighbour.faults).toEqual([]);
  expect(neighbour.plan).toMatchObject({ seat: { members: [{ id: '5001' }, { id: '5002', peer: null }] } });
});

test('the longest names that the directory takes cut no desk off', async () => {
  await using lab = new ManagerLab();
  const { seed, tx, left } = siteOfTwo('名'.repeat(NAME_MAX));
  const manager = await lab.start({ seed });
  lab.box('tx-1', { kind: 'transmitter' });
  const desk = lab.box('rx-1');
  await lab.clock.advance(seconds(2));
  await signIn(lab, desk);
  const connected = connect(manager, left, tx);
  await lab.clock.advance(seconds(1));
  desk.live();
  await lab.clock.advance(seconds(2));
  expect(await connected).toMatchObject({ refusal: null });
  expect(desk.faults).toEqual([]);
  expect(desk.said).toContainEqual(expect.objectContaining({ type: 'desk-notice' }));
});

test('a box that claims to have obeyed the highest generation there is does not stop the counter', async () => {
  await using lab = new ManagerLab();
  const { seed, tx, left } = siteOfTwo();
  const manager = await lab.start({ seed });
  lab.box('rx-2', { hello: { highestGeneration: generation(Number.MAX_SAFE_INTEGER) } });
  lab.box('tx-1', { kind: 'transmitter' });
  const desk = lab.box('rx-1');
  await lab.clock.advance(seconds(2));
  await signIn(lab, desk);
  const generations: number[] = [];
  for (const _ of [1, 2]) {
    const refused = connect(manager, left, tx);
    await lab.clock.advance(seconds(3));
    await refused;
    const planned = desk.said.filter((each) => each.type === 'plan').map((each) => each.plan.generation);
    generations.push(Math.max(...planned));
  }
  expect(generations[1]).toBeGreaterThan(generations[0] ?? Infinity);
});

describe('a box that never stops talking', () => {
  test('is cut off, and its neighbour is answered as if nothing had been', async () => {
    await using lab = new ManagerLab();
    const { seed } = siteOfTwo();
    await lab.start({ seed });
    const flood = lab.box('rx-1');
    const neighbour = lab.box('rx-2');
    await lab.clock.advance(seconds(2));
    await signIn(lab, flood);
    for (let count = 0; count < 5_000; count++) {
      flood.client.notify({ type: 'watch-list', watch: { function: 'connect', page: count } });
    }
    const signedIn = neighbour.ask({ type: 'sign-in', name: 'hxfj', password: '123456' });
    await lab.clock.advance(seconds(0.1));
    expect(await signedIn).toEqual({ type: 'sign-in-answer', refusal: null });
    expect(flood.faults.at(0)?.context).toMatchObject({ close: 4009 });
    expect(flood.said.filter((each) => each.type === 'list-page').length).toBeLessThanOrEqual(MESSAGES_AT_ONCE);
  });

  test('comes back with its back-off, and is served again', async () => {
    await using lab = new ManagerLab();
    const { seed } = siteOfTwo();
    await lab.start({ seed });
    const flood = lab.box('rx-1');
    await lab.clock.advance(seconds(2));
    for (let count = 0; count < 5_000; count++) flood.client.notify({ type: 'watch-list', watch: null });
    await lab.clock.advance(seconds(60));
    expect(flood.client.live).toBe(true);
    await signIn(lab, flood);
  });

  test('asking is cut off as well', async () => {
    await using lab = new ManagerLab();
    const { seed } = siteOfTwo();
    await lab.start({ seed });
    const flood = lab.box('rx-1');
    await lab.clock.advance(seconds(2));
    const ask = () => flood.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    const asked = Promise.allSettled(Array.from({ length: 2_000 }, ask));
    await lab.clock.advance(seconds(1));
    expect((await asked).some(({ status }) => status === 'rejected')).toBe(true);
    expect(flood.faults.at(0)?.context).toMatchObject({ close: 4009 });
  });
});

describe('two boxes with one key', () => {
  test('are found out as soon as the first comes back, and neither is let in while both are there', async () => {
    await using lab = new ManagerLab();
    const { seed } = siteOfTwo();
    const manager = await lab.start({ seed });
    lab.box('rx-1');
    await lab.clock.advance(seconds(10));
    const copy = lab.box('rx-1', { host: 'copy' });
    await lab.clock.advance(seconds(5));
    expect(manager.boxSide.boxes().filter((box) => box.online)).toEqual([]);
    const [twin] = manager.boxSide.boxes().filter((box) => box.twins.length > 0);
    expect(twin?.device).not.toBeNull();
    expect(twin?.twins).toHaveLength(2);
    await lab.clock.advance(seconds(120));
    expect(manager.boxSide.boxes().filter((box) => box.online)).toEqual([]);
    await copy.client.stop();
    await lab.clock.advance(seconds(70));
    expect(manager.boxSide.boxes().filter((box) => box.online)).toHaveLength(1);
    expect(manager.boxSide.boxes().filter((box) => box.twins.length > 0)).toEqual([]);
  });

  test('are not what a box is that lost its link and came back, however often', async () => {
    await using lab = new ManagerLab();
    const { seed } = siteOfTwo();
    const manager = await lab.start({ seed });
    const box = lab.box('rx-1');
    await lab.clock.advance(seconds(2));
    for (let count = 0; count < 5; count++) {
      lab.net.cut('rx-1', 'manager');
      await lab.clock.advance(seconds(5));
      lab.net.heal('rx-1', 'manager');
      await lab.clock.advance(seconds(40));
      expect(box.client.live).toBe(true);
    }
    expect(manager.boxSide.boxes().filter((each) => each.online)).toHaveLength(1);
  });
});
