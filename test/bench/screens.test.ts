import { describe, expect, test } from 'vitest';
import { measureGlass } from './glass.ts';
import { measureChip } from './hid-chip.ts';
import { measureX11Computer } from './hid-computer.ts';
import { measureOverlay } from './osd-overlay.ts';
import { measureRest } from './rest.ts';
import { isInstalled, RIVAL, SCREENS } from './screens/screen-programs.ts';
import { measureSwitch } from './switch.ts';

// Whether the benchmarks on real screens work, never how fast anything is. One after the other: each starts a whole site.

const quiet = () => undefined;
const screens = isInstalled(SCREENS);

describe('a benchmark on real screens runs to its end and has figures:', { timeout: 120_000 }, () => {
  test.skipIf(!screens || !isInstalled(RIVAL))('glass', async () => {
    const results = await measureGlass({ rounds: 1, flips: 4 }, quiet);
    expect(results.map((each) => each.case)).toEqual(
      ['still', 'motion', 'clip'].flatMap((scene) => [
        ...[`60fps-${scene}`, `vnc-${scene}`],
        ...[`60fps-${scene}-rate`, `vnc-${scene}-rate`],
      ]),
    );
    for (const each of results) expect(each.p50, each.case).toBeGreaterThan(0);
  });

  test.skipIf(!screens)('switch, and no look saw a black screen', async () => {
    const results = await measureSwitch({ warm: 2, cold: 1, moving: 1 }, quiet);
    expect(results).toMatchObject([
      { case: 'h264-warm', n: 2 },
      { case: 'h264-moving-source', n: 1 },
      { case: 'h264-cold', n: 1 },
      { case: 'black_frames', n: 4, max: 0 },
      { case: 'looks', n: 4 },
    ]);
    for (const { case: name, p50 } of results) if (name.startsWith('h264')) expect(p50, name).toBeGreaterThan(0);
  });

  test.skipIf(!screens)('rest', async () => {
    const results = await measureRest({ windows: 1, window: 500 }, quiet);
    const memory = results.filter(({ unit }) => unit === 'MB');
    expect(memory).toHaveLength(24);
    for (const each of memory) expect(each.p50, each.case).toBeGreaterThan(0);
    const moving = results.find((each) => each.case === 'moving-transmitter-watched-cpu-media');
    expect(moving?.p50).toBeGreaterThan(0);
    expect(results.find((each) => each.case === 'moving-pictures')?.p50).toBeGreaterThan(0);
  });

  test.skipIf(!screens)('hid to an X11 computer', async () => {
    const samples = await measureX11Computer({ count: 10, rate: 20, warmUp: 2 }, quiet);
    expect(samples).toHaveLength(10);
    for (const sample of samples) expect(sample).toBeGreaterThan(0);
  });

  test('hid to a CH9329', async () => {
    const samples = await measureChip({ count: 10, rate: 20, warmUp: 2 }, quiet);
    expect(samples).toHaveLength(10);
    for (const sample of samples) expect(sample).toBeGreaterThan(0);
  });

  test.skipIf(!screens)("the OSD's window", async () => {
    const samples = await measureOverlay(6, quiet);
    expect(samples).toHaveLength(6);
    for (const sample of samples) expect(sample).toBeGreaterThan(0);
  });
});
