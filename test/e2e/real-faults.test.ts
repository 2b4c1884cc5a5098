import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { TcpImpairment, UdpImpairment } from '@seatmatrix/hw-sim/impairment';
import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DesktopSite, OPERATOR } from './desktop/desktop-site.ts';
import { keysDroppedReader } from './desktop/osd-banner.ts';
import { difference } from './desktop/screen-pixels.ts';
import { TERMINAL, XComputer } from './desktop/x-computer.ts';
import { XDesk } from './desktop/x-desk.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';

const SIZE = { width: 1280, height: 720 };
/** Below the second after which a link counts as cut, with the 100 ms between two signs of life. */
const SHORT_MS = 800;
const LONG_MS = 2000;
const WHOLE_AGAIN_MS = 300;
const ROUNDS = 5;
const A = Usages.A;
const installed = ['/usr/bin/Xvfb', '/usr/bin/xterm', '/usr/bin/openbox'].every(existsSync);

/**
 * Two boxes with a bad network between them: each has an address of its own on loopback, and what they dial and send to
 * is where the proxies are.
 */
describe.skipIf(!installed)('a bad network between two real boxes', { timeout: 120_000 }, () => {
  const parts = new AsyncDisposableStack();
  const keysDropped = keysDroppedReader(SIZE);
  let site: DesktopSite;
  let computer: XComputer;
  let desk: XDesk;
  let link: TcpImpairment;
  let pictures: UdpImpairment;

  const open = async <Part extends AsyncDisposable>(part: Promise<Part>) => parts.use(await part);

  beforeAll(async () => {
    site = await open(DesktopSite.start());
    computer = await open(XComputer.start({ folder: site.folder.at('computer'), size: SIZE, browser: false }));
    const display = `x11://${computer.screen.display}`;
    const [tx, rx] = [await freePort(), await freePort()];
    const [clock, random] = [systemClock, systemRandom];
    link = await open(
      TcpImpairment.open({ host: '127.0.0.2', port: tx, target: { host: '127.0.0.1', port: tx }, clock }),
    );
    // Pictures go to where the link seems to come from, reports of them to where it was dialled.
    const to = (host: string, port: number) => ({ target: { host, port }, port, clock, random });
    pictures = await open(UdpImpairment.open({ host: '127.0.0.1', ...to('127.0.0.3', rx) }));
    await open(UdpImpairment.open({ host: '127.0.0.2', ...to('127.0.0.1', tx) }));
    await site.agent('0001', ['transmitter', '--capture', display, '--gadget', display], {
      ...{ host: '127.0.0.1', port: tx, advertise: '127.0.0.2' },
    });
    const place = { host: '127.0.0.3', port: rx, advertise: '127.0.0.3' };
    desk = await open(XDesk.open(site, { id: '5001', size: SIZE, argv: [], place }));
    await desk.signIn(OPERATOR);
    await desk.screen.type('1\n');
    await desk.isConnected();
    await desk.menuCloses();
  }, 120_000);

  afterAll(() => parts.disposeAsync(), 60_000);

  /** The keys that the computer has down, again and again until it is told to stop. */
  const watchKeys = () => {
    const seen: (readonly Usage[])[] = [];
    let watching = true;
    const watched = (async () => {
      while (watching) {
        seen.push(await computer.screen.keysDown());
        await later(2);
      }
    })();
    const stop = () => {
      watching = false;
      return watched;
    };
    return { seen, stop };
  };
  const isDown = async (key: Usage) => (await computer.screen.keysDown()).includes(key);
  /** What is written at the computer, line by line as it comes. */
  const write = async (name: string, first: string) => {
    await desk.screen.type(`cat > ${name}\n${first}\n`);
    await eventually('the first line is written', () => computer.read(name) === `${first}\n`, {
      seen: () => site.said,
    });
  };
  const endWriting = async () => {
    await desk.screen.holdKey(Usages.LeftControl);
    await desk.screen.type('d');
    await desk.screen.letKeyGo(Usages.LeftControl);
  };

  it('loses no key and lets go of none while nothing passes for less than a second', async () => {
    await write('short', 'first');
    await desk.screen.holdKey(Usages.LeftShift);
    await eventually('Shift is down', () => isDown(Usages.LeftShift));
    const watch = watchKeys();
    // A key whose release comes late is repeated by the computer, as is right: this one is up before the stall.
    await desk.screen.holdKey(A);
    await eventually('A is down', () => isDown(A));
    await desk.screen.letKeyGo(A);
    await eventually('A is up', async () => !(await isDown(A)));
    link.stall();
    await desk.screen.type('b');
    await desk.screen.type('cd');
    await later(SHORT_MS);
    await desk.screen.type('ef');
    link.resume();
    await desk.screen.type('gh');
    await desk.screen.letKeyGo(Usages.LeftShift);
    await desk.screen.type('\n');
    await eventually('the line is written', () => computer.read('short')?.includes('\n', 6) ?? false);
    await watch.stop();
    const shift = watch.seen.map((keys) => keys.includes(Usages.LeftShift));
    await endWriting();
    expect(computer.read('short')).toMatch(/^first\nA+BCDEFGH\n$/);
    // Down, and then up for good.
    expect(shift.slice(shift.indexOf(false))).not.toContain(true);
  });

  it('drops as a whole what is typed while nothing passes for longer, and says so', async () => {
    await write('long', 'before');
    expect(keysDropped(await desk.screen.pixels())).toBe(false);
    await desk.screen.holdKey(Usages.LeftShift);
    await eventually('Shift is down', () => isDown(Usages.LeftShift));
    link.stall();
    const begun = performance.now();
    await desk.screen.type('in the cut\n');
    await eventually('the computer holds nothing', async () => !(await isDown(Usages.LeftShift)));
    expect(performance.now() - begun).toBeLessThan(LONG_MS);
    await later(LONG_MS - (performance.now() - begun));
    await desk.screen.type('still in the cut\n');
    link.resume();
    await eventually('the desk says that keys were dropped', async () => keysDropped(await desk.screen.pixels()), {
      seen: async () => `${await desk.screen.keep('keys-dropped')}\n${site.said}`,
    });
    await eventually('keys arrive again', async () => {
      await desk.screen.holdKey(Usages.LeftControl);
      await later(50);
      const arrived = await isDown(Usages.LeftControl);
      await desk.screen.letKeyGo(Usages.LeftControl);
      return arrived;
    });
    // The finger never left it: it is nobody's until it is pressed anew.
    expect(await isDown(Usages.LeftShift)).toBe(false);
    await desk.screen.letKeyGo(Usages.LeftShift);
    await desk.screen.type('after\n');
    await eventually('typing goes on', () => computer.read('long')?.endsWith('after\n') ?? false);
    await endWriting();
    expect(computer.read('long')).toBe('before\nafter\n');
  });

  it.each([1, 5])('shows the picture whole again at once after %i in a hundred packets were lost', async (percent) => {
    writeFileSync(computer.path('scroll'), SCROLL);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rmSync(computer.path('stop'), { force: true });
      await desk.screen.type('sh scroll\n');
      await eventually('the picture moves', () => computer.read('moving') !== null);
      const before = pictures.figures.lost;
      pictures.impair('both', { loss: percent / 100, jitterMs: 30 });
      await eventually('packets are lost', () => pictures.figures.lost > before + 3);
      pictures.impair('both', { loss: 0, jitterMs: 0 });
      writeFileSync(computer.path('stop'), '');
      const healed = performance.now();
      await eventually('the picture is whole', async () => (await apart()) < 5, {
        every: milliseconds(10),
        seen: async () => `${await apart()} apart, ${await desk.screen.keep('after-loss')}`,
      });
      times.push(performance.now() - healed);
      rmSync(computer.path('moving'));
    }
    expect(times.sort((one, other) => one - other)[ROUNDS >> 1]).toBeLessThan(WHOLE_AGAIN_MS);
  });

  const apart = async () => difference(await computer.screen.pixels(), await desk.screen.pixels(), TERMINAL);
});

/** Fills the terminal until it is told to stop. */
const SCROLL = `n=0; while [ ! -e stop ]; do n=$((n+37)); seq -s ' ' $n $((n+300)); touch moving; sleep 0.03; done`;
