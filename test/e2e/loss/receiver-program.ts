import { instant } from '@seatmatrix/protocol/kernel';
import { openDatagramPort } from '../../../firmware-agent/src/media/datagram-port-node.ts';
import { StreamReceiver, type StreamStep } from '../../../firmware-agent/src/rtp/stream-receiver.ts';
import { numberOf } from '../../../firmware-agent/src/rtp/testing/annex-b-units.ts';
import { type FromReceiver, type Moment, monotonicMs, type ToReceiver } from './message.ts';

/* A receiver's media half. Its argument is the address to listen at; the rest comes over the channel of its parent. */

const now = () => instant(monotonicMs());
const port = await openDatagramPort({ host: process.argv[2] ?? '127.0.0.1', port: 0 });
const moments: Moment[] = [];
let receiver: StreamReceiver | null = null;
/** Units that do not follow the one before, and are no key. */
let wrong = 0;

process.on('message', (message: ToReceiver) => {
  if (message.type === 'watch') {
    watch(new StreamReceiver({ subscription: message.subscription, at: now() }), message);
    return;
  }
  const told: FromReceiver = { type: 'told', moments, repaired: receiver?.figures().repaired ?? 0, wrong };
  process.send?.(told);
});
process.on('disconnect', () => process.exit(0));

function watch(stream: StreamReceiver, transmitter: { readonly host: string; readonly port: number }): void {
  receiver = stream;
  const take = ({ units, out }: StreamStep) => {
    for (const { bytes, key } of units) {
      const number = numberOf(bytes, key);
      if (!key && number !== (moments.at(-1)?.number ?? -1) + 1) wrong++;
      moments.push({ number, at: now() });
    }
    for (const datagram of out) port.send(datagram, transmitter);
  };
  port.listen((bytes) => take(stream.packet(bytes, now())));
  setInterval(() => {
    if (stream.due <= now()) take(stream.tick(now()));
  }, 1);
}
