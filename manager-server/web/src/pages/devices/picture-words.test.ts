import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BoxReport } from '../../api/records.ts';
import { bitRateText, durationText, heatOf, memoryText, motionWord } from './picture-words.ts';

const report: BoxReport = {
  ...{ type: 'box-report', mode: { width: 1280, height: 720, rate: 60 }, capture: 'signal', codec: 'h264' },
  ...{ framesPerSecond: 0, engine: null, refused: 0, reception: null, delay: null, temperature: null, firmware: '1' },
  ...{ bitsPerSecond: 0, temperatureLimit: null, load: null, memory: null, uptime: null, identifySigns: [] },
};

describe('in words', () => {
  beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => 'en' }));
  afterEach(() => vi.unstubAllGlobals());

  test.each<[Partial<BoxReport>, string]>([
    [{}, 'still'],
    [{ framesPerSecond: 60 }, '60 fps'],
    [{ codec: null }, 'not watched'],
  ])('a picture of %j is %s', (part, text) => {
    expect(motionWord({ ...report, ...part })).toBe(text);
  });

  test.each([
    [0, '0 kbit/s'],
    [64_200, '64 kbit/s'],
    [3_840_000, '3.8 Mbit/s'],
  ])('%i bits a second are %s', (bits, text) => {
    expect(bitRateText(bits)).toBe(text);
  });

  test.each([
    [59, '0 min'],
    [3700, '1 h 1 min'],
    [200_000, '2 d 7 h'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  test('memory is in the unit that reads well', () => {
    const megabyte = 1024 * 1024;
    expect(memoryText({ used: 210 * megabyte, total: 512 * megabyte })).toBe('210 / 512 MB');
    expect(memoryText({ used: 1536 * megabyte, total: 4096 * megabyte })).toBe('1.5 / 4 GB');
  });
});

test.each<[number | null, number | null, string]>([
  [50, 85, 'fine'],
  [75, 85, 'warm'],
  [85, 85, 'hot'],
  [99, null, 'unknown'],
  [null, null, 'unknown'],
])('%s °C with a limit of %s is %s', (temperature, temperatureLimit, heat) => {
  expect(heatOf({ ...report, temperature, temperatureLimit })).toBe(heat);
});
