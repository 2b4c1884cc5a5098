import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../domain/index.ts';
import { milliseconds, seconds } from '../kernel/index.ts';
import type { Closed, Network, Transport } from '../link/index.ts';
import { MemoryNetwork } from './memory-network.ts';
import { VirtualClock } from './virtual-clock.ts';

let clock: VirtualClock;
let network: MemoryNetwork;
let dialler: Network;

beforeEach(() => {
  clock = new VirtualClock();
  network = new MemoryNetwork(clock);
  dialler = host('a');
});

const host = (name: string) =>
  network.host({
    name,
    identity: () => ({ fingerprint: fingerprint(name.repeat(64)), standing: 'site', role: 'box' }),
  });

interface End {
  readonly transport: Transport;
  readonly told: string[];
}

function attach(transport: Transport): End {
  const told: string[] = [];
  transport.listen({
    frame: (frame) => told.push(`${frame[0]} at ${clock.now()}`),
    closed: ({ code }: Closed) => told.push(`closed ${code} at ${clock.now()}`),
  });
  return { transport, told };
}

const target = { host: 'b', port: 1, path: '/peer', expect: fingerprint('b'.repeat(64)), frameMax: 100 } as const;

async function join(): Promise<{ a: End; b: End }> {
  const ends: End[] = [];
  await host('b').listen({
    host: '',
    port: 1,
    frameMax: { '/peer': 100 },
    accept: (transport) => void ends.push(attach(transport)),
  });
  const dialling = dialler.dial(target, new AbortController().signal);
  await clock.settle();
  const a = attach(await dialling);
  const [b] = ends;
  if (b === undefined) throw new Error('nothing was accepted');
  return { a, b };
}

const say = (end: End, byte: number) => end.transport.send(new Uint8Array([byte]));

describe('the memory network', () => {
  test('tells nobody of a cut, and delivers what was said when it heals', async () => {
    const { a, b } = await join();
    network.cut('b', 'a');
    say(a, 1);
    say(a, 2);
    await clock.advance(seconds(1));
    expect([a.told, b.told]).toEqual([[], []]);
    expect(a.transport.buffered).toBe(2);
    network.heal('a', 'b');
    say(a, 3);
    await clock.settle();
    expect(b.told).toEqual(['1 at 1000', '2 at 1000', '3 at 1000']);
  });

  test('keeps a close from arriving through a cut', async () => {
    const { a, b } = await join();
    network.cut('a', '*');
    a.transport.close({ code: 1000, reason: '' });
    await clock.advance(seconds(10));
    expect(a.told).toEqual(['closed 1000 at 0']);
    expect(b.told).toEqual([]);
    network.heal('a', '*');
    await clock.settle();
    expect(b.told).toEqual(['closed 1000 at 10000']);
  });

  test('unplugs one host from all others, and not from itself', async () => {
    const { a, b } = await join();
    network.unplug('b');
    say(a, 1);
    const own = host('b').dial(target, new AbortController().signal);
    await clock.settle();
    attach(await own);
    expect(b.told).toEqual([]);
    network.plug('b');
    await clock.settle();
    expect(b.told).toEqual(['1 at 0']);
  });

  test('lets a call through a cut wait, and fail after five seconds', async () => {
    await join();
    network.cut('a', 'b');
    const waiting = dialler.dial(target, new AbortController().signal);
    await clock.advance(seconds(4));
    network.heal('a', 'b');
    await clock.settle();
    attach(await waiting);
    network.cut('a', 'b');
    const failing = dialler.dial(target, new AbortController().signal).catch((fault) => fault.code);
    await clock.advance(seconds(5));
    expect(await failing).toBe('link-lost');
  });

  test('resets connections at once, at both ends', async () => {
    const { a, b } = await join();
    say(a, 1);
    network.reset('a', 'b');
    await clock.settle();
    expect([a.told, b.told]).toEqual([['closed 1006 at 0'], ['closed 1006 at 0']]);
  });

  test('kills a host: what listened there is gone', async () => {
    const { a } = await join();
    network.kill('b');
    const again = dialler.dial(target, new AbortController().signal).catch((fault) => fault.code);
    await clock.settle();
    expect(a.told).toEqual(['closed 1006 at 0']);
    expect(await again).toBe('link-lost');
  });

  test('delays frames and keeps them in order when the delay shrinks', async () => {
    const { a, b } = await join();
    network.delay('a', 'b', milliseconds(50));
    say(a, 1);
    await clock.advance(milliseconds(10));
    network.delay('a', 'b', milliseconds(0));
    say(a, 2);
    await clock.advance(milliseconds(100));
    expect(b.told).toEqual(['1 at 50', '2 at 50']);
  });

  test('lets a test drop frames, and see their way', async () => {
    const { a, b } = await join();
    const ways: string[] = [];
    const stop = network.intercept((frame, { from, to, path }) => {
      ways.push(`${from} ${to} ${path}`);
      return frame[0] === 1 ? 'drop' : 'pass';
    });
    say(a, 1);
    say(a, 2);
    say(b, 1);
    stop();
    say(b, 1);
    await clock.settle();
    expect(b.told).toEqual(['2 at 0']);
    expect(a.told).toEqual(['1 at 0']);
    expect(ways).toEqual(['a b /peer', 'a b /peer', 'b a /peer']);
  });

  test('shows a stranger nobody’s standing, and nobody a stranger’s', async () => {
    const peers: Transport['peer'][] = [];
    await network
      .host({
        name: 'manager',
        identity: () => ({ fingerprint: fingerprint('c'.repeat(64)), standing: 'site', role: 'manager' }),
      })
      .listen({ host: '', port: 1, frameMax: { '/control': 100 }, accept: ({ peer }) => void peers.push(peer) });
    const stranger = network.host({
      name: 'new',
      identity: () => ({ fingerprint: fingerprint('d'.repeat(64)), standing: 'stranger', role: null }),
    });
    const dialling = stranger.dial(
      { host: 'manager', port: 1, path: '/control', expect: null, frameMax: 100 },
      new AbortController().signal,
    );
    await clock.settle();
    expect((await dialling).peer).toMatchObject({ standing: 'stranger', role: null });
    expect(peers).toMatchObject([{ fingerprint: 'd'.repeat(64), standing: 'stranger', role: null }]);
  });
});
