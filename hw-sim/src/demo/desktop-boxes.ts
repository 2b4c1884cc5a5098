import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Agent, type AgentMedia, createTransmitter, openDatagramPort } from '@seatmatrix/firmware-agent';
import type { TransmitterDrivers } from '@seatmatrix/firmware-agent/drivers';
import { openX11HidGadget, openX11VideoCapture } from '@seatmatrix/firmware-agent/drivers/x11';
import { type Log, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { SimBoxInfo } from '../drivers/sim-box-info.ts';
import { SimNetworkPort } from '../drivers/sim-network-port.ts';
import { Cable } from '../physical/cable.ts';
import { fileHomes } from '../site/file-homes.ts';
import type { DemoDesktop } from './desktop-site.ts';
import { XDesktop } from './x-desktop.ts';

export interface DesktopBoxesOptions {
  readonly desktops: readonly DemoDesktop[];
  readonly manager: { readonly host: string; readonly port: number };
  /** Boxes and desktops have a folder each below it. */
  readonly data: string;
  readonly peerHost: string;
  readonly log: Log;
}

/** SRTP on a free port of the address that the boxes know each other by. */
export const mediaAt = (host: string): AgentMedia => ({
  open: () => openDatagramPort({ host, port: 0 }),
  randomBytes,
  group: null,
});

/** Real desktops, and at each of them a box with the drivers of a real one. Resolves with what ends them all. */
export async function runDesktopBoxes(options: DesktopBoxesOptions): Promise<() => Promise<void>> {
  const { desktops, data, log } = options;
  const started: { readonly desktop: XDesktop; readonly agent: Agent | null }[] = [];
  const stop = async () => {
    // Keys first, while there is a desktop to let them go at.
    await Promise.all(started.map(({ agent }) => agent?.stop()));
    await Promise.all(started.map(({ desktop }) => desktop.stop()));
  };
  const homes = fileHomes({ folder: data, authorityPrefix: () => null, clock: systemClock, log });
  const begin = async (each: DemoDesktop) => {
    const desktop = await XDesktop.start(each, join(data, '..', 'desktops', each.id));
    const index = started.push({ desktop, agent: null }) - 1;
    const drivers = await openDrivers(desktop.display, log.child({ box: each.box }));
    const home = await homes.openHome(each.box, { wiped: 'nothing' });
    const agent = createTransmitter({
      ...{ identity: home.identity, memory: home.memory, network: homes.network(each.box, home) },
      ...{ drivers, manager: () => options.manager, peer: { host: options.peerHost, port: 0, advertise: null } },
      ...{ clock: systemClock, random: systemRandom, log: log.child({ box: each.box }) },
      firmware: 'demonstration desktop',
      media: mediaAt(options.peerHost),
      enrolmentCode: null,
    });
    started[index] = { desktop, agent };
    await agent.start();
  };
  const outcomes = await Promise.allSettled(desktops.map(begin));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return stop;
  await stop();
  throw failed.reason;
}

async function openDrivers(display: string, log: Log): Promise<TransmitterDrivers> {
  const place = { url: `//${display}`, clock: systemClock, log };
  await using parts = new AsyncDisposableStack();
  const videoCapture = parts.use(await openX11VideoCapture(place));
  const hidGadget = await openX11HidGadget(place);
  parts.move();
  return {
    videoCapture,
    hidGadget,
    soundCapture: null,
    serialPort: null,
    networkPort: new SimNetworkPort(new Cable('network')),
    boxInfo: desktopInfo(log),
  };
}

/** The machine's own sensors are not a box's. */
function desktopInfo(log: Log): SimBoxInfo {
  const restart = () => log.info('a desktop is not switched off');
  const info = new SimBoxInfo({ model: 'X desktop', lamp: false, clock: systemClock, restart });
  info.degrees = null;
  return info;
}
