import { fingerprint, generation, routeId, type Ticket } from '@seatmatrix/protocol/domain';
import { milliseconds, silentLog } from '@seatmatrix/protocol/kernel';
import type { Transport } from '@seatmatrix/protocol/link';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { CaptureFanout } from '../media/capture-fanout.ts';
import { RecordingCapture } from '../roles/testing/recording-drivers.ts';
import { SessionMedia } from './session-media.ts';

const receiver = fingerprint('1'.repeat(64));
const ticket: Ticket = {
  purpose: 'route',
  route: routeId('route'),
  generation: generation(1),
  from: receiver,
  to: fingerprint('2'.repeat(64)),
  mode: 'view',
  basis: null,
  expiresAt: 0,
};

test('a receiver that asks for key pictures without end gets ten a second', async () => {
  const clock = new VirtualClock();
  const fanout = new CaptureFanout({ capture: new RecordingCapture(1, 'jpeg'), clock });
  fanout.listen(() => undefined);
  const media = new SessionMedia({ ticket, fanout, clock, log: silentLog });
  let sent = 0;
  const transport: Transport = {
    peer: { fingerprint: receiver, standing: 'site', role: 'box', address: 'box-5001:40000' },
    buffered: 0,
    send: () => {
      sent += 1;
    },
    close: () => undefined,
    listen: () => undefined,
  };
  media.openSocket(transport, ['jpeg']);
  for (let asked = 0; asked < 1000; asked++) {
    media.wantKeyFrame();
    await clock.advance(milliseconds(1));
  }
  // And the first one of all.
  expect(sent).toBe(11);
});
