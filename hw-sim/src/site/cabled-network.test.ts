import { seconds } from '@seatmatrix/protocol/kernel';
import type { Transport } from '@seatmatrix/protocol/link';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { Cable } from '../physical/cable.ts';
import { namedFingerprint } from './box-home.ts';
import { CabledNetwork } from './cabled-network.ts';

describe('a network cable', () => {
  it('lets frames through both ways while it is in', async () => {
    const { box, peer } = await connected();
    box.transport.send(frame(1));
    peer.transport.send(frame(2));
    await peer.settle();
    expect(peer.heard).toEqual([1]);
    expect(box.heard).toEqual([2]);
  });

  it('holds everything back while it is out, tells nobody, and lets it go on in order when it is back', async () => {
    const { box, peer, cable } = await connected();
    cable.unplug();
    for (const number of [1, 2, 3]) box.transport.send(frame(number));
    peer.transport.send(frame(9));
    await peer.settle();
    expect([box.heard, peer.heard, box.closed, peer.closed]).toEqual([[], [], [], []]);
    expect(box.transport.buffered).toBe(3);
    cable.plug();
    box.transport.send(frame(4));
    await peer.settle();
    expect(peer.heard).toEqual([1, 2, 3, 4]);
    expect(box.heard).toEqual([9]);
  });

  it('lets this side close at once while it is out, and the other side learn of it later', async () => {
    const { box, peer, cable } = await connected();
    cable.unplug();
    box.transport.close({ code: 4006, reason: 'silent' });
    await peer.settle();
    expect([box.closed, peer.closed]).toEqual([[4006], []]);
    cable.plug();
    await peer.settle();
    expect([box.closed, peer.closed]).toEqual([[4006], [4006]]);
  });

  it('does not dial while it is out', async () => {
    const { cable, dial } = await connected();
    cable.unplug();
    await expect(dial()).rejects.toMatchObject({ code: 'link-lost' });
  });

  it('loses everything for good when the power goes, and tells nobody', async () => {
    const { box, peer, network } = await connected();
    box.transport.send(frame(1));
    await peer.settle();
    network.cutPower();
    box.transport.send(frame(2));
    box.transport.close({ code: 1001, reason: 'stopping' });
    peer.transport.send(frame(3));
    await peer.settle();
    expect([peer.heard, box.heard, box.closed, peer.closed]).toEqual([[1], [], [], []]);
  });

  it('accepts who dialled while it was out only once it is in', async () => {
    const { cable, accepted, dialBox, settle } = await connected();
    cable.unplug();
    void dialBox();
    await settle();
    expect(accepted).toHaveLength(0);
    cable.plug();
    await settle();
    expect(accepted).toHaveLength(1);
  });
});

const frame = (number: number): Uint8Array => Uint8Array.of(number);

async function connected() {
  const clock = new VirtualClock();
  const memory = new MemoryNetwork(clock);
  const host = (name: string) => {
    const identity = { fingerprint: namedFingerprint(name), standing: 'site', role: 'box' } as const;
    return memory.host({ name, identity: () => identity });
  };
  const cable = new Cable('network');
  const network = new CabledNetwork(host('box'), cable);
  const peerNetwork = host('peer');
  const reached: Transport[] = [];
  const accepted: Transport[] = [];
  const frameMax = { '/peer': 100 };
  await peerNetwork.listen({ host: 'peer', port: 1, frameMax, accept: (transport) => void reached.push(transport) });
  await network.listen({ host: 'box', port: 2, frameMax, accept: (transport) => void accepted.push(transport) });
  const target = { path: '/peer', frameMax: 100 } as const;
  const signal = new AbortController().signal;
  const dial = () => network.dial({ ...target, host: 'peer', port: 1, expect: namedFingerprint('peer') }, signal);
  const dialled = dial();
  await clock.advance(seconds(0));
  const box = ear(await dialled);
  const [first] = reached;
  if (first === undefined) throw new RangeError('nobody was reached');
  const settle = () => clock.settle();
  return {
    box,
    peer: { ...ear(first), settle },
    cable,
    network,
    accepted,
    dial,
    settle,
    dialBox: () => peerNetwork.dial({ ...target, host: 'box', port: 2, expect: namedFingerprint('box') }, signal),
  };
}

function ear(transport: Transport) {
  const heard: number[] = [];
  const closed: number[] = [];
  transport.listen({
    frame: (bytes) => void heard.push(...bytes),
    closed: ({ code }) => void closed.push(code),
  });
  return { transport, heard, closed };
}
