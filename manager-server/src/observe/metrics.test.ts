import { type BoxReport, deviceKey, fingerprint } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import type { BoxView } from '../api/box-side.ts';
import { pendingBox, SampleBoxSide } from '../api/sample-box-side.ts';
import { Metrics } from './metrics.ts';

const report: BoxReport = {
  type: 'box-report',
  mode: null,
  capture: 'signal',
  codec: 'h264',
  framesPerSecond: 60,
  engine: null,
  refused: 12,
  reception: { loss: 0.015, jitter: 2.5 },
  delay: 18,
  temperature: null,
  firmware: '1.0.0',
  bitsPerSecond: 4_000_000,
  temperatureLimit: 95,
  load: 0.25,
  memory: { used: 1, total: 4 },
  uptime: 3600,
  identifySigns: ['lamp'],
};

const box = (device: string, part: Partial<BoxView> = {}): BoxView => ({
  ...pendingBox,
  fingerprint: fingerprint(device.padStart(64, '0')),
  state: 'adopted',
  device: deviceKey(device),
  report,
  ...part,
});

async function figures(...boxes: BoxView[]): Promise<readonly string[]> {
  const boxSide = new SampleBoxSide();
  boxSide.known = boxes;
  const deviceId = (key: string) => (key === 'gone' ? null : key.slice(-4));
  const metrics = new Metrics({ boxSide, deviceId, pages: () => 0, feedNumber: () => 0 });
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('seatmatrix_box_'));
}

test('a box’s figures go by its device’s digits, in seconds and shares', async () => {
  expect(await figures(box('device-5001'))).toEqual([
    'seatmatrix_box_frames_per_second{device="5001"} 60',
    'seatmatrix_box_packets_refused{device="5001"} 12',
    'seatmatrix_box_loss_ratio{device="5001"} 0.015',
    'seatmatrix_box_jitter_seconds{device="5001"} 0.0025',
    'seatmatrix_box_delay_seconds{device="5001"} 0.018',
  ]);
});

test('what a box cannot tell, and boxes without a place, a connection or a report, have no figure', async () => {
  const transmitter = box('device-0001', { report: { ...report, reception: null, delay: null } });
  expect(
    await figures(
      transmitter,
      box('device-5002', { online: false }),
      box('device-5003', { report: null }),
      box('gone'),
      { ...pendingBox, report },
    ),
  ).toEqual(['seatmatrix_box_frames_per_second{device="0001"} 60', 'seatmatrix_box_packets_refused{device="0001"} 12']);
});

test('a box that left takes its figures along', async () => {
  const boxSide = new SampleBoxSide();
  const metrics = new Metrics({ boxSide, deviceId: () => '5001', pages: () => 0, feedNumber: () => 0 });
  boxSide.known = [box('device-5001')];
  expect(await metrics.text()).toContain('seatmatrix_box_delay_seconds{device="5001"}');
  boxSide.known = [];
  expect(await metrics.text()).not.toContain('seatmatrix_box_delay_seconds{');
});
