import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileIdentity, openFileMemory } from '@seatmatrix/firmware-agent';
import {
  createSimSite,
  memoryHomes,
  type OpenBoxHome,
  type SimSite,
  type SiteDescription,
} from '@seatmatrix/hw-sim/site';
import { type Log, seededRandom } from '@seatmatrix/protocol/kernel';
import type { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';

export const MANAGER = { host: 'manager', port: 8443 } as const;
export const FIRMWARE = '1.0.0-lab';

interface LabBoxes {
  readonly description: SiteDescription;
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  readonly log: Log;
  /** Of the boxes' back-offs. */
  readonly seed: number;
}

/** Boxes that were adopted long ago. */
export function adoptedBoxes(boxes: LabBoxes): SimSite {
  const homes = memoryHomes();
  return createBoxes(boxes, { openHome: adopted(homes), enrolmentCode: null });
}

/** A box that says that it is another one: its whole disk was copied on the day it was adopted. */
export function clonedBoxes(boxes: LabBoxes, original: string): SimSite {
  const homes = memoryHomes();
  return createBoxes(boxes, { openHome: (_, given) => adopted(homes)(original, given), enrolmentCode: null });
}

export interface NewBoxes {
  readonly site: SimSite;
  /** Throws their disks away. */
  discard(): void;
}

/** Boxes out of the carton: real keys, real certificate requests, and nobody knows them. */
export function newBoxes(boxes: LabBoxes, enrolmentCode: string | null): NewBoxes {
  const disk = mkdtempSync(join(tmpdir(), 'seatmatrix-lab-'));
  const openHome: OpenBoxHome = async (name) => ({
    identity: await openFileIdentity(join(disk, name)),
    memory: await openFileMemory(join(disk, name)),
  });
  const site = createBoxes(boxes, { openHome, enrolmentCode });
  return { site, discard: () => rmSync(disk, { recursive: true, force: true }) };
}

function createBoxes(
  { description, clock, network, log, seed }: LabBoxes,
  { openHome, enrolmentCode }: { readonly openHome: OpenBoxHome; readonly enrolmentCode: string | null },
): SimSite {
  return createSimSite({
    description,
    clock,
    random: seededRandom(seed),
    log,
    // What a TLS handshake would find out: the key, and whether the site's CA vouches for it.
    network: (name, { identity }) =>
      network.host({
        name,
        identity: () =>
          identity.adopted
            ? { fingerprint: identity.fingerprint, standing: 'site', role: 'box' }
            : { fingerprint: identity.fingerprint, standing: 'stranger', role: null },
      }),
    openHome,
    manager: () => MANAGER,
    peer: (name) => ({ host: name, port: 9000, advertise: null }),
    enrolmentCode: () => enrolmentCode,
    firmware: FIRMWARE,
    console: false,
  });
}

const adopted =
  (homes: OpenBoxHome): OpenBoxHome =>
  async (name, given) => {
    const home = await homes(name, given);
    if (!home.identity.adopted) await home.identity.adopt({ certificate: '', authority: '' });
    return home;
  };
