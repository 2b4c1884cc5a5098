import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XScreen } from './desktop/x-screen.ts';
import { eventually } from './eventually.ts';
import { NpmProgram } from './npm-program.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ABSENT = 'x11://:6999';

describe.skipIf(!existsSync('/usr/bin/Xvfb'))('a box whose device cannot be had', { timeout: 60_000 }, () => {
  const folder = new TemporaryFolder();
  let screen: XScreen;
  let boxes = 0;

  const start = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    boxes += 1;
    const place = ['--manager', '127.0.0.1:1', '--peer-host', '127.0.0.1', '--peer-port', '0'];
    const data = ['--data', folder.at(`box-${boxes}`), '--network', 'none:'];
    return new NpmProgram({ script: 'agent', argv: [...argv, ...place, ...data], env });
  };
  const refused = async (program: NpmProgram, line: RegExp) => {
    const { code } = await program.ended;
    const complaints = program.complaints();
    expect(complaints.join('\n')).toMatch(line);
    expect(complaints).toHaveLength(1);
    expect(code).toBe(2);
  };

  beforeAll(async () => {
    screen = await XScreen.open({ width: 640, height: 480 });
  }, 60_000);

  afterAll(async () => {
    await screen?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  }, 60_000);

  it.each([
    ['capture', ['transmitter', '--capture']],
    ['gadget', ['transmitter', '--gadget']],
    ['display', ['receiver', '--display']],
  ])('ends when the X display of its %s is not there, and names those that are', async (_what, argv) => {
    await using program = start([...argv, ABSENT]);
    await refused(program, new RegExp(`:6999.*${screen.display}\\b`));
  });

  it.each([
    ['a place that is none', ['receiver', '--display', 'x11://screen'], /screen/],
    ['a size that is none', ['receiver', '--display', 'x11://:0?window=big'], /big.*1280x720/],
    ['a serial line that is not there', ['transmitter', '--gadget', 'ch9329:/dev/ttyNONE'], /ttyNONE/],
    ['a sound device that is none', ['receiver', '--sound', 'alsa:'], /alsa/],
    ['a group that is none', ['transmitter', '--media', 'multicast:10.0.0.1'], /10\.0\.0\.1/],
  ])('ends for %s', async (_what, argv, line) => {
    await using program = start(argv);
    await refused(program, line);
  });

  it('says what is missing in a Wayland session', async () => {
    await using program = start(['receiver', '--display', 'x11:'], { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' });
    await refused(program, /Wayland.*X11/);
  });

  it.each([
    ['captures a screen', (display: string) => ['transmitter', '--capture', display]],
    ['types into a computer', (display: string) => ['transmitter', '--gadget', display]],
  ])('ends when another one %s already, and names it', async (_what, argv) => {
    const display = `x11://${screen.display}`;
    await using holder = start(argv(display));
    await holder.says(/transmitter started/);
    await using second = start(argv(display));
    const agent = holder.commands().find((command) => /^\d+ \S*node firmware-agent/.test(command)) ?? '';
    await refused(second, new RegExp(`\\b${agent.split(' ')[0]}\\b`));
    await eventually('the first goes on', () => holder.processes().length > 0);
  });
});
