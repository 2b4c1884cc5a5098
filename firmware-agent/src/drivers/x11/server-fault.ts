import { readFileSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/** `device-absent`, with the X servers of this machine that are there. */
export function serverAbsent(name: string, cause?: unknown): Fault {
  const found = runningServers();
  const others = found.length === 0 ? 'no X server is running on this machine' : `there are ${found.join(', ')}`;
  const wayland = process.env.WAYLAND_DISPLAY === undefined ? '' : '; this is a Wayland session, and x11: needs X11';
  const message = `no X server answers at ${name}; ${others}${wayland}`;
  return new Fault({ code: 'device-absent', message, context: { display: name }, cause });
}

/** `device-denied`. */
export function serverDenied(name: string, cause?: unknown): Fault {
  const message = `the X server ${name} lets nobody in without its cookie: set XAUTHORITY to the file that has it, or let this user in by xhost`;
  return new Fault({ code: 'device-denied', message, context: { display: name }, cause });
}

/**
 * Those of this machine, such as `:0`. A server that was killed leaves its file in /tmp/.X11-unix, so the kernel is asked
 * who listens (unix(7): flags 00010000).
 */
export function runningServers(): readonly string[] {
  const found = readFileSync('/proc/net/unix', 'latin1').matchAll(LISTENING);
  const numbers = [...found].map(([, number]) => Number(number));
  return [...new Set(numbers)].sort((one, other) => one - other).map((number) => `:${number}`);
}

const LISTENING = /^\S+ \S+ \S+ 00010000 .* @?\/tmp\/\.X11-unix\/X(\d+)$/gm;
