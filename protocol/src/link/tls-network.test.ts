import { once } from 'node:events';
import { createServer } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Fingerprint, fingerprint } from '../domain/index.ts';
import { type Clock, seconds, silentLog, systemClock } from '../kernel/index.ts';
import { makeStranger, makeTestAuthority } from '../testing/test-authority.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { fingerprintOfCertificate } from './certificate.ts';
import type { Network } from './network.ts';
import { createTlsNetwork, type TlsIdentity } from './tls-network.ts';
import { CloseCode, type Closed, type PeerIdentity, type Transport } from './transport.ts';

const site = await makeTestAuthority();
const twin = await makeTestAuthority();
const manager = await site.issue({ role: 'manager' });
const box = await site.issue({ role: 'box' });
const stranger = await makeStranger();
const authorityFingerprint = fingerprintOfCertificate(site.certificate);
const never = new AbortController().signal;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function networkOf(identity: TlsIdentity, options: { prefix?: string; clock?: Clock } = {}): Network {
  const { prefix = null, clock = systemClock } = options;
  return createTlsNetwork({ identity: () => identity, authorityPrefix: () => prefix, clock, log: silentLog });
}

/** A listener and, one after the other, whom it accepted. */
async function serve(network: Network, accept: (transport: Transport) => void = attend) {
  const peers: PeerIdentity[] = [];
  const listening = await network.listen({
    host: '127.0.0.1',
    port: 0,
    frameMax: { '/control': 1000 },
    accept(transport) {
      peers.push(transport.peer);
      accept(transport);
    },
  });
  stops.push(() => listening.close());
  return { port: listening.port, peers };
}

const attend = (transport: Transport): void => transport.listen({ frame: () => undefined, closed: () => undefined });

async function call(network: Network, port: number, expected: Fingerprint | null = null): Promise<Transport> {
  const target = { host: '127.0.0.1', port, path: '/control', expect: expected, frameMax: 1000 } as const;
  const transport = await network.dial(target, never);
  attend(transport);
  return transport;
}

/** Speaks TLS to the listener by hand; what the handshake came to. */
async function handshake(port: number, options: ConnectionOptions) {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
  const sessions: unknown[] = [];
  socket.on('session', (session) => sessions.push(session));
  const failure = new Promise<string>((resolve) => socket.once('error', (error) => resolve(error.message)));
  const outcome = await Promise.race([once(socket, 'secureConnect').then(() => 'connected'), failure]);
  return { socket, outcome, failure, sessions };
}

describe('who is at the other end of a TLS link:', () => {
  test('a box with a certificate of its own making is a stranger with its key’s fingerprint', async () => {
    const { port, peers } = await serve(networkOf(manager));
    await call(networkOf(stranger), port);
    expect(peers[0]).toMatchObject({
      fingerprint: fingerprintOfCertificate(stranger.certificate),
      standing: 'stranger',
      role: null,
    });
  });

  test('a self-made certificate that says manager is believed by nobody', async () => {
    const { port } = await serve(networkOf(await makeStranger('CN=manager, OU=manager')));
    await expect(call(networkOf(box), port)).rejects.toMatchObject({ code: 'peer-unauthorised' });
  });

  test('a certificate of another CA with the same name is a stranger’s', async () => {
    const { port, peers } = await serve(networkOf(manager));
    const foreign = await twin.issue({ role: 'box' });
    const transport = await call(networkOf(foreign), port, fingerprintOfCertificate(manager.certificate));
    expect(peers[0]?.standing).toBe('stranger');
    expect(transport.peer.standing).toBe('stranger');
  });

  test('a certificate that ran out is a stranger’s', async () => {
    const { port, peers } = await serve(networkOf(manager));
    const old = await site.issue({ role: 'box', validTo: new Date(Date.now() - 1000) });
    await call(networkOf(old), port);
    expect(peers[0]?.standing).toBe('stranger');
  });

  test('a box whose clock starts in 1970 still knows its manager', async () => {
    const { port } = await serve(networkOf(manager));
    const clock: Clock = { ...systemClock, wall: () => new Date(0) };
    const transport = await call(networkOf(box, { clock }), port);
    expect(transport.peer.role).toBe('manager');
  });

  test.each([
    ['starts in 1970', new Date(0)],
    ['is ten years ahead', new Date(Date.now() + 10 * 365 * 86_400_000)],
    ['says 2038', new Date('2038-01-20T00:00:00Z')],
  ])('a box whose clock %s knows its manager before and after its adoption', async (_name, wall) => {
    const from = new Date('2026-01-01T00:00:00Z');
    const until = new Date('2056-01-01T00:00:00Z');
    const long = await makeTestAuthority('long', { from, until });
    const { port } = await serve(networkOf(await long.issue({ role: 'manager' })));
    const clock: Clock = { ...systemClock, wall: () => wall };
    const prefix = fingerprintOfCertificate(long.certificate).slice(0, 9);
    const stranger = await makeStranger('CN=new', { from: new Date('2000-01-01'), until: new Date('2099-12-31') });
    expect((await call(networkOf(stranger, { clock, prefix }), port)).peer.role).toBe('manager');
    expect((await call(networkOf(await long.issue({ role: 'box' }), { clock }), port)).peer.role).toBe('manager');
  });

  test('of two CAs that a side trusts, either one’s certificates are the site’s, and a third’s are not', async () => {
    const both = { ...manager, authority: `${site.certificate}\n${twin.certificate}` };
    const { port, peers } = await serve(networkOf(both));
    for (const authority of [site, twin, await makeTestAuthority()]) {
      const { authority: own, ...identity } = await authority.issue({ role: 'box' });
      await call(networkOf({ ...identity, authority: `${own}\n${site.certificate}` }), port);
    }
    expect(peers.map(({ standing }) => standing)).toEqual(['site', 'site', 'stranger']);
  });

  test('before adoption any manager is taken, and is a stranger', async () => {
    const { port } = await serve(networkOf(manager));
    const transport = await call(networkOf(stranger), port);
    expect(transport.peer).toMatchObject({ standing: 'stranger', role: null });
  });

  test('an enrolment code’s prefix tells the site’s manager from another', async () => {
    const { port } = await serve(networkOf(manager));
    const other = await serve(networkOf(await twin.issue({ role: 'manager' })));
    const enrolling = networkOf(stranger, { prefix: authorityFingerprint.slice(0, 9).toUpperCase() });
    const transport = await call(enrolling, port);
    expect(transport.peer).toMatchObject({ standing: 'site', role: 'manager' });
    await expect(call(enrolling, other.port)).rejects.toMatchObject({ code: 'peer-unauthorised' });
  });

  test('an adopted box shows its new certificate without listening anew', async () => {
    let identity = stranger;
    const network = createTlsNetwork({ identity: () => identity, clock: systemClock, log: silentLog });
    const { port } = await serve(network);
    const before = await call(networkOf(box), port, fingerprintOfCertificate(stranger.certificate));
    expect(before.peer.standing).toBe('stranger');
    identity = await site.issue({ role: 'box' });
    const after = await call(networkOf(box), port, fingerprintOfCertificate(identity.certificate));
    expect(after.peer).toMatchObject({ standing: 'site', role: 'box' });
  });
});

describe('the TLS listener refuses', () => {
  test('TLS 1.2', async () => {
    const { port } = await serve(networkOf(manager));
    const { outcome } = await handshake(port, { maxVersion: 'TLSv1.2', key: box.key.reveal(), cert: box.certificate });
    expect(outcome).toMatch(/version/i);
  });

  test('a connection without a certificate', async () => {
    const { port, peers } = await serve(networkOf(manager));
    const { socket } = await handshake(port, {});
    socket.write(upgrade);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 403 /);
    socket.destroy();
    expect(peers).toEqual([]);
  });

  test('pages', async () => {
    const { port } = await serve(networkOf(manager));
    const { socket } = await handshake(port, { key: box.key.reveal(), cert: box.certificate });
    socket.write('GET /control HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 404 /);
    socket.destroy();
  });

  test('to let a session be resumed, which would spare the certificate', async () => {
    const { port } = await serve(networkOf(manager));
    const { socket, sessions } = await handshake(port, { key: box.key.reveal(), cert: box.certificate });
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    for (const session of sessions) {
      const again = await handshake(port, {
        key: box.key.reveal(),
        cert: box.certificate,
        session: Buffer.from(session as Buffer),
      });
      expect(again.socket.isSessionReused()).toBe(false);
      again.socket.destroy();
    }
  });

  test('text messages', async () => {
    let end: (closed: Closed) => void;
    const ended = new Promise<Closed>((resolve) => {
      end = resolve;
    });
    const { port } = await serve(networkOf(manager), (transport) =>
      transport.listen({ frame: () => undefined, closed: (closed) => end(closed) }),
    );
    const socket = new WebSocket(`wss://127.0.0.1:${port}/control`, {
      key: box.key.reveal(),
      cert: box.certificate,
      rejectUnauthorized: false,
    });
    socket.once('open', () => socket.send('hello'));
    const [code] = await once(socket, 'close');
    expect(code).toBe(CloseCode.malformed);
    expect((await ended).code).toBe(CloseCode.malformed);
  });
});

test('frames of one turn go in one write, later ones in another', async () => {
  const { port } = await serve(networkOf(manager), (transport) => {
    attend(transport);
    setImmediate(async () => {
      await Promise.resolve();
      for (const byte of [1, 2, 3]) transport.send(Uint8Array.of(byte));
      await Promise.resolve();
      transport.send(Uint8Array.of(4));
      setImmediate(() => transport.send(Uint8Array.of(5)));
    });
  });
  const { socket } = await handshake(port, { key: box.key.reveal(), cert: box.certificate });
  const records: string[] = [];
  const fifth = new Promise<void>((resolve) => {
    // Each is a TLS record: what was written in one call.
    socket.on('data', (data: Buffer) => {
      records.push(data.toString('hex'));
      if (data.at(-1) === 5) resolve();
    });
  });
  socket.write(upgrade);
  await fifth;
  socket.destroy();
  expect(records.slice(1)).toEqual(['820101820102820103820104', '820105']);
});

test('a call to something that never answers is link-lost after five seconds', async () => {
  const mute = createServer();
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = mute.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const clock = new VirtualClock();
  const dialling = call(networkOf(box, { clock }), port, fingerprint('00'.repeat(32)));
  const outcome = dialling.then(
    () => 'connected',
    (fault) => fault.code,
  );
  await once(mute, 'connection');
  await clock.advance(seconds(5));
  expect(await outcome).toBe('link-lost');
  mute.close();
});

test('an unreadable certificate is certificate-invalid', () => {
  expect(() => fingerprintOfCertificate('-----BEGIN NONSENSE-----')).toThrow(
    expect.objectContaining({ code: 'certificate-invalid' }),
  );
});

const upgrade = [
  'GET /control HTTP/1.1',
  'Host: x',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
  '\r\n',
].join('\r\n');
