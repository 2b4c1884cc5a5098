import { parseArgs } from 'node:util';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type LogLevel, logLevels } from './observe/log.ts';
import { isLoopback } from './policy/request-origin.ts';

export interface ProgramOptions {
  readonly data: string;
  /** Where pages are served. */
  readonly host: string;
  readonly port: number;
  /** Where boxes connect. */
  readonly boxHost: string;
  readonly boxPort: number;
  /** DNS names of this manager, for its self-signed certificate. */
  readonly names: readonly string[];
  /** Files of the site's own certificate, PEM; null makes a self-signed one. */
  readonly certificate: { readonly certificate: string; readonly key: string } | null;
  readonly syslog: string | null;
  readonly logLevel: LogLevel;
  /** Plain HTTP on loopback, a site seeded by the parent process: the demonstration's manager. */
  readonly demo: boolean;
}

export type ProgramCommand = { readonly type: 'help' } | { readonly type: 'run'; readonly options: ProgramOptions };

export const HELP = `usage: npm run manager -- [options]

  --data FOLDER        where the site is kept; made when it is not there (default ./data)
  --host HOST          address for the pages (default 0.0.0.0: every address of this machine)
  --port PORT          of the pages, HTTPS (default 8080)
  --box-host HOST      address for the boxes (default: the pages')
  --box-port PORT      of the boxes, mutual TLS (default 8443)
  --name NAME          DNS name of this machine, for the certificate made at the first start; several by comma
  --certificate FILE   PEM: the pages' own certificate with its chain, instead of a self-signed one
  --key FILE           PEM: its key
  --syslog URL         udp://HOST:PORT or tcp://HOST:PORT: audit and warnings go there as well (RFC 5424)
  --log-level LEVEL    error, warn, info, debug (default info)
  --config FILE        JSON object with any of these names (without --) as keys
  --help

Each option may also be in the environment: --box-port is SEATMATRIX_BOX_PORT.
The command line goes before the environment, the environment before the file.`;

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function parseProgram(given: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
}): ProgramCommand {
  const line = parseCommandLine(given.argv);
  if (line.has('help')) return { type: 'help' };
  const environment = (name: OptionName): string | undefined =>
    given.env[`SEATMATRIX_${name.toUpperCase().replaceAll('-', '_')}`] || undefined;
  const configPath = line.get('config') ?? environment('config');
  const config = configPath === undefined ? new Map<string, string>() : parseConfig(configPath, given.readFile);
  const option = (name: OptionName): string | undefined => line.get(name) ?? environment(name) ?? config.get(name);

  const demo = line.has('demo');
  const host = parseHost(option('host') ?? (demo ? '127.0.0.1' : '0.0.0.0'), '--host');
  const boxHost = parseHost(option('box-host') ?? host, '--box-host');
  for (const each of demo ? [host, boxHost] : []) {
    if (!isLoopback(each)) throw invalid(`the demonstration is for this machine alone, not for ${each}`);
  }
  return {
    type: 'run',
    options: {
      data: option('data') ?? './data',
      host,
      port: parsePort(option('port') ?? '8080', '--port'),
      boxHost,
      boxPort: parsePort(option('box-port') ?? '8443', '--box-port'),
      names: (option('name') ?? '').split(',').flatMap(parseName),
      certificate: parseCertificate(option('certificate'), option('key')),
      syslog: option('syslog') ?? null,
      logLevel: parseLogLevel(option('log-level') ?? 'info'),
      demo,
    },
  };
}

const OPTION_NAMES = [
  'data',
  'host',
  'port',
  'box-host',
  'box-port',
  'name',
  'certificate',
  'key',
  'syslog',
  'log-level',
  'config',
] as const;

type OptionName = (typeof OPTION_NAMES)[number];

const isOptionName = (text: string): text is OptionName => OPTION_NAMES.some((name) => name === text);

const unknown = (message: string): Fault => new Fault({ code: 'option-unknown', message: `${message}; see --help` });
const invalid = (message: string, cause?: unknown): Fault =>
  new Fault({ code: 'configuration-invalid', message, cause });

function parseCommandLine(argv: readonly string[]): ReadonlyMap<string, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' as const }])),
        help: { type: 'boolean' },
        demo: { type: 'boolean' },
      },
    });
    return new Map(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (thrown) {
    // Node's own sentence goes on with advice about quoting; the first one says what is wrong.
    const reason = thrown instanceof Error ? (thrown.message.split('. ')[0] ?? thrown.message) : 'unreadable options';
    throw unknown(reason.replaceAll('\n', ' '));
  }
}

function parseConfig(path: string, readFile: (path: string) => string): ReadonlyMap<string, string> {
  const text = attempt(() => readFile(path), `cannot read the config file ${path}`);
  const value = attempt((): unknown => JSON.parse(text), `the config file ${path} is not JSON`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`the config file ${path} is not a JSON object`);
  }
  return new Map(
    Object.entries(value).map(([name, entry]: [string, unknown]) => {
      if (!isOptionName(name) || name === 'config') {
        throw unknown(`unknown option "${name}" in the config file ${path}`);
      }
      if (typeof entry !== 'string' && typeof entry !== 'number') {
        throw invalid(`"${name}" in the config file ${path} is neither text nor a number`);
      }
      return [name, String(entry)];
    }),
  );
}

function attempt<Value>(work: () => Value, message: string): Value {
  try {
    return work();
  } catch (thrown) {
    throw invalid(message, thrown);
  }
}

function parseHost(text: string, name: string): string {
  const bare = text.replace(/^\[|\]$/g, '');
  if (!/^[\w.:%-]+$/.test(bare)) throw invalid(`${name} "${text}" is not an address`);
  return bare;
}

function parsePort(text: string, name: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw invalid(`${name} "${text}" is not a port (0 to 65535)`);
  return number;
}

function parseName(text: string): readonly string[] {
  const name = text.trim();
  if (name === '') return [];
  if (!/^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i.test(name)) throw invalid(`--name "${name}" is not a DNS name`);
  return [name];
}

function parseCertificate(certificate: string | undefined, key: string | undefined): ProgramOptions['certificate'] {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) throw invalid('--certificate and --key go together');
  return { certificate, key };
}

function parseLogLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw invalid(`--log-level "${text}" is none of ${logLevels.join(', ')}`);
  return level;
}
