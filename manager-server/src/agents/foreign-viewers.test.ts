import type { BoxCommand, MediaKey } from '@seatmatrix/protocol/domain';
import { type Log, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { type LabBox, ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';

const actor = { name: 'administrator:admin', from: '10.0.0.7' };
const place = { ssrc: 0xdeadbeef, rolloverCounter: 0, sequence: 7, timestamp: 0, time: 0 };
const secret = (byte: number) => ({ masterKey: Buffer.alloc(16, byte), masterSalt: Buffer.alloc(12, byte + 1) });
const mediaKey: MediaKey = {
  ...secret(0xa5),
  epoch: 1,
  video: place,
  sound: { ...place, ssrc: 1 },
  feedback: { ...secret(0x3c), ssrc: 2 },
  group: null,
};

/** Everything that was logged, as one text. */
class LogText implements Log {
  text = '';
  readonly #write = (message: string, fields?: unknown) => {
    this.text += `${message} ${JSON.stringify(fields)}\n`;
  };
  error = this.#write;
  warn = this.#write;
  info = this.#write;
  debug = this.#write;
  child = () => this;
}

async function siteOf(lab: ManagerLab) {
  const builder = new SiteBuilder();
  const tx = builder.transmitter('0001', { box: print('tx-1') });
  const other = builder.transmitter('0002', { box: print('tx-2') });
  const rx = builder.receiver('5001', { box: print('rx-1') });
  const disk = memoryDisk();
  const log = new LogText();
  const manager = await lab.start({ seed: builder.seed(), store: openMemoryStore({ disk }), log });
  const boxes = {
    one: lab.box('tx-1', { kind: 'transmitter' }),
    two: lab.box('tx-2', { kind: 'transmitter' }),
    desk: lab.box('rx-1'),
  };
  await lab.clock.advance(seconds(2));
  const ask = (device: typeof tx) =>
    manager.boxSide.foreignViewer({ device, host: '192.0.2.5', port: 5004, seconds: 60, actor });
  const audit = () =>
    disk.audit.flatMap(({ action, object, outcome, detail }) =>
      action === 'device.foreign-viewer' ? [`${object}: ${outcome} ${detail}`] : [],
    );
  return { tx, other, rx, ask, audit, log, disk, ...boxes };
}

type Order = Extract<BoxCommand, { readonly type: 'foreign-viewer' }>;

const orderTo = (box: LabBox): Order | undefined =>
  box.said
    .flatMap((each) => (each.type === 'box-command' && each.command.type === 'foreign-viewer' ? [each.command] : []))
    .at(-1);

function answer(box: LabBox, key: MediaKey | null): void {
  box.client.notify({ type: 'foreign-viewer', number: orderTo(box)?.number ?? 0, key });
}

test('the transmitter is told where to send, and its keys come back; no log and no audit has them', async () => {
  await using lab = new ManagerLab();
  const site = await siteOf(lab);
  const asked = site.ask(site.tx);
  await lab.clock.advance(milliseconds(10));
  expect(orderTo(site.one)).toMatchObject({ host: '192.0.2.5', port: 5004, seconds: 60 });
  expect(site.audit()).toEqual(['0001 Tx 0001: done to 192.0.2.5 port 5004 for 60 s']);
  answer(site.one, mediaKey);
  await lab.clock.advance(milliseconds(10));
  const key = await asked;
  expect(typeof key === 'object' && [key.video.ssrc, Buffer.from(key.masterKey).toString('hex')]).toEqual([
    0xdeadbeef,
    'a5'.repeat(16),
  ]);
  const written = site.log.text + JSON.stringify(site.disk.audit);
  for (const form of [/a5a5a5/i, /165,\s*165/, /paWlp/]) expect(written).not.toMatch(form);
});

test('two that are asked at one time get their own answers, and a box answers for itself alone', async () => {
  await using lab = new ManagerLab();
  const site = await siteOf(lab);
  const first = site.ask(site.tx);
  const second = site.ask(site.tx);
  await lab.clock.advance(milliseconds(10));
  const numbers = site.one.said.flatMap((each) =>
    each.type === 'box-command' && each.command.type === 'foreign-viewer' ? [each.command.number] : [],
  );
  for (const number of numbers) site.two.client.notify({ type: 'foreign-viewer', number, key: mediaKey });
  await lab.clock.advance(milliseconds(10));
  const [one = 0, two = 0] = numbers;
  site.one.client.notify({ type: 'foreign-viewer', number: two, key: { ...mediaKey, epoch: 2 } });
  site.one.client.notify({ type: 'foreign-viewer', number: one, key: { ...mediaKey, epoch: 1 } });
  await lab.clock.advance(milliseconds(10));
  expect([await first, await second]).toMatchObject([{ epoch: 1 }, { epoch: 2 }]);
});

test.each<[string, (site: Awaited<ReturnType<typeof siteOf>>, lab: ManagerLab) => Promise<void>]>([
  ['cannot', async ({ one }) => answer(one, null)],
  ['offline', ({ one }) => one.client.stop()],
  ['no-answer', (_, lab) => lab.clock.advance(seconds(5))],
])('it is refused as %s, and the audit says so after the wish', async (refusal, happen) => {
  await using lab = new ManagerLab();
  const site = await siteOf(lab);
  const asked = site.ask(site.tx);
  await lab.clock.advance(milliseconds(10));
  await happen(site, lab);
  await lab.clock.advance(milliseconds(10));
  expect(await asked).toBe(refusal);
  expect(site.audit().at(-1)).toBe(`0001 Tx 0001: refused ${refusal}`);
  // A box that answers late speaks to nobody.
  answer(site.one, mediaKey);
  await lab.clock.advance(milliseconds(10));
});

test('a receiver, a box that is away and a device that is not there are refused at once', async () => {
  await using lab = new ManagerLab();
  const site = await siteOf(lab);
  await site.two.client.stop();
  await lab.clock.advance(seconds(1));
  expect(await site.ask(site.rx)).toBe('no-transmitter');
  expect(await site.ask(site.other)).toBe('offline');
  expect(await site.ask(`${site.tx}-gone` as typeof site.tx)).toBe('unknown-device');
  expect([site.desk, site.two].map(orderTo)).toEqual([undefined, undefined]);
  expect(site.audit()).toEqual(['5001 Rx 5001: refused no-transmitter', '0002 Tx 0002: refused offline']);
});
