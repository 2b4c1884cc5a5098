import type { Agent, AgentOptions } from '@seatmatrix/firmware-agent';
import { generation } from '@seatmatrix/protocol/domain';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { Cable } from '../physical/cable.ts';
import { memoryHomes, namedFingerprint } from './box-home.ts';
import { SimBox } from './sim-box.ts';

describe('a simulated box', () => {
  it('is a new program with the memory of the last after a restart', async () => {
    const { box, programs, log } = bench();
    await box.start();
    await programs[0]?.memory.keepGeneration(generation(7));
    await programs[0]?.identity.adopt({ certificate: '', authority: '' });
    await box.restart();
    expect(log).toEqual(['start 1', 'power cut', 'stop 1', 'start 2']);
    expect(programs[1]?.memory.highestGeneration).toBe(7);
    expect(programs[1]?.identity).toMatchObject({ adopted: true, fingerprint: namedFingerprint('tx-1') });
  });

  it('has forgotten its memory, or its key as well, after a wipe', async () => {
    const { box, programs } = bench();
    await box.start();
    await programs[0]?.memory.keepGeneration(generation(7));
    await programs[0]?.identity.adopt({ certificate: '', authority: '' });
    await box.restart({ wiped: 'memory' });
    expect(programs[1]?.memory.highestGeneration).toBe(0);
    expect(programs[1]?.identity).toMatchObject({ adopted: true, fingerprint: namedFingerprint('tx-1') });
    await box.restart({ wiped: 'everything' });
    expect(programs[2]?.identity.adopted).toBe(false);
    expect(programs[2]?.identity.fingerprint).not.toBe(namedFingerprint('tx-1'));
  });

  it('loses its power only where it has any, and stops once', async () => {
    const { box, log } = bench();
    await box.unplug();
    await box.start();
    await box.start();
    expect(box.powered).toBe(true);
    await Promise.all([box.unplug(), box.unplug()]);
    expect(box.powered).toBe(false);
    expect(log).toEqual(['start 1', 'power cut', 'power cut', 'stop 1']);
  });

  it('tells who switched it on that it did not start, and starts at the next try', async () => {
    const { box, log } = bench({ fails: 1 });
    await expect(box.start()).rejects.toThrow('no port');
    expect(box.powered).toBe(false);
    await box.start();
    expect(log).toEqual(['start 1', 'stop 1', 'start 2']);
  });
});

function bench({ fails = 0 }: { readonly fails?: number } = {}) {
  const log: string[] = [];
  const programs: Pick<AgentOptions, 'identity' | 'memory' | 'network'>[] = [];
  const network = new MemoryNetwork(new VirtualClock());
  const createAgent = (given: Pick<AgentOptions, 'identity' | 'memory' | 'network'>): Agent => {
    const number = programs.push(given);
    return {
      start: async () => {
        log.push(`start ${number}`);
        if (number <= fails) throw new RangeError('no port');
      },
      stop: async () => void log.push(`stop ${number}`),
    };
  };
  const box = new SimBox({
    name: 'tx-1',
    networkCable: new Cable('network'),
    openHome: memoryHomes(),
    network: ({ identity: { fingerprint } }) =>
      network.host({ name: 'tx-1', identity: () => ({ fingerprint, standing: 'stranger', role: null }) }),
    createAgent,
    cutPower: () => void log.push('power cut'),
  });
  return { box, log, programs };
}
