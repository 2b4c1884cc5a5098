import { describe, expect, test } from 'vitest';
import { HELP, type ProgramOptions, parseProgram } from './options.ts';

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly file?: string;
}

function parse(argv: readonly string[], { env = {}, file }: Surroundings = {}) {
  return parseProgram({
    argv,
    env,
    readFile(path) {
      if (file === undefined) throw new RangeError(`no ${path}`);
      return file;
    },
  });
}

function options(argv: readonly string[], surroundings?: Surroundings): ProgramOptions {
  const command = parse(argv, surroundings);
  if (command.type !== 'run') throw new RangeError(`expected a run, got ${command.type}`);
  return command.options;
}

const HASH = 'ab'.repeat(32);

test.each([
  [['verify-audit'], { data: './data', file: null, head: null }],
  [['verify-audit', '--data', '/srv'], { data: '/srv', file: null, head: null }],
  [
    ['verify-audit', '--file', 'a.ndjson', '--head', `7:${HASH}`],
    { data: './data', file: 'a.ndjson', head: { number: 7, hash: HASH } },
  ],
])('%j asks about the audit', (argv, question) => {
  expect(parse(argv)).toEqual({ type: 'verify-audit', question });
});

test.each([
  [['--restore', 'b'], { backup: 'b', data: './data', passphraseFile: null, force: false }],
  [
    ['--restore', 'b', '--data', '/srv', '--passphrase-file', '-', '--force'],
    { backup: 'b', data: '/srv', passphraseFile: '-', force: true },
  ],
])('%j restores', (argv, restore) => {
  expect(parse(argv)).toEqual({ type: 'restore', restore });
});

test.each([['--force'], ['--passphrase', 'secret'], ['--restore']])('%j alone is refused', (...argv) => {
  expect(() => parse(argv)).toThrow(expect.objectContaining({ origin: 'caller' }));
});

test.each([['verify'], ['verify-audit', 'data'], ['verify-audit', '--head', '7'], ['verify-audit', '--head', '7:xyz']])(
  '%j %j is refused',
  (...argv) => {
    expect(() => parse(argv)).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
  },
);

describe('the options of the manager', () => {
  test('need nothing', () => {
    expect(options([])).toEqual({
      data: './data',
      host: '0.0.0.0',
      port: 8080,
      boxHost: '0.0.0.0',
      boxPort: 8443,
      names: [],
      certificate: null,
      syslog: null,
      logLevel: 'info',
      demo: false,
    });
  });

  test('come from the command line before the environment, and from there before the file', () => {
    const env = { SEATMATRIX_CONFIG: 'site.json', SEATMATRIX_BOX_PORT: '2', SEATMATRIX_DATA: '/env' };
    const file = '{"box-port": 1, "port": 1, "data": "/file", "name": "kvm.example"}';
    expect(options(['--box-port', '3'], { env, file })).toMatchObject({
      boxPort: 3,
      data: '/env',
      port: 1,
      names: ['kvm.example'],
    });
  });

  test('boxes connect where the pages are unless something else is said', () => {
    expect(options(['--host', '192.0.2.1'])).toMatchObject({ host: '192.0.2.1', boxHost: '192.0.2.1' });
    expect(options(['--host', '[::1]', '--box-host', '::'])).toMatchObject({ host: '::1', boxHost: '::' });
  });

  test('take several names and a certificate with its key', () => {
    const given = options(['--name', 'kvm.example, kvm', '--certificate', 'c.pem', '--key', 'k.pem']);
    expect(given.names).toEqual(['kvm.example', 'kvm']);
    expect(given.certificate).toEqual({ certificate: 'c.pem', key: 'k.pem' });
  });

  test.each([
    [['--colour', 'red'], /--colour/],
    [['serve'], /serve/],
    [['--http'], /--http/],
    [['--port'], /--port/],
    [['--port', '70000'], /--port "70000" is not a port/],
    [['--port', '-1'], /--port/],
    [['--box-port', 'x'], /--box-port "x" is not a port/],
    [['--host', 'a b'], /--host "a b" is not an address/],
    [['--name', 'a_b'], /--name "a_b" is not a DNS name/],
    [['--certificate', 'c.pem'], /--certificate and --key go together/],
    [['--key', 'k.pem'], /--certificate and --key go together/],
    [['--log-level', 'loud'], /--log-level "loud" is none of/],
    [['--config', 'none.json'], /cannot read the config file none.json/],
    [['--demo', '--host', '0.0.0.0'], /this machine alone, not for 0.0.0.0/],
    [['--demo', '--box-host', '192.0.2.1'], /this machine alone, not for 192.0.2.1/],
  ])('refuse %j in one line', (argv, message) => {
    expect(() => options(argv)).toThrow(message);
    expect(() => options(argv)).not.toThrow(/\n/);
  });

  test.each([
    ['{', /not JSON/],
    ['[]', /not a JSON object/],
    ['{"colour": "red"}', /unknown option "colour"/],
    ['{"demo": "true"}', /unknown option "demo"/],
    ['{"config": "x"}', /unknown option "config"/],
    ['{"name": {}}', /neither text nor a number/],
  ])('refuse a config file that holds %s', (file, message) => {
    expect(() => options(['--config', 'site.json'], { file })).toThrow(message);
  });

  test('the demonstration is at home on loopback', () => {
    expect(options(['--demo'])).toMatchObject({ demo: true, host: '127.0.0.1', boxHost: '127.0.0.1' });
  });

  test('help names every option', () => {
    expect(parse(['--help'])).toEqual({ type: 'help' });
    for (const name of [
      'data',
      'host',
      'port',
      'box-host',
      'box-port',
      'name',
      'certificate',
      'key',
      'syslog',
      'restore',
      'passphrase-file',
    ]) {
      expect(HELP).toContain(`--${name} `);
    }
  });
});
