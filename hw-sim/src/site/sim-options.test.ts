import { describe, expect, it } from 'vitest';
import { codeOf, parseSimOptions } from './sim-options.ts';

describe('the simulator’s options', () => {
  it('has eight transmitters and four desks at a manager', () => {
    expect(parseSimOptions(['--manager', 'kvm.example'])).toEqual({
      type: 'run',
      options: {
        transmitters: 8,
        receivers: 4,
        manager: { host: 'kvm.example', port: 8443 },
        codes: [],
        data: './data/sim',
        console: false,
        size: { width: 1280, height: 720 },
        peerHost: '127.0.0.1',
      },
    });
  });

  it('takes everything that it lists', () => {
    const line =
      '--tx 2 --rx 0 --manager https://[::1]:9443 --enrol A --enrol B --data /d --console --size 640x360 --peer-host ::1';
    expect(parseSimOptions(line.split(' '))).toMatchObject({
      options: {
        transmitters: 2,
        receivers: 0,
        manager: { host: '::1', port: 9443 },
        codes: ['A', 'B'],
        data: '/d',
        console: true,
        size: { width: 640, height: 360 },
        peerHost: '::1',
      },
    });
    expect(parseSimOptions(['--help', '--manager', 'x'])).toEqual({ type: 'help' });
  });

  it('gives one code to every box, and several to the boxes in order', () => {
    const given = (codes: readonly string[]) => [0, 1, 2].map((index) => codeOf(codes, index));
    expect(given([])).toEqual([null, null, null]);
    expect(given(['A'])).toEqual(['A', 'A', 'A']);
    expect(given(['A', 'B'])).toEqual(['A', 'B', null]);
  });

  it.each([
    [[], '--manager is missing'],
    [['--manager', 'x', '--tx', '0', '--rx', '0'], 'nothing to simulate'],
    [['--manager', 'ftp://x'], 'neither a URL'],
    [['--manager', 'x', '--tx', 'many'], '--tx "many"'],
    [['--manager', 'x', '--rx', '501'], '--rx "501"'],
    [['--manager', 'x', '--size', '10x10'], '--size "10x10"'],
    [['--manager', 'x', '--nonsense'], '--nonsense'],
    [['--manager', 'x', 'extra'], 'extra'],
  ])('refuses %j in one line', (argv, words) => {
    expect(() => parseSimOptions(argv)).toThrow(words);
    try {
      parseSimOptions(argv);
    } catch (thrown) {
      expect(String(thrown)).not.toContain('\n');
    }
  });
});
