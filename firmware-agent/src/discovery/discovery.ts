import type { Log } from '@seatmatrix/protocol/kernel';
import { BOX_PORT } from '@seatmatrix/protocol/program';
import type { ManagerPlace } from '../options.ts';

/** DNS-SD service type of a manager's box listener: `_seatmatrix._tcp`. */
export const SERVICE_TYPE = 'seatmatrix';

/** What is dialled until DNS-SD has told of a manager: a site without multicast gives this name in its DNS. */
export const MANAGER_NAME = 'seatmatrix';

/** Where the manager is as far as is known. Whoever answers there still has to prove who it is. */
export interface Discovery extends AsyncDisposable {
  place(): { readonly host: string; readonly port: number };
}

export async function discoverManager(place: ManagerPlace, log: Log): Promise<Discovery> {
  if (place !== 'auto') return { place: () => place, [Symbol.asyncDispose]: async () => undefined };
  let found = { host: MANAGER_NAME, port: BOX_PORT };
  // Most boxes are told where their manager is: they need not hold the library.
  const { Bonjour } = await import('bonjour-service');
  const bonjour = new Bonjour({}, (thrown: unknown) => {
    log.warn('DNS-SD does not work here', { cause: thrown instanceof Error ? thrown.message : String(thrown) });
  });
  const browser = bonjour.find({ type: SERVICE_TYPE }, (service) => {
    // The address that answered is in our network; the host's name may not resolve here.
    const host = service.addresses?.find((each) => each.includes('.')) ?? service.referer?.address ?? service.host;
    found = { host, port: service.port };
    log.info('a manager was found by DNS-SD', found);
  });
  return {
    place: () => found,
    async [Symbol.asyncDispose]() {
      browser.stop();
      await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
    },
  };
}
