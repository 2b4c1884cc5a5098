import { expect, test } from 'vitest';
import type { Box, BoxReport, Device, Route } from '../../api/records.ts';
import { siteView } from '../../site-view.ts';
import { alarmsOf, waitingReceivers } from './alarms.ts';

const settings = {
  pointer: 'absolute',
  chroma: '4:2:0',
  sound: false,
  serial: { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' },
} as const;
const transmitter = (id: string): Device => ({
  ...{ kind: 'transmitter', key: `k${id}`, id, name: id, location: '', settings, version: 1 },
});
const receiver = (id: string): Device => ({
  ...{ kind: 'receiver', key: `k${id}`, id, name: id, location: '', version: 1 },
  ...{ receiverKind: 'desk', viewWhileSignedOut: false },
});
const report: BoxReport = {
  ...{ type: 'box-report', mode: null, capture: 'signal', codec: 'h264', framesPerSecond: 0, engine: null },
  ...{ refused: 0, reception: null, delay: null, temperature: 50, firmware: '1', bitsPerSecond: 0 },
  ...{ temperatureLimit: 85, load: null, memory: null, uptime: null, identifySigns: [] },
};
const box = (id: string, part: Partial<Box> = {}): Box => ({
  ...{ fingerprint: id, state: 'adopted', online: true, kind: null, device: `k${id}`, address: null },
  ...{ firmware: null, model: null, lastSeen: null, report, twins: [] },
  ...part,
});
const route = (from: string, to: string, status: Route['status']): Route => ({
  ...{ receiver: `k${to}`, route: 'r', transmitter: `k${from}`, attempt: null, mode: 'shared', basis: null, status },
});

function site(boxes: readonly Box[], routes: readonly Route[] = []) {
  const devices = [transmitter('0001'), transmitter('0002'), receiver('5001'), receiver('5002')];
  return siteView({
    devices: new Map(devices.map((device) => [device.key, device])),
    operators: new Map(),
    boxes: new Map(boxes.map((each) => [each.fingerprint, each])),
    routes: new Map(routes.map((each) => [each.receiver, each])),
    sessions: [],
  });
}

const told = (boxes: readonly Box[], late: readonly string[] = []) =>
  alarmsOf(site(boxes), new Set(late)).map(({ type, devices }) => [type, ...devices.map(({ id }) => id)]);

test('a site whose boxes are here and cool has no alarm, nor has a place that waits for its box', () => {
  expect(told([box('0001'), box('5001')])).toEqual([]);
});

test('the worst comes first, each box under its worst alone', () => {
  const hot = { ...report, temperature: 90, capture: 'no-signal' as const };
  expect(
    told(
      [
        box('0001', { report: hot }),
        box('0002', { report: { ...report, capture: 'no-cable' } }),
        box('5001', { online: false }),
        box('5002', { online: false, twins: ['a', 'b'] }),
      ],
      ['k5001'],
    ),
  ).toEqual([
    ['twins', '5002'],
    ['offline', '5001'],
    ['hot', '0001'],
    ['noSignal', '0002'],
  ]);
});

test('a receiver waits when it is to show something and does not, though both boxes are there', () => {
  const here = [box('0001'), box('5001'), box('5002')];
  const lost = { type: 'lost' } as const;
  expect(waitingReceivers(site(here, [route('0001', '5001', lost), route('0001', '5002', null)]))).toEqual([
    'k5001',
    'k5002',
  ]);
  expect(waitingReceivers(site(here, [route('0001', '5001', { type: 'live', picture: true })]))).toEqual([]);
  expect(waitingReceivers(site(here, [route('0002', '5001', lost)]))).toEqual([]);
  expect(told(here, ['k5001'])).toEqual([['notShown', '5001']]);
});
