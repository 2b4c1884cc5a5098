import {
  type LogLevel,
  optionInvalid,
  parseLogLevel,
  parsePort,
  readProgramOptions,
} from '@seatmatrix/protocol/program';
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

/** `verify-audit`: of the data folder while no manager runs on it, or of an exported file. */
export interface AuditQuestion {
  readonly data: string;
  readonly file: string | null;
  /** A head that was written elsewhere. */
  readonly head: { readonly number: number; readonly hash: string } | null;
}

/** `--restore`: a whole site from a backup, into a data folder that no manager runs on. */
export interface FolderRestore {
  readonly backup: string;
  readonly data: string;
  /** `-` is the standard input; null asks at the terminal. */
  readonly passphraseFile: string | null;
  /** What is in the data folder is kept beside it under another name. */
  readonly force: boolean;
}

export type ProgramCommand =
  | { readonly type: 'help' }
  | { readonly type: 'run'; readonly options: ProgramOptions }
  | { readonly type: 'restore'; readonly restore: FolderRestore }
  | { readonly type: 'verify-audit'; readonly question: AuditQuestion };

export const HELP = `usage: npm run manager -- [options]
       npm run manager -- --restore BACKUP [--data FOLDER] [--passphrase-file FILE] [--force]
       npm run manager -- verify-audit [--data FOLDER | --file EXPORT] [--head NUMBER:HASH]

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

--restore makes the data folder of a site from a backup, for a new machine or a lost disk, and ends; then start the
manager as always. Its boxes know it again. The passphrase is asked for at the terminal; --passphrase-file takes it from
a file's first line, or from the standard input when FILE is -. A folder that has a site already is refused; --force
renames it to FOLDER.before-restore-TIME first. Ends with 0 when the site is there, with 1 when nothing was done.

verify-audit says whether the audit of a stopped manager, or an exported one, is whole; --head is a place where it is
known to have stood, from the log or syslog. Ends with 0 when it is, with 1 when it is not.

Each option may also be in the environment: --box-port is SEATMATRIX_BOX_PORT.
The command line goes before the environment, the environment before the file.`;

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function parseProgram(given: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
}): ProgramCommand {
  const { flag, option, positionals } = readProgramOptions({
    ...given,
    names: OPTION_NAMES,
    flags: ['demo', 'force'],
    fileOnly: [],
    positionals: true,
  });
  if (flag('help')) return { type: 'help' };
  const [command, ...rest] = positionals;
  if (rest.length > 0 || (command !== undefined && command !== 'verify-audit')) {
    throw optionInvalid(`unexpected argument "${rest[0] ?? command}"`);
  }
  if (command === 'verify-audit') {
    const question = {
      data: option('data') ?? './data',
      file: option('file') ?? null,
      head: parseHead(option('head')),
    };
    return { type: 'verify-audit', question };
  }
  const backup = option('restore');
  if (backup !== undefined) {
    const passphraseFile = option('passphrase-file') ?? null;
    const data = option('data') ?? './data';
    return { type: 'restore', restore: { backup, data, passphraseFile, force: flag('force') } };
  }
  if (flag('force')) throw optionInvalid('--force goes with --restore');

  const demo = flag('demo');
  const host = parseHost(option('host') ?? (demo ? '127.0.0.1' : '0.0.0.0'), '--host');
  const boxHost = parseHost(option('box-host') ?? host, '--box-host');
  for (const each of demo ? [host, boxHost] : []) {
    if (!isLoopback(each)) throw optionInvalid(`the demonstration is for this machine alone, not for ${each}`);
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
  'file',
  'head',
  'restore',
  'passphrase-file',
  'config',
] as const;

function parseHost(text: string, name: string): string {
  const bare = text.replace(/^\[|\]$/g, '');
  if (!/^[\w.:%-]+$/.test(bare)) throw optionInvalid(`${name} "${text}" is not an address`);
  return bare;
}

function parseHead(text: string | undefined): AuditQuestion['head'] {
  if (text === undefined) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) throw optionInvalid(`--head "${text}" is not NUMBER:HASH`);
  return { number: Number(number), hash };
}

function parseName(text: string): readonly string[] {
  const name = text.trim();
  if (name === '') return [];
  if (!/^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i.test(name))
    throw optionInvalid(`--name "${name}" is not a DNS name`);
  return [name];
}

function parseCertificate(certificate: string | undefined, key: string | undefined): ProgramOptions['certificate'] {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) throw optionInvalid('--certificate and --key go together');
  return { certificate, key };
}
