import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DEFAULT_SOURCE_SETTINGS, Usages } from '@seatmatrix/protocol/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DesktopSite, OPERATOR } from './desktop/desktop-site.ts';
import { alike, colourAt, contrast, difference } from './desktop/screen-pixels.ts';
import { TERMINAL, XComputer } from './desktop/x-computer.ts';
import { XDesk } from './desktop/x-desk.ts';
import { XScreen } from './desktop/x-screen.ts';
import { eventually } from './eventually.ts';

import { freePort } from './free-port.ts';
import { plainEnvironment } from './npm-program.ts';

const SETTINGS = { ...DEFAULT_SOURCE_SETTINGS, sound: true, serial: { ...DEFAULT_SOURCE_SETTINGS.serial } };
const SIZE = { width: 1280, height: 720 };
const GREEN = [0, 205, 0] as const;
const IN_TERMINAL = { x: 300, y: 200 };
/** 16 bits, two channels, 48 kHz. */
const SECOND_OF_SOUND = 48_000 * 4;
const installed = ['/usr/bin/Xvfb', '/usr/bin/xterm', '/usr/bin/openbox', '/usr/bin/gst-launch-1.0'].every(existsSync);

describe.skipIf(!installed)('picture and sound of a real computer', { timeout: 120_000 }, () => {
  const parts = new AsyncDisposableStack();
  let site: DesktopSite;
  let computer: XComputer;
  let key: string;
  let desks: readonly XDesk[];

  beforeAll(async () => {
    site = parts.use(await DesktopSite.start());
    computer = parts.use(await XComputer.start({ folder: site.folder.at('computer'), size: SIZE, browser: false }));
    const display = `x11://${computer.screen.display}`;
    const many = ['--media', 'multicast', '--sound', 'test:'];
    key = await site.agent('0001', ['transmitter', '--capture', display, '--gadget', display, ...many]);
    await site.client.change('devices', key, { settings: SETTINGS });
    const open = async (id: string) =>
      parts.use(await XDesk.open(site, { id, size: SIZE, argv: ['--sound', `test:${site.folder.at(`sound-${id}`)}`] }));
    desks = [await open('5001'), await open('5002')];
  }, 120_000);

  afterAll(() => parts.disposeAsync(), 60_000);

  it('goes to two desks as one multicast stream', async () => {
    for (const desk of desks) {
      await desk.signIn(OPERATOR);
      await desk.screen.type('1\n');
      await desk.isConnected();
      await desk.menuCloses();
    }
    await desks[0]?.screen.type("printf '\\033[42m\\033[2J'\n");
    for (const desk of desks) {
      await eventually(
        `${desk.id} sees green`,
        async () => alike(colourAt(await desk.screen.pixels(), IN_TERMINAL), GREEN),
        { seen: async () => `${await desk.screen.keep(`desk-${desk.id}`)}\n${site.said}` },
      );
    }
  });

  it('is heard where it is seen', async () => {
    for (const { id } of desks) {
      const file = site.folder.at(`sound-${id}`);
      const played = async () => (existsSync(file) ? await readFile(file) : Buffer.alloc(0));
      await eventually('a second was played', async () => (await played()).length > SECOND_OF_SOUND, {
        seen: () => site.said,
      });
      const tone = frequencyOf((await played()).subarray(-SECOND_OF_SOUND / 2));
      expect(tone).toBeGreaterThan(435);
      expect(tone).toBeLessThan(445);
    }
  });

  it('is shown by a receiver of somebody else', async () => {
    await using screen = await XScreen.open(SIZE);
    const port = await freePort();
    const { text } = await site.client.do('POST', `/api/devices/${key}/foreign-viewer`, {
      host: '127.0.0.1',
      port,
      seconds: 60,
    });
    const { gstreamer } = JSON.parse(text) as { readonly gstreamer: string };
    using viewer = shell(gstreamer.replace('autovideosink', 'ximagesink'), screen.display);
    await desks[0]?.screen.type('seq -s " " 1 300\n');
    let apart = 0;
    await eventually(
      'the foreign receiver shows the same picture',
      async () => {
        const shown = await screen.pixels();
        apart = difference(await computer.screen.pixels(), shown, TERMINAL);
        return apart < 8 && contrast(shown, TERMINAL) > 100;
      },
      { seen: async () => `${apart} apart, ${await screen.keep('foreign-viewer')}\n${viewer.said()}\n${site.said}` },
    );
    expect(gstreamer).toMatch(/^gst-launch-1\.0 udpsrc /);
  });

  it('ends with the desks, and nothing is left down', async () => {
    for (const desk of desks) {
      await desk.openMenu(Usages.O);
      await desk.screen.press(Usages.F12);
      await eventually(`${desk.id} has nothing`, async () => (await desk.routeState()) === 'none');
    }
    expect(await computer.screen.keysDown()).toEqual([]);
  });
});

/** A line as a person puts it into a terminal of this display. */
function shell(line: string, display: string): Disposable & { readonly said: () => string } {
  const child: ChildProcess = spawn('sh', ['-c', `exec ${line}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), DISPLAY: display },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  return { said: () => said, [Symbol.dispose]: () => void child.kill('SIGKILL') };
}

/** Of the left channel, by where it goes through zero upwards. */
function frequencyOf(bytes: Buffer): number {
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let [ups, frames] = [0, 0];
  for (let at = 2; at < samples.length; at += 2) {
    frames++;
    if ((samples[at - 2] ?? 0) < 0 && (samples[at] ?? 0) >= 0) ups++;
  }
  return (ups * 48_000) / frames;
}
