import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLog, systemClock } from '../kernel/index.ts';
import { makeTestAuthority } from '../testing/test-authority.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { AcceptRate, type ConnectionLimits, limitsOf } from './connection-limits.ts';
import { createTlsNetwork } from './tls-network.ts';
import type { Transport } from './transport.ts';

const site = await makeTestAuthority();
const identity = await site.issue({ role: 'manager' });
const box = await site.issue({ role: 'box' });
const WIDE: ConnectionLimits = { total: 100, waiting: 100, perPeer: 100, rate: 1000 };
const HOST = '127.0.0.1';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function serve(limits: ConnectionLimits): Promise<number> {
  const network = createTlsNetwork({ identity: () => identity, limits, clock: systemClock, log: silentLog });
  const listening = await network.listen({
    host: HOST,
    port: 0,
    frameMax: { '/peer': 1000 },
    accept: (transport) => transport.listen({ frame: () => undefined, closed: () => undefined }),
  });
  stops.push(() => listening.close());
  return listening.port;
}

async function call(port: number): Promise<Transport> {
  const network = createTlsNetwork({ identity: () => box, clock: systemClock, log: silentLog });
  const target = { host: HOST, port, path: '/peer', expect: null, frameMax: 1000 } as const;
  const transport = await network.dial(target, new AbortController().signal);
  transport.listen({ frame: () => undefined, closed: () => undefined });
  return transport;
}

/** Connects and says nothing; whether it was let stay for a moment. */
async function stays(port: number): Promise<boolean> {
  const socket = connect({ host: HOST, port });
  stops.push(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const closed = once(socket, 'close').then(() => false);
  return Promise.race([closed, new Promise<boolean>((resolve) => setTimeout(resolve, 100, true))]);
}

describe('a listener', () => {
  test('lets one key have so many connections and no more, until one of them ends', async () => {
    const port = await serve({ ...WIDE, perPeer: 3 });
    const links = [await call(port), await call(port), await call(port)];
    await expect(call(port)).rejects.toMatchObject({ code: 'link-lost' });
    links[0]?.close({ code: 1000, reason: '' });
    await expect
      .poll(
        () =>
          call(port).then(
            () => true,
            () => false,
          ),
        { timeout: 5000 },
      )
      .toBe(true);
  });

  test('has so many connections in all', async () => {
    const port = await serve({ ...WIDE, total: 2 });
    await call(port);
    await call(port);
    expect(await stays(port)).toBe(false);
  });

  test('has few that only connect, and those keep nobody out for longer than a handshake may take', async () => {
    const port = await serve({ ...WIDE, waiting: 2 });
    expect(await stays(port)).toBe(true);
    expect(await stays(port)).toBe(true);
    await expect(call(port)).rejects.toMatchObject({ code: 'link-lost' });
    await expect
      .poll(
        () =>
          call(port).then(
            () => true,
            () => false,
          ),
        { timeout: 9000, interval: 500 },
      )
      .toBe(true);
  }, 15_000);

  test('of the manager holds a large site, and of a box every receiver that it may serve', () => {
    expect(limitsOf({ '/control': 1 }).total).toBeGreaterThan(10_000);
    expect(limitsOf({ '/peer': 1, '/media': 1 }).total).toBeGreaterThan(2 * 409);
  });
});

test('new connections come at a bounded rate, after a pause a second’s worth at once', async () => {
  const clock = new VirtualClock();
  const rate = new AcceptRate(10, clock);
  const count = () => Array.from({ length: 50 }, () => rate.mayCome()).filter(Boolean).length;
  expect(count()).toBe(10);
  expect(count()).toBe(0);
  await clock.advance(500 as never);
  expect(count()).toBe(5);
  await clock.advance(60_000 as never);
  expect(count()).toBe(10);
});
