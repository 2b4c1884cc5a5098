import { BOX_PORT, managerPlace, optionInvalid, parseCommandLine } from '@seatmatrix/protocol/program';

export interface SimOptions {
  readonly transmitters: number;
  readonly receivers: number;
  readonly manager: { readonly host: string; readonly port: number };
  /** One for all boxes, or one each in their order, transmitters first. */
  readonly codes: readonly string[];
  readonly data: string;
  readonly console: boolean;
  /** Of computers and monitors, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly peerHost: string;
}

export type SimCommand = { readonly type: 'help' } | { readonly type: 'run'; readonly options: SimOptions };

/** Bounded by the picture codes of computers, and by what one process carries. */
const BOXES_MAX = 500;

export const SIM_HELP = `usage: npm run sim -- --manager URL [options]

Simulated boxes with real programs: transmitters with a computer behind each, receivers with a desk at each.

  --manager URL    the manager's address for boxes: https://HOST[:PORT] or HOST[:PORT] (port ${BOX_PORT})
  --tx N           transmitters (default 8)
  --rx N           receivers (default 4)
  --enrol CODE     an enrolment code for all boxes; or several times, one for each in order, transmitters first.
                   Boxes without one wait for adoption
  --data FOLDER    keys, certificates and memories of the boxes (default ./data/sim)
  --console        every receiver is also a virtual console in the browser
  --size WxH       of computers and monitors (default 1280x720)
  --peer-host HOST the address that boxes listen on and name to each other (default 127.0.0.1)
  --help`;

/** The code of the box with this index; null for one that waits for adoption. */
export const codeOf = (codes: readonly string[], index: number): string | null =>
  (codes.length === 1 ? codes[0] : codes[index]) ?? null;

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function parseSimOptions(argv: readonly string[]): SimCommand {
  const { values } = parseCommandLine({
    args: [...argv],
    options: {
      manager: { type: 'string' },
      tx: { type: 'string' },
      rx: { type: 'string' },
      enrol: { type: 'string', multiple: true },
      data: { type: 'string' },
      console: { type: 'boolean' },
      size: { type: 'string' },
      'peer-host': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { type: 'help' };
  if (values.manager === undefined) throw optionInvalid('--manager is missing: where do the boxes find the manager?');
  const transmitters = count(values.tx ?? '8', '--tx');
  const receivers = count(values.rx ?? '4', '--rx');
  if (transmitters + receivers === 0) throw optionInvalid('--tx and --rx are both 0: there is nothing to simulate');
  return {
    type: 'run',
    options: {
      transmitters,
      receivers,
      manager: managerAt(values.manager),
      codes: values.enrol ?? [],
      data: values.data ?? './data/sim',
      console: values.console === true,
      size: sizeOf(values.size ?? '1280x720'),
      peerHost: values['peer-host'] ?? '127.0.0.1',
    },
  };
}

function count(text: string, name: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > BOXES_MAX)
    throw optionInvalid(`${name} "${text}" is not a number from 0 to ${BOXES_MAX}`);
  return number;
}

function managerAt(text: string): SimOptions['manager'] {
  const place = managerPlace(text);
  if (place === null) throw optionInvalid(`--manager "${text}" is neither a URL nor a host with or without a port`);
  return place;
}

function sizeOf(text: string): SimOptions['size'] {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  if (!(size.width >= 320 && size.width <= 3840 && size.height >= 200 && size.height <= 2160)) {
    throw optionInvalid(`--size "${text}" is not between 320x200 and 3840x2160`);
  }
  return size;
}
