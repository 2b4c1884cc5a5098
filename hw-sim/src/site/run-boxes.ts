import { type AgentMedia, authorityPrefixOf } from '@seatmatrix/firmware-agent';
import { Fault, type Log, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { fileHomes } from './file-homes.ts';
import { createSimSite, type SimSite, type SimSiteOptions } from './sim-site.ts';
import { boxNames, type SiteDescription } from './site-description.ts';

/** What simulated boxes say of themselves in the hello. */
const FIRMWARE = 'hw-sim 0.1.0';

export interface RunBoxesOptions {
  readonly description: SiteDescription;
  readonly manager: { readonly host: string; readonly port: number };
  /** Below it each box has a folder of its own. */
  readonly data: string;
  /** Where the boxes listen, each on a free port, and what they name to each other. */
  readonly peerHost: string;
  readonly enrolmentCode: (box: string) => string | null;
  readonly console: SimSiteOptions['console'];
  readonly media?: AgentMedia | null;
  readonly log: Log;
}

/** Starts simulated boxes with real keys on the real network. Rejects with a Fault when one of them cannot start. */
export async function runBoxes(options: RunBoxesOptions): Promise<SimSite> {
  const { description, manager, data, peerHost, enrolmentCode, console, media = null, log } = options;
  const prefixes = new Map(boxNames(description).map((box) => [box, prefixOf(enrolmentCode(box))]));
  const homes = fileHomes({
    folder: data,
    authorityPrefix: (box) => prefixes.get(box) ?? null,
    clock: systemClock,
    log,
  });
  const site = createSimSite({
    description,
    clock: systemClock,
    random: systemRandom,
    log,
    network: homes.network,
    openHome: homes.openHome,
    manager: () => manager,
    peer: () => ({ host: peerHost, port: 0, advertise: null }),
    enrolmentCode,
    firmware: FIRMWARE,
    console,
    media,
  });
  await site.start();
  return site;
}

function prefixOf(code: string | null): string | null {
  if (code === null) return null;
  const prefix = authorityPrefixOf(code);
  if (prefix === null) {
    throw new Fault({ code: 'configuration-invalid', message: 'an enrolment code is XXXXX-XXXXX-XXXXX-XXXXX' });
  }
  return prefix;
}
