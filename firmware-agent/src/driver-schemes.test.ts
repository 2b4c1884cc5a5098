import { describe, expect, it } from 'vitest';
import { checkDriverUrls } from './driver-schemes.ts';
import { parseProgram } from './options.ts';

describe('the drivers of a box', () => {
  it.each([
    ['receiver'],
    ['receiver', '--display', 'none:'],
    ['receiver', '--display', 'web:', '--keyboard', 'none:', '--network', 'linux:eth0'],
    ['transmitter', '--network', 'none:'],
    ['transmitter', '--capture', 'x11://:10', '--gadget', 'ch9329:/dev/ttyUSB0?baud=9600', '--sound', 'alsa:default'],
    ['transmitter', '--gadget', 'hidg:', '--serial', 'serial:/dev/ttyS1'],
    ['receiver', '--display', 'x11://:11?window=1280x720'],
    ['receiver', '--display', 'x11://:0', '--keyboard', 'hidraw:'],
    // What the other role needs is not looked at.
    ['transmitter', '--display', 'drm:card0'],
  ])('exist for %j', (...argv) => {
    expect(() => check(argv)).not.toThrow();
  });

  it.each([
    [['receiver', '--display', 'drm:card0'], '--display "drm:card0" is no driver; there are x11:, web: and none:'],
    [['receiver', '--keyboard', 'hidraw'], '--keyboard "hidraw" is no driver; there are hidraw:, x11:, web: and none:'],
    [['receiver', '--display', 'none:', '--keyboard', 'web:'], '--keyboard web: needs --display web:'],
    [['receiver', '--display', 'web:', '--keyboard', 'x11:'], '--keyboard x11: is the window of --display x11:'],
    [['receiver', '--display', 'x11://:0', '--keyboard', 'x11://:1'], '--keyboard x11: is the window of'],
    [
      ['transmitter', '--gadget', 'uinput:'],
      '--gadget "uinput:" is no driver; there are hidg:, ch9329:, x11: and none:',
    ],
    [['transmitter', '--serial', '/dev/ttyS0'], '--serial "/dev/ttyS0" is no driver; there are serial: and none:'],
    [['receiver', '--sound', 'jack:'], '--sound "jack:" is no driver; there are pulse:, alsa:, test: and none:'],
    [
      ['transmitter', '--capture', 'v4l2:/dev/video0'],
      '--capture "v4l2:/dev/video0" is no driver; there are x11: and none:',
    ],
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
