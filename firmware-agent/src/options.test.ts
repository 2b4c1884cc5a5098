import { describe, expect, it } from 'vitest';
import { type ProgramOptions, parseProgram } from './options.ts';

describe('the options of the agent', () => {
  it('need nothing but the role', () => {
    expect(options(['receiver'])).toMatchObject({
      role: 'receiver',
      manager: 'auto',
      data: './data',
      peerHost: '0.0.0.0',
      peerPort: 8444,
      display: 'web:',
      keyboard: 'web:',
      network: 'linux:',
      identifyLed: null,
      serial: 'none:',
      sound: 'none:',
      mediaPort: 8444,
      media: { type: 'unicast' },
      logLevel: 'info',
    });
  });

  it('take the keyboard at the display, and the media port beside the peer port', () => {
    expect(options(['receiver', '--display', 'x11://:0', '--peer-port', '9000'])).toMatchObject({
      keyboard: 'x11:',
      mediaPort: 9000,
    });
    expect(options(['receiver', '--media-port', '9001'])).toMatchObject({ peerPort: 8444, mediaPort: 9001 });
  });

  it.each([
    ['multicast', { type: 'multicast', group: null }],
    ['multicast:239.1.2.3', { type: 'multicast', group: '239.1.2.3' }],
  ])('send with --media %s', (text, expected) => {
    expect(options(['transmitter', '--media', text]).media).toEqual(expected);
  });

  it('come from the command line before the environment, and from there before the file', () => {
    const env = { SEATMATRIX_CONFIG: 'box.json', SEATMATRIX_PEER_PORT: '2', SEATMATRIX_NAME: 'env' };
    const file = '{"role": "transmitter", "peer-port": 1, "name": "file", "data": "/var/box"}';
    expect(options(['--peer-port', '3'], { env, file })).toMatchObject({
      role: 'transmitter',
      peerPort: 3,
      name: 'env',
      data: '/var/box',
    });
  });

  it.each([
    ['auto', 'auto'],
    ['manager.example', { host: 'manager.example', port: 8443 }],
    ['manager.example:9000', { host: 'manager.example', port: 9000 }],
    ['https://10.0.0.5', { host: '10.0.0.5', port: 8443 }],
    ['https://10.0.0.5:443/', { host: '10.0.0.5', port: 443 }],
    ['[fd00::1]:8443', { host: 'fd00::1', port: 8443 }],
  ])('take a manager written %s', (text, expected) => {
    expect(options(['receiver', '--manager', text]).manager).toEqual(expected);
  });

  it.each([
    [[], /say what this box is/],
    [['router'], /say what this box is/],
    [['receiver', 'transmitter'], /unexpected argument/],
    [['receiver', '--colour', 'red'], /--colour/],
    [['receiver', '--peer-port', '70000'], /not a port/],
    [['receiver', '--manager', 'ftp://x'], /--manager/],
    [['receiver', '--log-level', 'loud'], /--log-level/],
    [['transmitter', '--media', 'broadcast'], /--media/],
    [['transmitter', '--media', 'multicast:10.0.0.1'], /no IPv4 multicast group/],
    [['receiver', '--media-port', 'x'], /--media-port/],
    [['receiver', '--config', 'none.json'], /cannot read/],
  ])('refuse %j in one line', (argv, message) => {
    expect(() => options(argv)).toThrow(message);
    expect(() => options(argv)).not.toThrow(/\n/);
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /not a JSON object/],
    ['{"colour": "red"}', /unknown option "colour"/],
    ['{"name": {}}', /neither text nor a number/],
  ])('refuse a config file that holds %s', (file, message) => {
    expect(() => options(['receiver', '--config', 'box.json'], { file })).toThrow(message);
  });

  it('know help and fingerprint', () => {
    expect(parse(['receiver', '--help'])).toEqual({ type: 'help' });
    expect(parse(['fingerprint', '--data', '/d'])).toEqual({ type: 'fingerprint', data: '/d' });
  });
});

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly file?: string;
}

function parse(argv: readonly string[], { env = {}, file }: Surroundings = {}) {
  return parseProgram({
    argv,
    env,
    readFile(path) {
      if (file === undefined) throw new Error(`no ${path}`);
      return file;
    },
  });
}

function options(argv: readonly string[], surroundings?: Surroundings): ProgramOptions {
  const command = parse(argv, surroundings);
  if (command.type !== 'run') throw new Error(`expected a run, got ${command.type}`);
  return command.options;
}
