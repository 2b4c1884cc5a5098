import { milliseconds, seededRandom } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { Computer } from '../physical/computer.ts';
import { startDemoLife } from './demo-life.ts';
import { demoDescription, demoSite } from './demo-site.ts';

describe('the demonstration site', () => {
  it('is nine computers behind ten transmitters, and seven receivers', () => {
    expect(demoDescription.computers).toHaveLength(9);
    expect(demoSite.transmitters.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index + 1).padStart(4, '0')),
    );
    expect(demoSite.sources).toEqual([{ name: '城市运行中心', transmitters: ['0003', '0004'] }]);
    expect(demoSite.receivers.map(({ id }) => id)).toEqual(['5001', '5002', '5003', '5004', '5005', '5006', '5007']);
  });

  it('has a box for each device and a device for each box', () => {
    const devices = [...demoSite.transmitters, ...demoSite.receivers].map(({ box }) => box);
    const boxes = [
      ...demoDescription.computers.flatMap(({ transmitters }) => transmitters),
      ...demoDescription.places.flatMap(({ receivers }) => receivers),
    ];
    expect(new Set(boxes)).toEqual(new Set(devices));
    expect(boxes).toHaveLength(devices.length);
  });

  it('names nothing that it has not', () => {
    const ids = new Set([...demoSite.transmitters, ...demoSite.receivers].map(({ id }) => id));
    const rights = demoSite.operators.flatMap((each) => [each.connect, each.push, each.fetch]);
    const named = [
      ...demoSite.hotkeys.flatMap(({ devices }) => devices),
      ...rights.flatMap((right) => (right === 'all' ? [] : right)),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('gives each computer a status line that changes every few seconds, until it is ended', async () => {
    const clock = new VirtualClock();
    const computers = demoDescription.computers.map(({ transmitters, ...rest }) => {
      return new Computer({ ...rest, heads: transmitters.length, mode: demoDescription.mode });
    });
    const end = startDemoLife({ computers, clock, random: seededRandom(1) });
    const before = computers.map(({ status }) => status);
    expect(before.every((status) => status !== '')).toBe(true);
    await clock.advance(milliseconds(9000));
    const after = computers.map(({ status }) => status);
    expect(after.filter((status, index) => status === before[index]).length).toBeLessThan(3);
    end();
    await clock.advance(milliseconds(9000));
    expect(computers.map(({ status }) => status)).toEqual(after);
  });
});
