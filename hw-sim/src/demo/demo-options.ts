import { isIP } from 'node:net';
import { optionInvalid, parseCommandLine, parsePort } from '@seatmatrix/protocol/program';

export interface DemoOptions {
  readonly host: string;
  /** Of the pages. */
  readonly port: number;
  readonly boxPort: number;
  readonly data: string;
  /** Real desktops in place of the simulated computers. */
  readonly desktop: boolean;
}

export type DemoCommand = { readonly type: 'help' } | { readonly type: 'run'; readonly options: DemoOptions };

export const DEMO_HELP = `usage: npm start [-- options]

The demonstration site: a manager, ten transmitters at nine simulated computers, seven receivers, and a page for each.

  --desktop        three real X desktops in place of the simulated computers (Debian: xvfb openbox xterm and GStreamer)
  --host HOST      loopback address to listen on (default 127.0.0.1); the demonstration's passwords are public
  --port PORT      for the pages (default 8080)
  --box-port PORT  for the boxes (default 8443)
  --data FOLDER    kept between starts (default ./data, with --desktop ./data/desktop)
  --help`;

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function parseDemoOptions(argv: readonly string[]): DemoCommand {
  const { values } = parseCommandLine({
    args: [...argv],
    options: {
      host: { type: 'string' },
      port: { type: 'string' },
      'box-port': { type: 'string' },
      data: { type: 'string' },
      desktop: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { type: 'help' };
  const host = values.host ?? '127.0.0.1';
  if (!isLoopback(host)) {
    throw optionInvalid(
      `--host "${host}" is not a loopback address: the demonstration's passwords are public; for a real site: npm run manager -- --help`,
    );
  }
  const desktop = values.desktop === true;
  return {
    type: 'run',
    options: {
      desktop,
      host,
      port: parsePort(values.port ?? '8080', '--port'),
      boxPort: parsePort(values['box-port'] ?? '8443', '--box-port'),
      data: values.data ?? (desktop ? './data/desktop' : './data'),
    },
  };
}

/** Names other than localhost may be anything tomorrow. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
