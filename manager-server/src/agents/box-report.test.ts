import type { BoxReport } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import { sameToPages } from './box-report.ts';

const report: BoxReport = {
  type: 'box-report',
  mode: { width: 1920, height: 1080, rate: 60 },
  capture: 'signal',
  codec: 'h264',
  framesPerSecond: 60,
  engine: 'vah264enc',
  refused: 0,
  reception: { loss: 0, jitter: 1 },
  delay: 12,
  temperature: 50,
  firmware: '1.0.0',
  bitsPerSecond: 4_000_000,
  temperatureLimit: 95,
  load: 0.25,
  memory: { used: 1, total: 4 },
  uptime: 3600,
  identifySigns: ['lamp'],
};

test.each<Partial<BoxReport>>([
  { framesPerSecond: 59 },
  { reception: { loss: 0.01, jitter: 30 } },
  { reception: null },
  { delay: null },
  { temperature: 51 },
  { bitsPerSecond: 9_000_000 },
  { load: 0.9, memory: { used: 3, total: 4 }, uptime: 3605 },
])('figures that always move are no news to a page: %j', (changed) => {
  expect(sameToPages(report, { ...report, ...changed })).toBe(true);
});

test.each<Partial<BoxReport>>([
  { engine: 'x264enc: no hardware encoder was found' },
  { codec: 'jpeg' },
  { capture: 'no-signal' },
  { mode: null },
  { mode: { width: 1920, height: 1200, rate: 60 } },
  { mode: { width: 1920, height: 1080, rate: 50 } },
  { firmware: '1.0.1' },
  { temperature: 95 },
  { identifySigns: [] },
])('what a box is and does is: %j', (changed) => {
  expect(sameToPages(report, { ...report, ...changed })).toBe(false);
});
