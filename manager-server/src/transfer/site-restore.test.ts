import { operatorKey } from '@seatmatrix/protocol/domain';
import { seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import type { Directory } from '../directory/index.ts';
import { openPeople, type People } from '../people/open-people.ts';
import { RightsWatch } from '../people/rights-watch.ts';
import { openMemoryStore } from '../store/index.ts';
import { ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { SiteBackup } from './site-backup.ts';
import { SiteRestore } from './site-restore.ts';

const passphrase = 'Lavendel und drei Murmeltiere';
const cost = { memory: 8, time: 1, parallelism: 1 };
const actor = { name: 'administrator:admin', from: '192.0.2.1' };
const anna = { name: 'anna', password: 'Blaubeere' };

function seed() {
  const site = new SiteBuilder();
  const computer = site.transmitter('0001', { box: print('tx') });
  site.receiver('5001', { box: print('rx') });
  const operator = site.operator(anna.name, { password: anna.password });
  site.operator('chief', { role: 'administrator', password: 'acht Kamele am Nordpol' });
  site.allow(operator, 'connect', [computer]);
  return { seed: site.seed(), operator };
}

/** A desk where Anna is signed in and shows the computer. */
async function deskAtWork(lab: ManagerLab) {
  const { clock } = lab;
  const store = openMemoryStore();
  const { seed: sown, operator } = seed();
  const manager = await clock.outside(lab.start({ store, seed: sown }));
  const { directory, journal, credentials, boxSide } = manager;
  const people: People = openPeople({ ...manager, clock, log: silentLog });
  new RightsWatch({ people, boxSide, log: silentLog });
  const backup = new SiteBackup({ store, journal, clock, cost, randomBytes: (count) => new Uint8Array(count) });
  const { secondFactors } = people;
  const restore = new SiteRestore({ directory, credentials, secondFactors, store, journal, clock });
  const take = async () => (await backup.make({ passphrase, actor })).file;
  const giveBack = async (file: Buffer) => {
    const wish = { file, passphrase, actor, caller: operatorKey('nobody') };
    const { preview, revision } = await restore.judge(wish);
    expect(await restore.apply(wish, (each) => each === revision)).toMatchObject({ preview: { problems: [] } });
    await clock.advance(seconds(1));
    return preview;
  };
  const rx = lab.box('rx', { kind: 'receiver' });
  lab.box('tx', { kind: 'transmitter' });
  await clock.advance(seconds(1));
  const asked = async (request: Parameters<typeof rx.ask>[0]) => {
    const answer = rx.ask(request);
    await clock.advance(seconds(1));
    if (request.type === 'command') rx.live();
    await clock.advance(seconds(1));
    return answer;
  };
  const begin = async () => {
    await asked({ type: 'sign-in', ...anna });
    await asked({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    expect(boxSide.routes().map(({ transmitter }) => transmitter)).toEqual(['device-0001']);
  };
  return { manager, people, operator, store, take, giveBack, begin };
}

test('a restore leaves pictures that everybody may still have', async () => {
  await using lab = new ManagerLab();
  const { manager, take, giveBack, begin } = await deskAtWork(lab);
  const file = await take();
  await begin();
  const { directory, boxSide } = manager;
  const [device] = [...directory.snapshot.devices.values()];
  if (device === undefined) throw new RangeError('the site has devices');
  const value = { ...device.value, name: 'Renamed' };
  await directory.change([{ type: 'put', collection: 'devices', value, expected: device.version }], actor);
  const before = boxSide.routes();
  expect((await giveBack(file)).counts).toEqual({ add: 0, change: 1, remove: 0 });
  expect(boxSide.routes()).toEqual(before);
  expect(boxSide.sessions().length).toBe(1);
  expect(directory.snapshot.devices.get(device.value.key)?.value).toEqual(device.value);
});

test('a restore ends pictures that rested on a right which the backup does not have', async () => {
  await using lab = new ManagerLab();
  const { manager, take, giveBack, begin } = await deskAtWork(lab);
  const { directory, boxSide } = manager;
  const [grant] = [...directory.snapshot.grants.values()];
  if (grant === undefined) throw new RangeError('the site has a grant');
  const { value, version } = grant;
  await directory.change([{ type: 'delete', collection: 'grants', key: value.key, expected: version }], actor);
  const file = await take();
  await directory.change([{ type: 'put', collection: 'grants', value, expected: null }], actor);
  await begin();
  await giveBack(file);
  expect(boxSide.routes()).toEqual([]);
  expect(boxSide.sessions().length).toBe(1);
});

test('a restore never takes back a password that somebody set while it ran', async () => {
  await using lab = new ManagerLab();
  const { manager, people, operator, take, store } = await deskAtWork(lab);
  const file = await take();
  const { directory, credentials, journal } = manager;
  const change = { operator, current: anna.password, next: 'Sanddorn-Saft', from: '192.0.2.1' };
  const overtaken: Directory = {
    get snapshot() {
      return directory.snapshot;
    },
    change: (changes, by) => directory.change(changes, by),
    onChange: (listener) => directory.onChange(listener),
    async changeWhole(whole, by) {
      expect(await credentials.changePassword(change)).toBeNull();
      return directory.changeWhole(whole, by);
    },
  };
  const { secondFactors } = people;
  const parts = { credentials, secondFactors, store, journal, clock: lab.clock };
  const restore = new SiteRestore({ ...parts, directory: overtaken });
  const wish = { file, passphrase, actor, caller: operatorKey('nobody') };
  expect(await restore.apply(wish, () => true)).toBe('moved');
  expect(await credentials.changePassword({ ...change, current: 'Sanddorn-Saft', next: 'Blaubeere' })).toBeNull();
});

test('a restore signs desks out whose operator had another password', async () => {
  await using lab = new ManagerLab();
  const { manager, operator, take, giveBack, begin } = await deskAtWork(lab);
  const file = await take();
  await begin();
  const { credentials, boxSide } = manager;
  // At the desk itself, where it signs nobody out.
  const change = { operator, current: anna.password, next: 'Sanddorn-Saft', from: 'osd:device-5001' };
  expect(await credentials.changePassword(change)).toBeNull();
  expect(boxSide.sessions().length).toBe(1);
  const { changes } = await giveBack(file);
  expect(changes.map(({ action, collection, name }) => [action, collection, name])).toEqual([
    ['change', 'passwords', 'anna'],
  ]);
  expect(boxSide.sessions()).toEqual([]);
  expect(await credentials.signIn({ ...anna, from: 'osd:device-5001' })).toMatchObject({ ok: true });
});
