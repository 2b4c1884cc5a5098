import { existsSync } from 'node:fs';
import { Usages } from '@seatmatrix/protocol/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from './browser-page.ts';
import { DesktopSite, GUEST, OPERATOR } from './desktop/desktop-site.ts';
import { alike, type Colour, colourAt, contrast, difference, menuIsOpen } from './desktop/screen-pixels.ts';
import { MOVING, TERMINAL, XComputer } from './desktop/x-computer.ts';
import { XDesk } from './desktop/x-desk.ts';
import { eventually } from './eventually.ts';

const SIZE = { width: 1280, height: 720 };
/** Of xterm's eight. */
const COLOURS = { red: [205, 0, 0], green: [0, 205, 0], blue: [0, 0, 238], cyan: [0, 205, 205] } as const;
const CODES = { red: 41, green: 42, blue: 44, cyan: 46 } as const;
const IN_TERMINAL = { x: 300, y: 200 };
const installed = ['/usr/bin/Xvfb', '/usr/bin/xterm', '/usr/bin/openbox', CHROMIUM].every(existsSync);

describe.skipIf(!installed)('a real computer under control', { timeout: 120_000 }, () => {
  const parts = new AsyncDisposableStack();
  let site: DesktopSite;
  let computer: XComputer;
  let desk: XDesk;
  let other: XDesk;
  let typed = 0;

  /** Types a command at a desk that colours the computer's terminal, and waits until all of that has arrived. */
  const paint = async (at: XDesk, colour: keyof typeof COLOURS) => {
    const file = `typed-${++typed}`;
    await at.screen.type(`printf '\\033[${CODES[colour]}m\\033[2J'; echo ${colour} > ${file}\n`);
    await eventually('the command has run', () => computer.read(file) === `${colour}\n`, { seen: () => site.said });
    await isPainted(at, colour);
  };
  const isPainted = async (at: XDesk, colour: keyof typeof COLOURS, place = IN_TERMINAL) => {
    let seen: Colour = [0, 0, 0];
    const look = async () => {
      seen = colourAt(await at.screen.pixels(), place);
      return alike(seen, COLOURS[colour]);
    };
    await eventually(`${at.id} sees ${colour}`, look, {
      seen: async () => `It sees ${seen}, ${await at.screen.keep(`desk-${at.id}`)}\n${site.said}`,
    });
  };
  const colours = async (at: XDesk, count: number) => {
    const seen: Colour[] = [];
    await eventually(`${at.id} sees the picture move`, async () => {
      const colour = colourAt(await at.screen.pixels(), MOVING);
      if (!seen.some((each) => alike(each, colour))) seen.push(colour);
      return seen.length >= count;
    });
  };
  const samePicture = async (at: XDesk) => {
    let apart = 0;
    const look = async () => {
      apart = difference(await computer.screen.pixels(), await at.screen.pixels(), TERMINAL);
      return apart < 8;
    };
    await eventually(`${at.id} shows what the computer shows`, look, { seen: () => `They are ${apart} apart.` });
  };

  beforeAll(async () => {
    site = parts.use(await DesktopSite.start());
    computer = parts.use(await XComputer.start({ folder: site.folder.at('computer'), size: SIZE, browser: true }));
    const { display } = computer.screen;
    await site.agent('0001', ['transmitter', '--capture', `x11://${display}`, '--gadget', `x11://${display}`]);
    desk = parts.use(await XDesk.open(site, { id: '5001', size: SIZE, argv: [] }));
    other = parts.use(await XDesk.open(site, { id: '5002', size: SIZE, argv: [] }));
  }, 120_000);

  afterEach(async () => {
    await eventually('every key is up at the computer', async () => (await computer.screen.keysDown()).length === 0);
  });

  afterAll(() => parts.disposeAsync(), 60_000);

  it('is connected by the keyboard and the screen of a desk', async () => {
    await desk.signIn(OPERATOR);
    await desk.screen.type('1\n');
    await desk.isConnected();
    await desk.menuCloses();
    await samePicture(desk);
  });

  it('runs what is typed at the desk, and shows there what it answers', async () => {
    const before = contrast(await desk.screen.pixels(), TERMINAL);
    await desk.screen.type('clear; seq -s " " 1 400 | tee answer\n');
    await eventually('the command has run', () => computer.read('answer')?.endsWith(' 399 400\n') ?? false);
    await samePicture(desk);
    expect(contrast(await desk.screen.pixels(), TERMINAL)).toBeGreaterThan(Math.min(before, 150));
    await paint(desk, 'green');
  });

  it('goes on below the menu', async () => {
    await colours(desk, 4);
    await desk.openMenu(Usages.O);
    await colours(desk, 4);
    expect(menuIsOpen(await desk.screen.pixels())).toBe(true);
    await desk.screen.type('nothing of this');
    await desk.screen.press(Usages.Escape);
    await desk.menuCloses();
    await paint(desk, 'blue');
  });

  it('is pushed to another desk, which sees it and cannot type', async () => {
    await other.signIn(GUEST);
    await desk.openMenu(Usages.F2);
    await desk.screen.type('5002\n');
    await other.isConnected();
    await desk.menuCloses();
    await other.screen.press(Usages.Escape);
    await other.menuCloses();
    await isPainted(other, 'blue');
    await other.screen.type('echo not mine > stolen\n');
    await paint(desk, 'red');
    await isPainted(other, 'red');
    expect(computer.read('stolen')).toBe(null);
  });

  it('is fetched from that desk', async () => {
    await desk.openMenu(Usages.O);
    await desk.screen.press(Usages.F12);
    await eventually('the desk has nothing', async () => (await desk.routeState()) === 'none');
    await desk.signIn(OPERATOR);
    await desk.screen.press(Usages.F3);
    await desk.screen.type('5002\n');
    await desk.isConnected();
    await desk.menuCloses();
    await isPainted(desk, 'red');
    await paint(desk, 'cyan');
  });

  it('goes on while the manager is dead, and afterwards', async () => {
    await site.killManager();
    await paint(desk, 'green');
    await isPainted(other, 'green');
    await site.startManager();
    await eventually('the route is known again', async () => (await desk.routeState()) === 'live with picture');
    await paint(desk, 'blue');
  });

  it.each([
    ['captures', '0001', 'x11-capture-program'],
    ['shows', '5001', 'x11-display-program'],
  ])('has its picture back when the process that %s it dies', async (_what, id, program) => {
    const pid = site.processOf(id, program);
    process.kill(pid, 'SIGKILL');
    await paint(desk, 'red');
    await paint(desk, 'green');
    expect(site.processOf(id, program)).not.toBe(pid);
  });

  it('may change its resolution', async () => {
    await computer.screen.resize({ width: 960, height: 720 });
    // Between black borders of 160 pixels at each side.
    await isPainted(desk, 'green', { x: 160 + IN_TERMINAL.x, y: IN_TERMINAL.y });
    expect(Math.max(...colourAt(await desk.screen.pixels(), { x: 80, y: 300 }))).toBeLessThan(16);
    await computer.screen.resize(SIZE);
    await paint(desk, 'cyan');
  });
});
