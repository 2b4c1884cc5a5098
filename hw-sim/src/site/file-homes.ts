import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileIdentity, openFileIdentity, openFileMemory } from '@seatmatrix/firmware-agent';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork, type Network } from '@seatmatrix/protocol/link';
import type { BoxHome, OpenBoxHome } from './box-home.ts';

/** A box with a real key, in a folder of its own. */
interface FileHome extends BoxHome {
  readonly identity: FileIdentity;
}

export interface FileHomes {
  readonly openHome: OpenBoxHome;
  readonly network: (box: string, home: BoxHome) => Network;
}

/** Homes below a folder, on the real network: mutual TLS with the key that each box made at its first start. */
export function fileHomes({
  folder,
  authorityPrefix,
  clock,
  log,
}: {
  readonly folder: string;
  /** Of a box by its name: how its enrolment code says that the site's CA begins; null without a code. */
  readonly authorityPrefix: (box: string) => string | null;
  readonly clock: Clock;
  readonly log: Log;
}): FileHomes {
  const identities = new WeakMap<BoxHome, FileIdentity>();
  return {
    async openHome(name, { wiped }) {
      const own = join(folder, name);
      const forgotten = wiped === 'everything' ? own : join(own, 'memory.json');
      if (wiped !== 'nothing') await rm(forgotten, { recursive: true, force: true });
      const home: FileHome = { identity: await openFileIdentity(own), memory: await openFileMemory(own) };
      identities.set(home, home.identity);
      return home;
    },
    network(box, home) {
      const identity = identities.get(home);
      if (identity === undefined) {
        throw new Fault({ code: 'invariant-broken', message: `the home of ${box} was opened elsewhere` });
      }
      return createTlsNetwork({
        identity: () => identity.credentials(),
        authorityPrefix: () => authorityPrefix(box),
        clock,
        log: log.child({ box }),
      });
    },
  };
}
