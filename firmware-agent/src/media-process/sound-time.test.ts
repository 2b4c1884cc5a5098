import { describe, expect, it } from 'vitest';
import { packetTime, type SoundTime } from './sound-time.ts';

const ms = (value: number): bigint => BigInt(value) * 1_000_000n;

/** Packets of 20 ms that come at these milliseconds, in order. */
function play(arrivals: readonly number[], ssrcs: readonly number[] = []): readonly SoundTime[] {
  const times: SoundTime[] = [];
  for (const [index, arrival] of arrivals.entries()) {
    const packet = { now: ms(arrival), timestamp: (2 ** 32 - 960 + index * 960) % 2 ** 32, ssrc: ssrcs[index] ?? 1 };
    times.push(packetTime(times.at(-1) ?? null, packet));
  }
  return times;
}

const at = (times: readonly SoundTime[]): readonly number[] => times.map((time) => Number(time.at / 1_000_000n));

describe('when sound is played', () => {
  it('keeps the distance of the recording although packets come early and late', () => {
    expect(at(play([0, 35, 41, 95, 96]))).toEqual([40, 60, 80, 100, 120]);
  });

  it('begins anew when packets come too late', () => {
    expect(at(play([0, 20, 200, 220]))).toEqual([40, 60, 240, 260]);
  });

  it('begins anew when the recorder is ahead of us', () => {
    const times = play([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(at(times).every((time) => time <= 150)).toBe(true);
  });

  it('plays no packet twice', () => {
    const [first] = play([0]);
    expect(packetTime(first ?? null, { now: ms(5), timestamp: 2 ** 32 - 960, ssrc: 1 }).play).toBe(false);
  });

  it('begins anew with another source', () => {
    expect(at(play([0, 100], [1, 2]))).toEqual([40, 140]);
  });
});
