import { seconds } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { WRONG_TRIES_MAX } from './enrolment-tries.ts';

const actor = { name: 'administrator:a', from: '' };

test('a box that enrols itself again, as the other kind, leaves its old place empty', async () => {
  await using lab = new ManagerLab();
  const builder = new SiteBuilder();
  const seat = [builder.receiver('5001', { box: print('rx-1') }), builder.receiver('5002', { box: print('rx-2') })];
  builder.seat('dispatch', seat);
  const manager = await lab.start({ seed: builder.seed() });
  const neighbour = lab.box('rx-1');
  const box = lab.box('rx-2');
  await lab.clock.advance(seconds(2));
  await box.client.stop();
  const made = await manager.boxSide.createEnrolmentCode({ device: null, actor });
  if (typeof made === 'string') throw new Error(made);
  const again = lab.box('rx-2', { kind: 'transmitter', hello: { enrolmentCode: made.code } });
  await lab.clock.advance(seconds(2));
  expect(again.plan).toMatchObject({ type: 'transmitter', device: { id: '0001' } });
  expect(neighbour.plan).toMatchObject({ seat: { members: [{ id: '5001' }, { id: '5002', peer: null }] } });
});

test('wrong codes from one address fill no disk, and right ones from elsewhere are taken meanwhile', async () => {
  await using lab = new ManagerLab();
  const store = openMemoryStore({ disk: memoryDisk() });
  const manager = await lab.start({ store });
  const wrong = (key: string) => ({
    host: 'prankster',
    standing: 'stranger' as const,
    hello: { enrolmentCode: `00000-00000-00000-${key}` },
  });
  for (let count = 0; count < WRONG_TRIES_MAX + 30; count++) lab.box(`stranger-${count}`, wrong(`${10_000 + count}`));
  await lab.clock.advance(seconds(5));
  const all = { before: null, actor: null, action: null, from: null, until: null, limit: 500 };
  const { entries } = await store.readAudit(all);
  expect(entries.filter(({ outcome }) => outcome === 'refused')).toHaveLength(WRONG_TRIES_MAX);
  const made = await manager.boxSide.createEnrolmentCode({ device: null, actor });
  if (typeof made === 'string') throw new Error(made);
  const box = lab.box('rx-9', { standing: 'stranger', hello: { enrolmentCode: made.code } });
  await lab.clock.advance(seconds(3));
  expect(box.welcome).toMatchObject({ state: 'adopted' });
});
