import { milliseconds, seededRandom } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import type { DatagramPort } from '../datagram-port.ts';
import { MemoryDatagrams } from './memory-datagrams.ts';

async function pairOfHosts() {
  const clock = new VirtualClock();
  const network = new MemoryDatagrams({ clock, random: seededRandom(3) });
  const tx = await network.host('tx')({ host: 'tx', port: 9000 });
  const rx = await network.host('rx')({ host: 'rx', port: 0 });
  return { clock, network, tx, rx, got: gathered(rx) };
}
const gathered = (port: DatagramPort): number[] => {
  const got: number[] = [];
  port.listen((bytes) => got.push(bytes[0] ?? -1));
  return got;
};
const sendMany = (from: DatagramPort, to: DatagramPort, count: number) => {
  for (let index = 0; index < count; index++) from.send(Uint8Array.of(index % 256), to.place);
};

describe('datagrams in memory', () => {
  it('arrive later than the call that sent them, in order, with the sender', async () => {
    const { clock, tx, rx } = await pairOfHosts();
    const from: unknown[] = [];
    rx.listen((bytes, place) => from.push([...bytes, place]));
    tx.send(Uint8Array.of(1), rx.place);
    tx.send(Uint8Array.of(2), rx.place);
    expect(from).toEqual([]);
    await clock.advance(milliseconds(1));
    expect(from).toEqual([
      [1, tx.place],
      [2, tx.place],
    ]);
  });

  it('are lost as often as is said', async () => {
    const { clock, network, tx, rx, got } = await pairOfHosts();
    network.impair('tx', '*', { loss: 0.25 });
    sendMany(tx, rx, 4000);
    await clock.advance(milliseconds(1));
    expect(got.length).toBeGreaterThan(2800);
    expect(got.length).toBeLessThan(3200);
  });

  it('overtake each other by the jitter, never before the delay', async () => {
    const { clock, network, tx, rx, got } = await pairOfHosts();
    network.impair('tx', 'rx', { delay: milliseconds(10), jitter: milliseconds(30) });
    sendMany(tx, rx, 100);
    await clock.advance(milliseconds(9));
    expect(got).toEqual([]);
    await clock.advance(milliseconds(32));
    expect(got).not.toEqual([...got].sort((a, b) => a - b));
    expect([...got].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('end at a pulled cable, and come again when it is back', async () => {
    const { clock, network, tx, rx, got } = await pairOfHosts();
    network.cut('rx', '*');
    sendMany(tx, rx, 3);
    await clock.advance(milliseconds(5));
    network.heal('rx', '*');
    sendMany(tx, rx, 1);
    await clock.advance(milliseconds(5));
    expect(got).toEqual([0]);
  });

  it('reach everybody in the group at once', async () => {
    const { clock, network, tx, rx, got } = await pairOfHosts();
    const third = await network.host('third')({ host: 'third', port: 0 });
    const also = gathered(third);
    const group = { host: '239.1.1.1', port: 5000 };
    await Promise.all([rx.join(group), third.join(group)]);
    tx.send(Uint8Array.of(9), group);
    await clock.advance(milliseconds(1));
    await rx.leave(group);
    tx.send(Uint8Array.of(8), group);
    await clock.advance(milliseconds(1));
    expect([got, also]).toEqual([[9], [9, 8]]);
  });

  it('refuse a port that is taken, until it is closed', async () => {
    const { network, tx } = await pairOfHosts();
    await expect(network.host('tx')({ host: 'tx', port: 9000 })).rejects.toMatchObject({ code: 'port-in-use' });
    await tx[Symbol.asyncDispose]();
    expect((await network.host('tx')({ host: 'tx', port: 9000 })).place.port).toBe(9000);
  });
});
