import { createHash } from 'node:crypto';
import type { AgentMemory, BoxIdentity, TrustedSite } from '@seatmatrix/firmware-agent';
import { type Fingerprint, fingerprint, type Generation, generation } from '@seatmatrix/protocol/domain';

/** What a box keeps through a power cut, and the network that knows it by its key. */
export interface BoxHome {
  readonly identity: BoxIdentity;
  readonly memory: AgentMemory;
}

/** What a box has forgotten at a start. Without its key it is a stranger with another fingerprint. */
export type Wiped = 'nothing' | 'memory' | 'everything';

/** Opens a box's home by the box's name, at each start of the box. */
export type OpenBoxHome = (name: string, given: { readonly wiped: Wiped }) => Promise<BoxHome>;

/** The fingerprint that a box of this name has where no real key is made, with the first key that it has. */
export const namedFingerprint = (name: string): Fingerprint =>
  fingerprint(createHash('sha256').update(`seatmatrix simulated box ${name}`).digest('hex'));

/** Homes that last as long as this function's result: for tests on a network that is told who is who. */
export function memoryHomes(): OpenBoxHome {
  const homes = new Map<string, BoxHome>();
  const keys = new Map<string, number>();
  return async (name, { wiped }) => {
    const kept = homes.get(name);
    const isNew = kept === undefined || wiped === 'everything';
    const key = (keys.get(name) ?? 0) + (isNew ? 1 : 0);
    keys.set(name, key);
    const home = {
      identity: isNew ? namedIdentity(key === 1 ? name : `${name} with key ${key}`) : kept.identity,
      memory: isNew || wiped === 'memory' ? plainMemory() : kept.memory,
    };
    homes.set(name, home);
    return home;
  };
}

function namedIdentity(name: string): BoxIdentity {
  let adopted = false;
  return {
    fingerprint: namedFingerprint(name),
    get adopted() {
      return adopted;
    },
    // Knows its manager by the network in memory, which has no certificates.
    authorities: () => [],
    trust: async () => undefined,
    certificateRequest: () => (adopted ? null : `certificate request of ${name}`),
    adopt: async () => {
      adopted = true;
    },
  };
}

function plainMemory(): AgentMemory {
  let highest: Generation = generation(0);
  let trusted: TrustedSite | null = null;
  return {
    get highestGeneration() {
      return highest;
    },
    keepGeneration: async (value) => {
      if (value > highest) highest = value;
    },
    get trusted() {
      return trusted;
    },
    keepTrusted: async (site) => {
      trusted = site;
    },
  };
}
