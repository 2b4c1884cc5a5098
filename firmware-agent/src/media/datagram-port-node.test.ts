import { Socket } from 'node:dgram';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DatagramPlace, DatagramPort } from './datagram-port.ts';
import { openDatagramPort } from './datagram-port-node.ts';

const LOOPBACK = '127.0.0.1';
const open: DatagramPort[] = [];

const port = async (host = LOOPBACK): Promise<DatagramPort> => {
  const opened = await openDatagramPort({ host, port: 0 });
  open.push(opened);
  return opened;
};
const nextAt = (at: DatagramPort): Promise<{ bytes: Uint8Array; from: DatagramPlace }> =>
  new Promise((resolve) => at.listen((bytes, from) => resolve({ bytes, from })));

afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

describe('a UDP socket', () => {
  it('brings a datagram and says where it came from', async () => {
    const [one, other] = [await port(), await port()];
    const arrival = nextAt(other);
    one.send(Uint8Array.of(1, 2, 3), other.place);
    expect(await arrival).toEqual({ bytes: Buffer.from([1, 2, 3]), from: one.place });
    expect([one.figures.sent, other.figures.received]).toEqual([1, 1]);
  });

  it('refuses a port that is taken, by name', async () => {
    const { place } = await port();
    await expect(openDatagramPort(place)).rejects.toMatchObject({ code: 'port-in-use' });
  });

  it.each(['localhost', '::1', '', '192.0.2.1'])(
    'refuses %j, which is no IPv4 address of this machine',
    async (host) => {
      await expect(openDatagramPort({ host, port: 0 })).rejects.toMatchObject({ code: 'configuration-invalid' });
    },
  );

  it('counts what the system does not send, and goes on', async () => {
    const [one, other] = [await port(), await port()];
    one.send(new Uint8Array(70_000), other.place);
    const arrival = nextAt(other);
    one.send(Uint8Array.of(5), other.place);
    expect([...(await arrival).bytes]).toEqual([5]);
    expect(one.figures.unsent).toBe(1);
  });

  it('loses what a network that is too slow has no room for, instead of keeping all of it', async () => {
    const [one, other] = [await port(), await port()];
    // What a socket says whose device sends 8 Mbit/s, after half a second of 60 MB/s.
    const queued = vi.spyOn(Socket.prototype, 'getSendQueueSize').mockReturnValue(31_575_600);
    one.send(Uint8Array.of(1), other.place);
    queued.mockRestore();
    const arrival = nextAt(other);
    one.send(Uint8Array.of(2), other.place);
    expect([...(await arrival).bytes]).toEqual([2]);
    expect(one.figures).toMatchObject({ sent: 2, unsent: 1, unsentReason: 'the network is too slow' });
  });

  it('is silent once it is closed, and closing twice is one', async () => {
    const [one, other] = [await port(), await port()];
    await one[Symbol.asyncDispose]();
    await one[Symbol.asyncDispose]();
    one.send(Uint8Array.of(1), other.place);
    expect(one.figures.sent).toBe(0);
  });

  it('brings one datagram to all who joined its group, and to none who left', async () => {
    const [sender, one, other] = [await port(), await port(), await port()];
    const probe = await port();
    // Free a moment ago: a group of its own for this run.
    const group = { host: '239.255.77.41', port: probe.place.port };
    await Promise.all([one.join(group), other.join(group), one.join(group)]);
    const arrivals = Promise.all([nextAt(one), nextAt(other)]);
    sender.send(Uint8Array.of(7), group);
    expect((await arrivals).map(({ bytes }) => [...bytes])).toEqual([[7], [7]]);

    await one.leave(group);
    let late = 0;
    one.listen(() => late++);
    const again = nextAt(other);
    sender.send(Uint8Array.of(8), group);
    expect([...(await again).bytes]).toEqual([8]);
    expect(late).toBe(0);
  });
});
