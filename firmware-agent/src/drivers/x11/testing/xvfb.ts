import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@seatmatrix/protocol/kernel';

/** An X server without a screen to look at, for tests. */
export interface Xvfb extends AsyncDisposable {
  /** Such as `:3`. */
  readonly display: string;
  readonly child: ChildProcess;
}

export const xvfbIsInstalled = existsSync('/usr/bin/Xvfb');

/** Takes the first display that is free unless one is named. Resolves when it answers. */
export async function startXvfb(
  options: { readonly width?: number; readonly height?: number; readonly display?: string } = {},
): Promise<Xvfb> {
  const { width = 1920, height = 1080, display } = options;
  const named = display === undefined ? [] : [display];
  const child = spawn(
    'Xvfb',
    [...named, '-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await firstLine(child);
  return {
    display: `:${number}`,
    child,
    async [Symbol.asyncDispose]() {
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
