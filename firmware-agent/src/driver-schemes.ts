import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { Console } from './console/console.ts';
import { createConsole } from './console/create-console.ts';
import {
  noHidGadget,
  noHidHost,
  noNetworkPort,
  noOverlay,
  noVideoCapture,
  noVideoOutput,
} from './drivers/disabled/absent-drivers.ts';
import type { BoxInfo, NetworkPort, ReceiverDrivers, TransmitterDrivers } from './drivers/index.ts';
import { linuxBoxInfo } from './drivers/linux/box-info.ts';
import { openLinuxNetworkPort } from './drivers/linux/network-port.ts';
import type { ProgramOptions } from './options.ts';

/** What drivers need beside their URL. */
export interface DriverGround {
  readonly clock: Clock;
  readonly log: Log;
  readonly manager: () => { readonly host: string };
  readonly restart: () => void;
}

/** Which schemes each option knows. A driver that is written later gets its line here. */
const SCHEMES = {
  keyboard: ['web:', 'none:'],
  display: ['web:', 'none:'],
  capture: ['none:'],
  gadget: ['none:'],
  network: ['linux:', 'none:'],
} as const;

type DriverOption = keyof typeof SCHEMES;

/** Throws `configuration-invalid`, before anything is opened, for a URL that no driver answers to. */
export function checkDriverUrls(options: ProgramOptions): void {
  const used: readonly DriverOption[] =
    options.role === 'receiver' ? ['keyboard', 'display', 'network'] : ['capture', 'gadget', 'network'];
  for (const option of used) {
    const scheme = schemeOf(options[option]);
    const known: readonly string[] = SCHEMES[option];
    if (scheme === null || !known.includes(scheme)) {
      throw invalid(`--${option} "${options[option]}" is no driver; there are ${known.join(' and ')}`);
    }
  }
  if (options.role === 'receiver' && options.keyboard === 'web:' && options.display !== 'web:') {
    throw invalid('--keyboard web: needs --display web: (the page is both)');
  }
}

export async function openReceiverDrivers(
  options: ProgramOptions,
  ground: DriverGround,
): Promise<{ readonly drivers: ReceiverDrivers; readonly console: Console | null }> {
  const drivers: ReceiverDrivers = {
    hidHost: noHidHost(),
    videoOutput: noVideoOutput(),
    overlay: noOverlay(),
    soundOutput: null,
    serialPort: null,
    networkPort: await openNetworkPort(options, ground),
    boxInfo: openBoxInfo(options, ground),
  };
  if (schemeOf(options.display) !== 'web:') return { drivers, console: null };
  const { clock, log } = ground;
  const pages = createConsole({ drivers, clock, log });
  return { drivers: pages.drivers, console: pages };
}

export async function openTransmitterDrivers(
  options: ProgramOptions,
  ground: DriverGround,
): Promise<TransmitterDrivers> {
  return {
    hidGadget: noHidGadget(),
    videoCapture: noVideoCapture(),
    soundCapture: null,
    serialPort: null,
    networkPort: await openNetworkPort(options, ground),
    boxInfo: openBoxInfo(options, ground),
  };
}

async function openNetworkPort({ network }: ProgramOptions, { clock, manager }: DriverGround): Promise<NetworkPort> {
  if (schemeOf(network) !== 'linux:') return noNetworkPort();
  const name = network.slice('linux:'.length);
  const port =
    name === '' ? ({ type: 'towards', host: () => manager().host } as const) : ({ type: 'interface', name } as const);
  return openLinuxNetworkPort({ root: '/', port, clock });
}

function openBoxInfo({ name }: ProgramOptions, { log, restart }: DriverGround): BoxInfo {
  const info = linuxBoxInfo({ root: '/', identify: () => log.info('an administrator looks for this box'), restart });
  return name === null ? info : { ...info, model: name };
}

const schemeOf = (url: string): string | null => /^[a-z][a-z0-9+.-]*:/.exec(url)?.[0] ?? null;

const invalid = (message: string): Fault => new Fault({ code: 'configuration-invalid', message });
