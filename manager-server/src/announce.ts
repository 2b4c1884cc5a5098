import type { Log } from '@seatmatrix/protocol/kernel';
import { Bonjour } from 'bonjour-service';

/** DNS-SD service type of the boxes' listener: `_seatmatrix._tcp`. */
const SERVICE_TYPE = 'seatmatrix';

/** Tells the local network where boxes connect, until it is disposed of. Whoever answers still proves who it is. */
export function announceManager({
  name,
  port,
  log,
}: {
  readonly name: string;
  readonly port: number;
  readonly log: Log;
}): AsyncDisposable {
  // A network without multicast has boxes that are given an address: nothing is broken.
  const bonjour = new Bonjour({}, (thrown: unknown) => log.info('DNS-SD does not work here', { thrown }));
  // No probing for the name: after a fast restart our own last announcement would answer.
  bonjour.publish({ name: `Seatmatrix ${name}`, type: SERVICE_TYPE, port, probe: false });
  return {
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => bonjour.unpublishAll(() => resolve()));
      await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
    },
  };
}
