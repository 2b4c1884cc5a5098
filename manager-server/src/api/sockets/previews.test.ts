import { once } from 'node:events';
import { type DeviceKey, deviceKey, operatorKey } from '@seatmatrix/protocol/domain';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Account } from '../../people/account.ts';
import type { WebSession } from '../../people/web-sessions.ts';
import { sampleJpeg } from '../../previews/testing/sample-jpeg.ts';
import { ending, type SampleApp, startApp } from '../sample-app.ts';
import { SampleBoxSide } from '../sample-box-side.ts';
import type { PageSocket, PageSocketListener } from './page-socket.ts';
import { previewSocket } from './previews.ts';

const tx = deviceKey('t0001');
const rx = deviceKey('r5001');

async function opened(site: SampleApp, cookie = site.cookie()) {
  const socket = site.socket('/api/previews', { cookie });
  const texts: string[] = [];
  const pictures: Buffer[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) pictures.push(data);
    else texts.push(data.toString());
  });
  await once(socket, 'open');
  const watching = site.boxSide.watching.at(-1);
  if (watching === undefined) throw new RangeError('nobody watches');
  return { socket, texts, pictures, watching };
}

const look = (socket: WebSocket, ...devices: readonly string[]) =>
  socket.send(new TextEncoder().encode(JSON.stringify({ devices })));

/** The sockets are real ones over pipes in memory: they take turns of the event loop, and no time. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the socket for small pictures', () => {
  test('tells a page whose picture each device’s is, and gives each picture once', async () => {
    const site = await startApp();
    const { socket, texts, pictures, watching } = await opened(site);
    look(socket, tx, rx, tx);
    await turns();
    expect(watching.devices).toEqual([tx, rx]);
    watching.watcher.shows(rx, { source: tx, reason: null });
    watching.watcher.shows(tx, { source: null, reason: 'offline' });
    const jpeg = sampleJpeg({ size: 3000 });
    watching.pictures.set(tx, jpeg);
    watching.watcher.pictureCame(tx);
    await turns();
    expect(texts.map((text) => JSON.parse(text))).toEqual([
      { device: rx, source: tx, reason: null },
      { device: tx, source: null, reason: 'offline' },
    ]);
    expect(pictures).toHaveLength(1);
    const [picture] = pictures;
    expect(picture?.subarray(0, 6).toString()).toBe('\u0005t0001');
    expect(picture?.subarray(6)).toEqual(Buffer.from(jpeg));
  });

  test('goes into the audit before anything is seen, once for as long as it is open', async () => {
    const site = await startApp();
    const { socket } = await opened(site);
    look(socket, tx);
    look(socket, rx);
    await turns();
    const { items } = (await site.request('GET', '/api/audit?action=previews.open')).json;
    expect(items).toMatchObject([{ actor: 'administrator:Ärztin', outcome: 'done' }]);
  });

  test('ends its looks with the page', async () => {
    const site = await startApp();
    const { socket, watching } = await opened(site);
    socket.close();
    await once(socket, 'close');
    expect(watching.ended).toBe(true);
  });

  test.each([
    ['text', 'devices'],
    ['no JSON', new TextEncoder().encode('{')],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['a number', new TextEncoder().encode('5')],
    ['no list', new TextEncoder().encode('{"devices":"t0001"}')],
    ['something else', new TextEncoder().encode('{"devices":[],"width":9999}')],
    ['an empty key', new TextEncoder().encode('{"devices":[""]}')],
    ['more than a view', new TextEncoder().encode(JSON.stringify({ devices: Array.from({ length: 65 }, String) }))],
    ['a key without end', new TextEncoder().encode(JSON.stringify({ devices: ['k'.repeat(65)] }))],
  ])('is closed for %s', async (_, said) => {
    const { socket } = await opened(await startApp());
    socket.send(said);
    expect(await ending(socket)).toBe(4000);
  });

  test('takes a full view of the longest keys, and closes above it', async () => {
    const { socket, watching } = await opened(await startApp());
    const keys = Array.from({ length: 64 }, (_, index) => `${index}`.padStart(64, 'k'));
    look(socket, ...keys);
    await turns();
    expect(watching.devices).toEqual(keys);
    socket.send(new Uint8Array(8192));
    expect(await ending(socket)).toBe(1009);
  });

  test.each(['supervisor', 'operator'] as const)('is open to a %s, who is judged device by device', async (role) => {
    const site = await startApp();
    const { cookie, key } = await site.asRole(role);
    const { watching } = await opened(site, cookie);
    expect(watching.watcher.who).toEqual({ role, operator: key });
  });

  test('is closed to auditors and to every token', async () => {
    const site = await startApp();
    const { cookie } = await site.asRole('auditor');
    expect(await ending(site.socket('/api/previews', { cookie }))).toBe(403);
    const scopes = ['read', 'operate', 'administer', 'audit'];
    const { token } = (await site.request('POST', '/api/tokens', { body: { name: 'wall', scopes, days: 1 } })).json;
    const bearer = { cookie: null, origin: null, authorization: `Bearer ${token}` };
    expect(await ending(site.socket('/api/previews', bearer))).toBe(403);
  });
});

describe('a page that reads slowly', () => {
  test('gets the newest picture of each source when it has read, and none of those between', async () => {
    const boxSide = new SampleBoxSide();
    const page = new SlowPage();
    const handle = previewSocket({
      boxSide,
      journal: { commit: async () => undefined },
      clock: new VirtualClock(),
      log: silentLog,
    });
    const account: Account = { key: operatorKey('o1'), name: 'li', role: 'administrator' };
    const session: WebSession = { id: 's1' as WebSession['id'], operator: account.key, restriction: null };
    handle(page, {
      params: {},
      query: new URLSearchParams(),
      from: '',
      signedIn: { account, by: { type: 'session', session } },
    });
    const [watching] = boxSide.watching;
    const come = (source: DeviceKey, size: number) => {
      watching?.pictures.set(source, sampleJpeg({ size }));
      watching?.watcher.pictureCame(source);
    };
    come(tx, 1000);
    page.buffered = 300 * 1024;
    for (const size of [2000, 3000, 4000]) come(tx, size);
    come(rx, 5000);
    expect(page.sent).toEqual([1006]);
    page.buffered = 0;
    page.listener?.drained?.();
    expect(page.sent).toEqual([1006, 4006, 5006]);
    page.listener?.drained?.();
    expect(page.sent).toHaveLength(3);
  });
});

/** A page whose line takes what the test says. */
class SlowPage implements PageSocket {
  buffered = 0;
  readonly sent: number[] = [];
  listener: PageSocketListener | null = null;

  send(data: string | Uint8Array): void {
    this.sent.push(data.length);
  }

  close(): void {}

  listen(listener: PageSocketListener): void {
    this.listener = listener;
  }
}
