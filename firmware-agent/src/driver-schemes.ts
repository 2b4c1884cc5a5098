import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import type { Console } from './console/console.ts';
import { createConsole } from './console/create-console.ts';
import { pageTranscoders } from './console/page-transcoder.ts';
import {
  noHidGadget,
  noHidHost,
  noNetworkPort,
  noOverlay,
  noVideoCapture,
  noVideoOutput,
} from './drivers/disabled/absent-drivers.ts';
import type {
  BoxInfo,
  HidGadget,
  HidHost,
  NetworkPort,
  ReceiverDrivers,
  SerialPort,
  SoundCapture,
  SoundOutput,
  TransmitterDrivers,
  VideoCapture,
} from './drivers/index.ts';
import { linuxBoxInfo } from './drivers/linux/box-info.ts';
import { openLamp } from './drivers/linux/lamp.ts';
import { openLinuxNetworkPort } from './drivers/linux/network-port.ts';
import type { X11Desk } from './drivers/x11/desk.ts';
import type { ProgramOptions } from './options.ts';

/** What drivers need beside their URL. */
export interface DriverGround {
  readonly clock: Clock;
  readonly log: Log;
  readonly manager: () => { readonly host: string };
  readonly restart: () => void;
  /** The operator closed the display's window. */
  readonly stop: () => void;
}

/** Which schemes each option knows. A driver that is written later gets its line here and in its opener below. */
const SCHEMES = {
  keyboard: ['hidraw:', 'x11:', 'web:', 'none:'],
  display: ['x11:', 'web:', 'none:'],
  capture: ['x11:', 'none:'],
  gadget: ['hidg:', 'ch9329:', 'x11:', 'none:'],
  network: ['linux:', 'none:'],
  serial: ['serial:', 'none:'],
  sound: ['pulse:', 'alsa:', 'test:', 'none:'],
} as const;

type DriverOption = keyof typeof SCHEMES;

const USED: Readonly<Record<ProgramOptions['role'], readonly DriverOption[]>> = {
  receiver: ['keyboard', 'display', 'network', 'serial', 'sound'],
  transmitter: ['capture', 'gadget', 'network', 'serial', 'sound'],
};

/** Throws `configuration-invalid`, before anything is opened, for a URL that no driver answers to. */
export function checkDriverUrls(options: ProgramOptions): void {
  for (const option of USED[options.role]) {
    const { scheme } = urlOf(options[option]);
    const known: readonly string[] = SCHEMES[option];
    if (!known.includes(scheme)) {
      throw invalid(`--${option} "${options[option]}" is no driver; there are ${listed(known)}`);
    }
  }
  if (options.role !== 'receiver') return;
  const [keyboard, display] = [urlOf(options.keyboard), urlOf(options.display)];
  if (keyboard.scheme === 'web:' && display.scheme !== 'web:') {
    throw invalid('--keyboard web: needs --display web: (the page is both)');
  }
  if (keyboard.scheme === 'x11:' && (display.scheme !== 'x11:' || keyboard.rest !== '')) {
    throw invalid('--keyboard x11: is the window of --display x11:, and has no place of its own');
  }
}

export async function openReceiverDrivers(
  options: ProgramOptions,
  ground: DriverGround,
): Promise<{ readonly drivers: ReceiverDrivers; readonly console: Console | null }> {
  await using parts = new AsyncDisposableStack();
  const desk = await openDesk(options, ground);
  if (desk !== null) parts.use(desk);
  const hidHost = parts.use(await openHidHost(options, { ground, desk }));
  const videoOutput = parts.use(await openVideoOutput(desk, ground));
  const soundOutput = parts.use(await openSoundOutput(options, ground));
  const serialPort = parts.use(await openSerialPort(options, ground));
  const drivers: ReceiverDrivers = {
    hidHost,
    videoOutput,
    overlay: desk?.overlay ?? noOverlay(),
    soundOutput,
    serialPort,
    networkPort: parts.use(await openNetworkPort(options, ground)),
    boxInfo: openBoxInfo(options, ground),
    shared: desk,
  };
  parts.move();
  if (urlOf(options.display).scheme !== 'web:') return { drivers, console: null };
  const { clock, log } = ground;
  const pages = createConsole({ drivers, clock, log, transcoders: pageTranscoders({ clock, log }) });
  return { drivers: pages.drivers, console: pages };
}

export async function openTransmitterDrivers(
  options: ProgramOptions,
  ground: DriverGround,
): Promise<TransmitterDrivers> {
  await using parts = new AsyncDisposableStack();
  const drivers: TransmitterDrivers = {
    hidGadget: parts.use(await openHidGadget(options, ground)),
    videoCapture: parts.use(await openVideoCapture(options, ground)),
    soundCapture: parts.use(await openSoundCapture(options, ground)),
    serialPort: parts.use(await openSerialPort(options, ground)),
    networkPort: parts.use(await openNetworkPort(options, ground)),
    boxInfo: openBoxInfo(options, ground),
  };
  parts.move();
  return drivers;
}

// Drivers are loaded when they are wanted: a box without an X server or a USB port needs none of their libraries.

async function openDesk(
  { display }: ProgramOptions,
  { clock, log, restart, stop }: DriverGround,
): Promise<X11Desk | null> {
  const { scheme, rest: url } = urlOf(display);
  if (scheme !== 'x11:') return null;
  const { openX11Desk } = await import('./drivers/x11/desk.ts');
  const desk = await openX11Desk({ url, clock, log });
  desk.window.ended.then((end) => {
    if (end === 'closed') log.info('the window was closed');
    else log.error('the X server of the display is gone', { display });
    // Without its window the box is nothing to anybody; the service manager starts it when there is an X server again.
    if (end === 'closed') stop();
    else restart();
  });
  return desk;
}

async function openHidHost(
  { keyboard }: ProgramOptions,
  { ground: { clock, log }, desk }: { readonly ground: DriverGround; readonly desk: X11Desk | null },
): Promise<HidHost> {
  const { scheme, rest: url } = urlOf(keyboard);
  if (scheme === 'x11:' && desk !== null) return desk.hidHost();
  if (scheme !== 'hidraw:') return noHidHost();
  const { openHidrawHost } = await import('./drivers/hidraw/index.ts');
  return openHidrawHost({ url, clock, log });
}

async function openVideoOutput(desk: X11Desk | null, { clock, log }: DriverGround) {
  if (desk === null) return noVideoOutput();
  const { openX11VideoOutput } = await import('./drivers/x11/video-output.ts');
  return openX11VideoOutput({ desk: desk.window, clock, log });
}

async function openHidGadget({ gadget }: ProgramOptions, { clock, log }: DriverGround): Promise<HidGadget> {
  const { scheme, rest: url } = urlOf(gadget);
  switch (scheme) {
    case 'hidg:': {
      const { openHidgGadget } = await import('./drivers/hidg/index.ts');
      return openHidgGadget({ url, clock, log });
    }
    case 'ch9329:': {
      const { openCh9329Gadget } = await import('./drivers/ch9329/ch9329-gadget.ts');
      return openCh9329Gadget({ url, clock, log });
    }
    case 'x11:': {
      const { openX11HidGadget } = await import('./drivers/x11/hid-gadget.ts');
      return openX11HidGadget({ url, clock, log });
    }
    default:
      return noHidGadget();
  }
}

async function openVideoCapture({ capture }: ProgramOptions, { clock, log }: DriverGround): Promise<VideoCapture> {
  const { scheme, rest: url } = urlOf(capture);
  if (scheme !== 'x11:') return noVideoCapture();
  const { openX11VideoCapture } = await import('./drivers/x11/video-capture.ts');
  return openX11VideoCapture({ url, clock, log });
}

async function openSerialPort({ serial }: ProgramOptions, { clock, log }: DriverGround): Promise<SerialPort | null> {
  const { scheme, rest: url } = urlOf(serial);
  if (scheme !== 'serial:') return null;
  const { openLinuxSerialPort } = await import('./drivers/serial/linux-serial-port.ts');
  return openLinuxSerialPort({ url, clock, log });
}

async function openSoundCapture({ sound }: ProgramOptions, ground: DriverGround): Promise<SoundCapture | null> {
  if (urlOf(sound).scheme === 'none:') return null;
  const { openSoundCapture: open } = await import('./drivers/gstreamer/sound-capture.ts');
  return open({ url: sound, clock: ground.clock, log: ground.log });
}

async function openSoundOutput({ sound }: ProgramOptions, ground: DriverGround): Promise<SoundOutput | null> {
  if (urlOf(sound).scheme === 'none:') return null;
  const { openSoundOutput: open } = await import('./drivers/gstreamer/sound-output.ts');
  return open({ url: sound, clock: ground.clock, log: ground.log });
}

async function openNetworkPort({ network }: ProgramOptions, { clock, manager }: DriverGround): Promise<NetworkPort> {
  const { scheme, rest: name } = urlOf(network);
  if (scheme !== 'linux:') return noNetworkPort();
  const port =
    name === '' ? ({ type: 'towards', host: () => manager().host } as const) : ({ type: 'interface', name } as const);
  return openLinuxNetworkPort({ root: '/', port, clock });
}

function openBoxInfo({ name, identifyLed }: ProgramOptions, { log, restart }: DriverGround): BoxInfo {
  const lamp = identifyLed === null ? null : openLamp({ root: '/', name: identifyLed, log });
  const info = linuxBoxInfo({ root: '/', lamp, restart });
  return name === null ? info : { ...info, model: name };
}

/** `scheme:rest`; a URL without a scheme has an empty one. */
function urlOf(url: string): { readonly scheme: string; readonly rest: string } {
  const scheme = /^[a-z][a-z0-9+.-]*:/.exec(url)?.[0] ?? '';
  return { scheme, rest: url.slice(scheme.length) };
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const invalid = (message: string): Fault => new Fault({ code: 'configuration-invalid', message });
