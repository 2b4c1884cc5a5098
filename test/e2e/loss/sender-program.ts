import { randomBytes } from 'node:crypto';
import { UdpImpairment } from '@seatmatrix/hw-sim/impairment';
import { instant, seededRandom, systemClock } from '@seatmatrix/protocol/kernel';
import type { DatagramPlace } from '../../../firmware-agent/src/media/datagram-port.ts';
import { openDatagramPort } from '../../../firmware-agent/src/media/datagram-port-node.ts';
import { StreamSender } from '../../../firmware-agent/src/rtp/stream-sender.ts';
import { unitOf } from '../../../firmware-agent/src/rtp/testing/annex-b-units.ts';
import { type FromSender, type Moment, monotonicMs, type ToSender } from './message.ts';

/*
 * A transmitter's media half: sixty pictures a second to one viewer, behind an impairment of the same process. Its
 * argument is the address to listen at; the rest comes over the channel of its parent.
 */

const FRAME_MS = 1000 / 60;
const DELTA_SIZE = 8000;
const KEY_SIZE = 60_000;

const host = process.argv[2] ?? '127.0.0.1';
const now = () => instant(monotonicMs());
const tell = (message: FromSender) => process.send?.(message);

const port = await openDatagramPort({ host, port: 0 });
const network = await UdpImpairment.open({ target: port.place, clock: systemClock, random: seededRandom(1), host });
const sender = new StreamSender({ random: (size) => randomBytes(size), at: now() });
const subscription = sender.subscribe(now());
const moments: Moment[] = [];
let viewer: DatagramPlace | null = null;
let repairs = 0;
let keyWanted = true;

const toViewer = (datagrams: readonly Uint8Array[]) => {
  if (viewer !== null) for (const datagram of datagrams) port.send(datagram, viewer);
};
port.listen((bytes, from) => {
  const { viewer: known, answers, keyFrameWanted } = sender.receive(bytes, now());
  if (known === null) return;
  viewer = from;
  repairs += answers.length;
  toViewer(answers);
  keyWanted ||= keyFrameWanted;
});

let nextFrame = monotonicMs();
setInterval(() => {
  if (sender.due !== null && sender.due <= now()) {
    const { out, keyFrameWanted } = sender.tick(now());
    toViewer(out);
    keyWanted ||= keyFrameWanted;
  }
  if (viewer === null || monotonicMs() < nextFrame) return;
  nextFrame = Math.max(nextFrame + FRAME_MS, monotonicMs() - FRAME_MS);
  const key = keyWanted;
  keyWanted = false;
  const number = moments.length;
  const at = now();
  moments.push({ number, at });
  const bytes = unitOf({ number, key, size: key ? KEY_SIZE : DELTA_SIZE });
  toViewer(sender.send({ key, time: Math.round(at * 1000), bytes }, at));
}, 2);

process.on('message', (message: ToSender) => {
  if (message.type === 'impair') network.impair('from-target', message.faults);
  else tell({ type: 'told', moments, repairs });
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'ready', port: network.place.port, subscription });
