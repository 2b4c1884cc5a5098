import type { BoxRequest } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { type LabBox, ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';

test('an operator who changes his password is signed out at every other seat, and goes on at this one', async () => {
  await using lab = new ManagerLab();
  const builder = new SiteBuilder();
  for (const name of ['5001', '5002', '5003']) builder.receiver(name, { box: print(name) });
  builder.operator('hxfj', { password: '123456' });
  builder.operator('op2', { password: '123456' });
  const manager = await lab.start({ seed: builder.seed() });
  const [here, there, colleague] = [lab.box('5001'), lab.box('5002'), lab.box('5003')];
  await lab.clock.advance(seconds(2));
  const signIn = async (desk: LabBox, name: string, password: string) => {
    const asked = desk.ask({ type: 'sign-in', name, password });
    await lab.clock.advance(seconds(1));
    return asked;
  };
  await signIn(here, 'hxfj', '123456');
  await signIn(there, 'hxfj', '123456');
  await signIn(colleague, 'op2', '123456');
  const changed = here.ask({ type: 'change-password', current: '123456', next: 'a long and new one' });
  await lab.clock.advance(seconds(1));
  expect(await changed).toEqual({ type: 'change-password-answer', refusal: null });
  expect(manager.boxSide.sessions()).toHaveLength(2);
  expect(here.plan).toMatchObject({ session: { operator: 'hxfj' } });
  expect(there.plan).toMatchObject({ session: null });
  expect(await signIn(there, 'hxfj', '123456')).toMatchObject({ refusal: 'wrong-credentials' });
});

test('a desk takes an administrator’s eight characters, as its screen says', async () => {
  await using lab = new ManagerLab();
  const builder = new SiteBuilder();
  builder.receiver('5001', { box: print('5001') });
  builder.operator('chef', { password: '123456', role: 'administrator' });
  await lab.start({ seed: builder.seed() });
  const desk = lab.box('5001');
  await lab.clock.advance(seconds(2));
  const ask = async (request: BoxRequest) => {
    const asked = desk.ask(request);
    await lab.clock.advance(seconds(1));
    return asked;
  };
  await ask({ type: 'sign-in', name: 'chef', password: '123456' });
  const change = (next: string) => ask({ type: 'change-password', current: '123456', next });
  expect(await change('kurz')).toMatchObject({ refusal: 'password-too-short' });
  expect(await change('leise9drehen')).toMatchObject({ refusal: null });
});

test('a desk that leans on Enter is throttled, and the audit says so once a wait', async () => {
  await using lab = new ManagerLab();
  const builder = new SiteBuilder();
  builder.receiver('5001', { box: print('5001') });
  builder.operator('hxfj', { password: '123456' });
  const disk = memoryDisk();
  await lab.start({ seed: builder.seed(), store: openMemoryStore({ disk }) });
  const desk = lab.box('5001');
  await lab.clock.advance(seconds(2));
  const guess = async () => {
    const asked = desk.ask({ type: 'sign-in', name: 'hxfj', password: 'wrong' });
    await lab.clock.advance(milliseconds(10));
    return asked;
  };
  for (let attempt = 0; attempt < 25; attempt += 1) await guess();
  await lab.clock.advance(seconds(1));
  for (let attempt = 0; attempt < 25; attempt += 1) await guess();
  const refused = disk.audit.filter(({ action, outcome }) => action === 'sign-in' && outcome === 'refused');
  expect(refused.map(({ detail }) => detail)).toEqual([
    ...Array(5).fill('wrong-credentials'),
    'throttled',
    'wrong-credentials',
    'throttled',
  ]);
});
