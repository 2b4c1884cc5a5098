import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@seatmatrix/protocol/kernel';

/** An X server without a screen to look at, for tests. */
export interface Xvfb extends AsyncDisposable {
  /** Such as `:3`. */
  readonly display: string;
  readonly child: ChildProcess;
  /** What to set XAUTHORITY to where a cookie was wanted. */
  readonly authority: string;
}

export const xvfbIsInstalled = existsSync('/usr/bin/Xvfb');

/** Takes the first display that is free unless one is named. Resolves when it answers. */
export async function startXvfb(
  options: {
    readonly width?: number;
    readonly height?: number;
    /** Bits a pixel, 24 unless said. */
    readonly depth?: number;
    readonly display?: string;
    /** Hexadecimal, 16 bytes: the server lets in nobody else. */
    readonly cookie?: string;
  } = {},
): Promise<Xvfb> {
  const { width = 1920, height = 1080, depth = 24, display } = options;
  const named = display === undefined ? [] : [display];
  const folder = await mkdtemp(join(tmpdir(), 'xvfb-'));
  const authority = join(folder, 'authority');
  if (options.cookie !== undefined) {
    await writeFile(authority, authorityEntry(options.cookie));
    named.push('-auth', authority);
  }
  const child = spawn(
    'Xvfb',
    [...named, '-displayfd', '3', '-screen', '0', `${width}x${height}x${depth}`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  // A test run that is stopped in the middle disposes nothing.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const number = await firstLine(child);
  return {
    display: `:${number}`,
    child,
    authority,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Tries until it is so; for what another process does. Throws the last failure after ten seconds. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (true) {
    try {
      await check();
      return;
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await pause(10);
    }
  }
}

/** One entry of an authority file, for any address and any display. */
function authorityEntry(cookie: string): Buffer {
  const field = (bytes: Buffer) => Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes]);
  const none = Buffer.alloc(0);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([Buffer.of(0xff, 0xff), ...[none, none, name, Buffer.from(cookie, 'hex')].map(field)]);
}

async function firstLine(child: ChildProcess): Promise<string> {
  const pipe = child.stdio[3];
  if (pipe === null || pipe === undefined || !('read' in pipe)) {
    throw new Fault({ code: 'invariant-broken', message: 'Xvfb has no pipe to tell its display by' });
  }
  let text = '';
  for await (const bytes of pipe) {
    text += String(bytes);
    if (text.includes('\n')) return text.trim();
  }
  throw new Fault({ code: 'driver-unavailable', message: 'Xvfb did not start' });
}
