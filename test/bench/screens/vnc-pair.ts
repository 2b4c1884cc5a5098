import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@seatmatrix/protocol/kernel';
import { freePort } from '../../e2e/free-port.ts';

/** The rival: x11vnc, told by XDamage what changed, and TigerVNC's viewer in full screen, both with their own defaults. */
export class VncPair implements AsyncDisposable {
  readonly #children: readonly ChildProcess[];
  readonly #home: string;

  /** Resolves when the viewer has connected. */
  static async open({ source, destination }: { readonly source: string; readonly destination: string }) {
    const home = await mkdtemp(join(tmpdir(), 'vnc-'));
    const port = await freePort();
    // -norc and a home of its own: nobody's settings.
    const server = spawn(
      'x11vnc',
      ['-display', source, '-rfbport', String(port), '-localhost', '-forever', '-nopw', '-quiet', '-norc'],
      { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HOME: home } },
    );
    const pair: ChildProcess[] = [server];
    try {
      await said(server, /PORT=/);
      const viewer = spawn(
        'xtigervncviewer',
        ['-FullScreen', '-ViewOnly', '-AlertOnFatalError=0', '-SecurityTypes=None', `127.0.0.1::${port}`],
        { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: home, DISPLAY: destination } },
      );
      pair.push(viewer);
      await said(viewer, /Using pixel format/);
    } catch (error) {
      await new VncPair(pair, home)[Symbol.asyncDispose]();
      throw error;
    }
    return new VncPair(pair, home);
  }

  private constructor(children: readonly ChildProcess[], home: string) {
    this.#children = children;
    this.#home = home;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
    await rm(this.#home, { recursive: true, force: true });
  }
}

async function said(child: ChildProcess, pattern: RegExp): Promise<void> {
  let text = '';
  const pipe = child.stdout ?? child.stderr;
  const ended = once(child, 'exit').then(() => false);
  const found = new Promise<true>((resolve) => {
    pipe?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (pattern.test(text)) resolve(true);
    });
  });
  if (await Promise.race([found, ended])) return;
  throw new Fault({ code: 'driver-unavailable', message: `${child.spawnfile} ended: ${text.trim().slice(-500)}` });
}
