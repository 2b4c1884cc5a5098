import { isIPv4 } from 'node:net';
import {
  type LogLevel,
  managerPlace,
  optionInvalid,
  optionUnknown,
  parseLogLevel,
  parsePort,
  readProgramOptions,
} from '@seatmatrix/protocol/program';

export type Role = 'receiver' | 'transmitter';

/** Where a manager's box listener is looked for: a place, or whatever DNS-SD tells. */
export type ManagerPlace = { readonly host: string; readonly port: number } | 'auto';

/** How a transmitter sends to many: to each by itself, or once to a group; null: a group made from its key. */
export type MediaChoice = { readonly type: 'unicast' } | { readonly type: 'multicast'; readonly group: string | null };

export interface ProgramOptions {
  readonly role: Role;
  readonly manager: ManagerPlace;
  readonly enrol: string | null;
  readonly data: string;
  readonly peerHost: string;
  readonly peerPort: number;
  readonly peerAdvertise: string | null;
  /** UDP, for SRTP. */
  readonly mediaPort: number;
  readonly media: MediaChoice;
  readonly name: string | null;
  readonly keyboard: string;
  readonly display: string;
  readonly capture: string;
  readonly gadget: string;
  readonly serial: string;
  readonly sound: string;
  readonly network: string;
  /** Of /sys/class/leds; null: the box has no lamp to be found by. */
  readonly identifyLed: string | null;
  readonly logLevel: LogLevel;
}

export type ProgramCommand =
  | { readonly type: 'help' }
  | { readonly type: 'fingerprint'; readonly data: string }
  | { readonly type: 'run'; readonly options: ProgramOptions };

export const HELP = `usage: agent receiver|transmitter [options]
       agent fingerprint [--data FOLDER]    the fingerprint of this box's key, to be compared at adoption

  --manager URL        https://HOST[:PORT], HOST[:PORT], or auto: DNS-SD, else the DNS name "seatmatrix" (default auto)
  --enrol CODE         the enrolment code from the manager's page: adopts this box at once
  --data FOLDER        key, certificate and memory of this box (default ./data)
  --peer-host HOST     address that the peer listener opens on (default 0.0.0.0)
  --peer-port PORT     its port (default 8444)
  --peer-advertise HOST  what other boxes dial (default: this box's address towards the manager)
  --name TEXT          what the page calls this box until it is adopted (default: its model)
  --media-port PORT    UDP port for picture and sound (default: the peer port)
  --media HOW          transmitter with many receivers: unicast, or multicast[:GROUP] once for all (default unicast)
  --keyboard URL       receiver: keyboards and mice
                         hidraw:  those plugged into this box     x11:  the display's own window
                         web:     console pages                   none:
                         (default: as the display, where it has one)
  --display URL        receiver: screen and OSD
                         x11://:0[?window=1280x720]  an X display, full screen without a size
                         web:  console pages         none:              (default web:)
  --capture URL        transmitter: picture           x11://:0 | none:  (default none:)
  --gadget URL         transmitter: keyboard, pointer (default none:)
                         hidg:[CONTROLLER]           the box's own USB device port
                         ch9329:/dev/ttyUSB0[?baud=N]  a CH9329 chip on a serial line
                         x11://:0                    an X display
  --serial URL         RS-232 through the matrix      serial:/dev/ttyUSB0 | none:   (default none:)
  --sound URL          transmitter: microphone side, receiver: loudspeaker
                         pulse: | alsa:DEVICE | test: | none:           (default none:)
  --network URL        network socket                 linux: | linux:INTERFACE | none:   (default linux:)
  --identify-led NAME  blinks when somebody looks for this box: one of /sys/class/leds (default: none)
  --log-level LEVEL    error, warn, info, debug (default info)
  --config FILE        JSON object with any of these names (without --) as keys
  --help

Each option may also be in the environment: --peer-port is SEATMATRIX_PEER_PORT.
The command line goes before the environment, the environment before the file.`;

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function parseProgram(given: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
}): ProgramCommand {
  const { flag, fromFile, option, positionals } = readProgramOptions({
    ...given,
    names: OPTION_NAMES,
    flags: [],
    fileOnly: ['role'],
    positionals: true,
  });
  if (flag('help')) return { type: 'help' };

  const data = option('data') ?? './data';
  const [command, ...rest] = positionals.length > 0 ? positionals : [fromFile('role')];
  if (rest.length > 0) throw optionUnknown(`unexpected argument "${rest.join(' ')}"`);
  if (command === 'fingerprint') return { type: 'fingerprint', data };
  if (command !== 'receiver' && command !== 'transmitter') {
    throw optionUnknown(
      `say what this box is: agent receiver or agent transmitter (${command ?? 'nothing'} was given)`,
    );
  }
  const display = option('display') ?? 'web:';
  const peerPort = parsePort(option('peer-port') ?? '8444', '--peer-port');
  const mediaPort = option('media-port');
  return {
    type: 'run',
    options: {
      role: command,
      manager: parseManager(option('manager') ?? 'auto'),
      enrol: option('enrol') ?? null,
      data,
      peerHost: option('peer-host') ?? '0.0.0.0',
      peerPort,
      mediaPort: mediaPort === undefined ? peerPort : parsePort(mediaPort, '--media-port'),
      media: parseMedia(option('media') ?? 'unicast'),
      peerAdvertise: option('peer-advertise') ?? null,
      name: option('name') ?? null,
      keyboard: option('keyboard') ?? keyboardOf(display),
      display,
      capture: option('capture') ?? 'none:',
      gadget: option('gadget') ?? 'none:',
      serial: option('serial') ?? 'none:',
      sound: option('sound') ?? 'none:',
      network: option('network') ?? 'linux:',
      identifyLed: option('identify-led') ?? null,
      logLevel: parseLogLevel(option('log-level') ?? 'info'),
    },
  };
}

const OPTION_NAMES = [
  'manager',
  'enrol',
  'data',
  'peer-host',
  'peer-port',
  'peer-advertise',
  'media-port',
  'media',
  'name',
  'keyboard',
  'display',
  'capture',
  'gadget',
  'serial',
  'sound',
  'network',
  'identify-led',
  'log-level',
  'config',
] as const;

/** Whoever names a display of this machine sits at it. */
function keyboardOf(display: string): string {
  if (display === 'web:') return 'web:';
  return display.startsWith('x11:') ? 'x11:' : 'none:';
}

function parseMedia(text: string): MediaChoice {
  if (text === 'unicast') return { type: 'unicast' };
  if (text === 'multicast') return { type: 'multicast', group: null };
  const group = /^multicast:(.*)$/.exec(text)?.[1];
  if (group === undefined) throw optionInvalid(`--media "${text}" is neither unicast, multicast nor multicast:GROUP`);
  const first = isIPv4(group) ? Number(group.split('.')[0]) : 0;
  if (first < 224 || first > 239) throw optionInvalid(`--media "${text}": ${group} is no IPv4 multicast group`);
  return { type: 'multicast', group };
}

function parseManager(text: string): ManagerPlace {
  const place = text === 'auto' ? text : managerPlace(text);
  if (place === null) {
    throw optionInvalid(`--manager "${text}" is neither a URL, a host with or without a port, nor auto`);
  }
  return place;
}
