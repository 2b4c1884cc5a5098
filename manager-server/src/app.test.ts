import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sampleRotation, startApp } from './api/sample-app.ts';
import { SampleBoxSide } from './api/sample-box-side.ts';
import { type App, createApp } from './app.ts';
import { openAuditSigner } from './audit/index.ts';
import { openDirectory } from './directory/index.ts';
import { createFeed } from './feed/index.ts';
import { selfSignedCertificate } from './pages-certificate.ts';
import { openPeople } from './people/open-people.ts';
import { openOperatorCredentials } from './people/operator-credentials.ts';
import { argon2id } from './people/password-hash.ts';
import { createJournal } from './store/group-commit.ts';
import { openMemoryStore } from './store/memory-store.ts';

// The edge: real TLS on a real port of loopback. Everything else of the pages is tested without.

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function startHttps(): Promise<{ readonly app: App; readonly port: number; readonly code: string }> {
  const { app, code } = await makeHttps();
  const { port } = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port, code };
}

async function makeHttps(): Promise<{ readonly app: App; readonly code: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'seatmatrix-'));
  open.push(() => rmSync(folder, { recursive: true }));
  for (const page of ['index', 'claim', 'console', 'sign-in']) writeFileSync(join(folder, `${page}.html`), page);
  const tls = await selfSignedCertificate({ folder, names: ['localhost'], addresses: ['127.0.0.1'], now: new Date() });
  const clock = systemClock;
  const store = openMemoryStore();
  const journal = createJournal(store, silentLog);
  const feed = createFeed({ id: 'feed', log: silentLog });
  const common = { records: await store.load(), journal, clock, log: silentLog };
  const hash = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });
  const directory = openDirectory({ ...common, feed });
  const credentials = await openOperatorCredentials({ ...common, directory, hash });
  const people = openPeople({ ...common, directory, credentials });
  const app = await createApp({
    ...{ directory, feed, journal, store, people, tls, clock },
    auditSigner: await openAuditSigner(common),
    boxSide: new SampleBoxSide(),
    rotation: sampleRotation,
    boxes: { port: 8443 },
    strictTransport: false,
    webFolder: folder,
    log: silentLog,
  });
  open.push(() => app.close());
  return { app, code: people.claim.code ?? '' };
}

/** One request by hand: what goes over the wire is what a browser would send. */
async function ask(port: number, request: readonly string[], body = ''): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  const lines = [
    ...request,
    `Host: 127.0.0.1:${port}`,
    'Connection: close',
    `Content-Length: ${body.length}`,
    '',
    body,
  ];
  socket.write(lines.join('\r\n'));
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  await once(socket, 'close');
  return answer;
}

describe('the listener for people', () => {
  test('claims, sets a __Host- cookie, and opens a socket with it, all over TLS', async () => {
    const { port, code } = await startHttps();
    expect(await ask(port, ['GET / HTTP/1.1'])).toMatch(/^HTTP\/1\.1 302 .*location: \/claim/s);
    expect(await ask(port, ['GET /claim HTTP/1.1'])).toMatch(/^HTTP\/1\.1 200 .*index$/s);
    const body = JSON.stringify({ code, name: 'admin', password: 'x9-Blaubeere-mit-Sahne' });
    const claimed = await ask(port, ['POST /api/claim HTTP/1.1', 'Content-Type: application/json'], body);
    expect(claimed).toMatch(/^HTTP\/1\.1 201 /);
    const cookie = /set-cookie: (__Host-seatmatrix=[\w-]{43}); .*HttpOnly; SameSite=Strict; Secure/.exec(claimed)?.[1];
    expect(cookie).toBeDefined();
    const headers = { cookie: cookie ?? '', origin: `https://127.0.0.1:${port}` };
    const socket = new WebSocket(`wss://127.0.0.1:${port}/api/events`, { rejectUnauthorized: false, headers });
    const [first] = await once(socket, 'message');
    expect(JSON.parse(String(first)).type).toBe('reset');
    socket.terminate();
    expect(await ask(port, ['GET / HTTP/1.1'])).toMatch(/^HTTP\/1\.1 200 .*index$/s);
  });

  test('speaks no TLS below 1.3 and takes no endless header', async () => {
    const { port } = await startHttps();
    const old = connect({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.2',
      minVersion: 'TLSv1.2',
    });
    expect(String(await once(old, 'secureConnect').catch((error: unknown) => error))).toMatch(
      /protocol|version|alert/i,
    );
    expect(await ask(port, ['GET /healthz HTTP/1.1', `X-Long: ${'x'.repeat(20_000)}`])).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('stops with pages still open', async () => {
    const { app, port, code } = await startHttps();
    const body = JSON.stringify({ code, name: 'admin', password: 'x9-Blaubeere-mit-Sahne' });
    const claimed = await ask(port, ['POST /api/claim HTTP/1.1', 'Content-Type: application/json'], body);
    const cookie = /(__Host-seatmatrix=[\w-]+)/.exec(claimed)?.[1] ?? '';
    const headers = { cookie, origin: `https://127.0.0.1:${port}` };
    const socket = new WebSocket(`wss://127.0.0.1:${port}/api/events`, { rejectUnauthorized: false, headers });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await app.close();
    expect((await closed)[0]).toBe(1001);
  });

  test('refuses a port that is taken, in one line', async () => {
    const { port } = await startHttps();
    const { app } = await makeHttps();
    await expect(app.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: `127.0.0.1 port ${port} is in use by another program`,
    });
  });

  test('serves no plain HTTP beyond loopback', async () => {
    const { app } = await startApp();
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'kvm.example']) {
      await expect(app.listen({ host, port: 0 })).rejects.toMatchObject({ code: 'configuration-invalid' });
    }
  });
});
