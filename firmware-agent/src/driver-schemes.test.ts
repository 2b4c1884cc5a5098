import { describe, expect, it } from 'vitest';
import { checkDriverUrls } from './driver-schemes.ts';
import { parseProgram } from './options.ts';

describe('the drivers of a box', () => {
  it.each([
    ['receiver'],
    ['receiver', '--display', 'none:'],
    ['receiver', '--display', 'web:', '--keyboard', 'none:', '--network', 'linux:eth0'],
    ['transmitter', '--network', 'none:'],
    // What the other role needs is not looked at.
    ['transmitter', '--display', 'drm:card0'],
  ])('exist for %j', (...argv) => {
    expect(() => check(argv)).not.toThrow();
  });

  it.each([
    [['receiver', '--display', 'drm:card0'], '--display "drm:card0" is no driver; there are web: and none:'],
    [['receiver', '--keyboard', 'hidraw'], '--keyboard "hidraw" is no driver; there are web: and none:'],
    [['receiver', '--display', 'none:', '--keyboard', 'web:'], '--keyboard web: needs --display web:'],
    [['transmitter', '--capture', 'v4l2:/dev/video0'], '--capture "v4l2:/dev/video0" is no driver; there are none:'],
    [['transmitter', '--network', 'bsd:em0'], '--network "bsd:em0" is no driver; there are linux: and none:'],
  ])('%j is refused with what there is', (argv, message) => {
    expect(() => check(argv)).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
    expect(() => check(argv)).toThrow(message);
  });
});

function check(argv: readonly string[]): void {
  const command = parseProgram({ argv, env: {}, readFile: () => '{}' });
  if (command.type === 'run') checkDriverUrls(command.options);
}
