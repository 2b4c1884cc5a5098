import { describe, expect, it } from 'vitest';
import { parseDemoOptions } from './demo-options.ts';

describe('the demonstration’s options', () => {
  it('listens on loopback alone by default', () => {
    expect(parseDemoOptions([])).toEqual({
      type: 'run',
      options: { host: '127.0.0.1', port: 8080, boxPort: 8443, data: './data', desktop: false },
    });
  });

  it('keeps the site with real desktops apart from the simulated one', () => {
    expect(parseDemoOptions(['--desktop'])).toMatchObject({ options: { desktop: true, data: './data/desktop' } });
    expect(parseDemoOptions(['--desktop', '--data', 'x'])).toMatchObject({ options: { desktop: true, data: 'x' } });
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('takes %s', (host) => {
    expect(parseDemoOptions(['--host', host])).toMatchObject({ options: { host } });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'kvm.example', '127.evil.example', ''])('refuses %s in one line', (host) => {
    expect(() => parseDemoOptions([`--host=${host}`])).toThrow(/^--host ".*" is not a loopback address[^\n]*$/);
  });

  it.each([
    [['--port', '70000'], '--port "70000"'],
    [['--box-port', 'x'], '--box-port "x"'],
    [['--nonsense'], '--nonsense'],
    [['stray'], 'stray'],
  ])('refuses %j', (argv, words) => {
    expect(() => parseDemoOptions(argv)).toThrow(words);
  });
});
