import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { managerIsThere, openX11Connection } from '@seatmatrix/firmware-agent/drivers/x11';
import { after, Fault, milliseconds, seconds, silentLog, sleep, systemClock } from '@seatmatrix/protocol/kernel';
import type { DemoDesktop } from './desktop-site.ts';

/** Programs without which there is no desktop, and Debian's packages of them. */
const NEEDED = { Xvfb: 'xvfb', openbox: 'openbox', xterm: 'xterm' } as const;

const SIZE = { width: 1280, height: 720 };

/** Throws `driver-unavailable` with the command that brings what is missing. */
export function requireDesktopPrograms(): void {
  const missing = Object.entries(NEEDED).filter(([program]) => !isInstalled(program));
  if (missing.length === 0) return;
  const names = missing.map(([program]) => program).join(', ');
  const packages = missing.map(([, name]) => name).join(' ');
  throw new Fault({
    code: 'driver-unavailable',
    message: `--desktop needs ${names}: sudo apt-get install ${packages}`,
  });
}

/** An X server without a monitor, a window manager and a few programs: a computer that a box can stand at. */
export class XDesktop {
  /** Such as `:3`. */
  readonly display: string;
  readonly #server: ChildProcess;
  readonly #folder: string;

  private constructor(made: { readonly display: string; readonly server: ChildProcess; readonly folder: string }) {
    this.display = made.display;
    this.#server = made.server;
    this.#folder = made.folder;
  }

  /** `folder` is where its programs work. Rejects with `driver-unavailable` when the X server does not start. */
  static async start(desktop: DemoDesktop, folder: string): Promise<XDesktop> {
    mkdirSync(folder, { recursive: true });
    const screen = ['-screen', '0', `${SIZE.width}x${SIZE.height}x24`];
    // Whatever ends this process ends the server, and with it the programs on it.
    const server = spawn(
      'setpriv',
      ['--pdeathsig', 'KILL', 'Xvfb', '-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const started = new XDesktop({ display: `:${await displayOf(server)}`, server, folder });
    started.#run('openbox', []);
    await started.#managed();
    // One after the other: the last one has the keys.
    for (const program of desktop.programs) await started.#open(program);
    return started;
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const ended = once(this.#server, 'exit');
    this.#server.kill('SIGTERM');
    await ended;
  }

  #open(program: DemoDesktop['programs'][number]): Promise<void> {
    switch (program) {
      case 'terminal':
        return this.#openTerminal(['-geometry', '88x26+40+40'], 'exec "$SHELL"');
      case 'clock':
        return this.#openTerminal(['-geometry', '28x3+900+600', '-T', 'clock'], CLOCK);
      case 'browser':
        return this.#openBrowser();
    }
  }

  async #openTerminal(argv: readonly string[], script: string): Promise<void> {
    const ready = join(this.#folder, '.ready');
    rmSync(ready, { force: true });
    this.#run('xterm', [...TERMINAL, ...argv, '-e', 'sh', '-c', `touch .ready; ${script}`]);
    await until(() => existsSync(ready));
  }

  /** A window that comes before the window manager gets no keys. */
  async #managed(): Promise<void> {
    await using connection = await openX11Connection(this.display, silentLog);
    await until(() => managerIsThere(connection));
  }

  async #openBrowser(): Promise<void> {
    if (!isInstalled('chromium')) return this.#open('terminal');
    writeFileSync(join(this.#folder, 'page.html'), PAGE);
    // Chromium's own sandbox is not to be had as root, and in many containers; the page is ours.
    const safe = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
    const profile = `--user-data-dir=${join(this.#folder, 'chromium')}`;
    const plain = ['--disable-gpu', '--no-first-run', '--disable-background-networking'];
    const place = ['--window-position=0,0', `--window-size=${SIZE.width},${SIZE.height}`];
    this.#run('chromium', [...safe, profile, ...plain, ...place, `file://${join(this.#folder, 'page.html')}`]);
  }

  #run(program: string, argv: readonly string[]): void {
    const child = spawn(program, argv, {
      cwd: this.#folder,
      stdio: 'ignore',
      env: { SHELL: '/bin/sh', ...process.env, DISPLAY: this.display, WAYLAND_DISPLAY: '' },
    });
    // A desktop without one of its programs is still one.
    child.once('error', () => undefined);
  }
}

/** A program that takes longer than this comes when it comes. */
const PROGRAM_LIMIT = seconds(10);

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const end = after(systemClock.now(), PROGRAM_LIMIT);
  const { signal } = new AbortController();
  const pause = () => sleep(systemClock, { name: 'a program of a desktop', duration: milliseconds(50), signal });
  while (!(await look()) && systemClock.now() < end) await pause();
}

const TERMINAL = ['-bg', '#10161d', '-fg', '#e6e6e6', '-fa', 'Monospace', '-fs', '11'];
const CLOCK = 'while :; do clear; date "+%H:%M:%S"; date "+%A %d %B"; sleep 1; done';

const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>值班日志</title>
<body style="margin:3rem;font:20px sans-serif;background:#f4f1ea;color:#20242a">
<h1>值班日志</h1><p id="now"></p><textarea rows="12" cols="70" autofocus></textarea>
<script>setInterval(() => { document.getElementById('now').textContent = new Date().toLocaleString('zh-CN'); }, 1000)</script>`;

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    const path = join(folder, program);
    if (!existsSync(path)) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function displayOf(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  let text = '';
  if (pipe !== null && pipe !== undefined && 'read' in pipe) {
    for await (const bytes of pipe) {
      text += String(bytes);
      if (text.includes('\n')) return text.trim();
    }
  }
  throw new Fault({ code: 'driver-unavailable', message: 'Xvfb does not start; run it by hand to see why' });
}
