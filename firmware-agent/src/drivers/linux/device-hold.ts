import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { type Clock, Fault, seconds, systemClock } from '@seatmatrix/protocol/kernel';

/** A holder that is alive answers at once; one that is stopped never does, and is a holder all the same. */
const ANSWER_DEADLINE = seconds(1);

/** How often a name that was taken and whose holder then was not there is tried anew. */
const ATTEMPTS = 5;

/**
 * Holds a device for this process, until it is disposed or the process ends, by kill -9 too: what holds is an abstract
 * unix socket, which the kernel takes away with its process and which leaves no file behind. Links are followed, so
 * that /dev/serial/by-id/… and the device behind it are one. Processes of one network namespace see each other.
 *
 * `device` is whatever names it among all devices of the machine, such as `/dev/ttyUSB0` or `x11 :10 keys`. Throws
 * `device-busy` with the holder's pid in the message and the context, without it where the holder does not answer.
 */
export async function holdDevice(device: string, clock: Clock = systemClock): Promise<AsyncDisposable> {
  const name = await socketName(device);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const server = await listen(name);
    if (server !== null) return hold(server);
    const holder = await askHolder(name, clock);
    if (holder === 'gone') continue;
    const who = holder === 'silent' ? 'another program, which does not answer' : `process ${holder}`;
    throw new Fault({
      code: 'device-busy',
      message: `${device} is used by ${who}`,
      context: holder === 'silent' ? { device } : { device, pid: holder },
    });
  }
  throw new Fault({
    code: 'device-busy',
    message: `${device} is taken and let go by other programs all the time`,
    context: { device },
  });
}

/** Node takes a path that begins with NUL as an abstract name; those have at most 107 bytes, so it is a digest. */
async function socketName(device: string): Promise<string> {
  const target = device.startsWith('/') ? await realpath(device).catch(() => device) : device;
  return `\0seatmatrix-device-${createHash('sha256').update(target).digest('hex')}`;
}

/** Null when the name is taken. */
function listen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(`${process.pid}\n`);
    });
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}

function hold(server: Server): AsyncDisposable {
  return {
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function askHolder(name: string, clock: Clock): Promise<number | 'silent' | 'gone'> {
  return new Promise((resolve) => {
    const socket = connect(name);
    let answer = '';
    const end = (holder: number | 'silent' | 'gone') => {
      timer.cancel();
      socket.destroy();
      resolve(holder);
    };
    const timer = clock.timer({ name: 'device holder', after: ANSWER_DEADLINE, fire: () => end('silent') });
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (answer.length > 20) end('silent');
    });
    socket.on('end', () => end(/^\d+\n$/.test(answer) ? Number(answer) : 'silent'));
    // It let go between our two looks.
    socket.on('error', () => end('gone'));
  });
}
