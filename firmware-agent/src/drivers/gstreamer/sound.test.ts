import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import type { SoundUnit } from '../sound-capture.ts';
import { eventually } from '../x11/testing/xvfb.ts';
import { openSoundCapture } from './sound-capture.ts';
import { openSoundOutput } from './sound-output.ts';

const ground = { clock: systemClock, log: silentLog };
const SECOND = 48_000;

describe('sound through GStreamer', () => {
  test('a tone is captured, encoded, decoded and played as the same tone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-sound-'));
    const file = join(folder, 'played');
    {
      await using output = await openSoundOutput({ url: `test:${file}`, ...ground });
      await using capture = await openSoundCapture({ url: 'test:', ...ground });
      const units: SoundUnit[] = [];
      capture.listen((unit) => {
        units.push(unit);
        output.play(unit);
      });
      expect(units).toEqual([]);
      capture.start();
      await eventually(async () => expect((await samples(file)).length).toBeGreaterThan(SECOND));
      capture.stop();
      // The first packet is shorter by what the encoder looks ahead.
      const steps = units.slice(2).map((unit, index) => unit.time - (units[index + 1]?.time ?? 0));
      expect(steps.every((step) => Math.abs(step - 20_000) < 50)).toBe(true);
    }
    const played = (await samples(file)).subarray(SECOND / 4, SECOND);
    await rm(folder, { recursive: true });

    expect(frequencyOf(played)).toBeGreaterThan(435);
    expect(frequencyOf(played)).toBeLessThan(445);
    expect(Math.max(...played)).toBeGreaterThan(0.45 * 32_768);
    expect(Math.max(...played)).toBeLessThan(0.55 * 32_768);
  });

  test('a device that cannot be meant is named', async () => {
    expect(() => openSoundCapture({ url: 'alsa:', ...ground })).toThrow(/alsa:/);
  });
});

/** Of the left channel. */
async function samples(file: string): Promise<Int16Array> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const left = new Int16Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < left.length; index++) left[index] = bytes.readInt16LE(index * 4);
  return left;
}

/** By its zero crossings. */
function frequencyOf(tone: Int16Array): number {
  let rises = 0;
  for (let index = 1; index < tone.length; index++) if ((tone[index - 1] ?? 0) < 0 && (tone[index] ?? 0) >= 0) rises++;
  return (rises * SECOND) / tone.length;
}
