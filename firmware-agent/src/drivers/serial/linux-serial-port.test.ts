import { PtySocket } from '@seatmatrix/hw-sim/pty';
import { Fault, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { openLinuxSerialPort } from './linux-serial-port.ts';

const open = (url: string) => openLinuxSerialPort({ url, clock: systemClock, log: silentLog });

const failure = async (url: string): Promise<Fault> => {
  const thrown = await open(url).catch((error: unknown) => error);
  if (!(thrown instanceof Fault)) throw new Error(`no fault: ${String(thrown)}`);
  return thrown;
};

test('a device that is not there is named, with what was found instead', async () => {
  const { code, message } = await failure('/dev/ttyUSB99');
  expect(code).toBe('device-absent');
  expect(message).toMatch(/^\/dev\/ttyUSB99 is not there; (no serial device was found|found: .*)$/);
});

test('what is no path is a wrong configuration', async () => {
  expect((await failure('COM3')).code).toBe('configuration-invalid');
});

test('a file that is no serial device is told as that', async () => {
  const { code, message } = await failure('/dev/null');
  expect(code).toBe('driver-unavailable');
  expect(message).toMatch(/^\/dev\/null cannot be opened as a serial port: .*[^\n]$/);
});

test('a second agent on the same device is told who has it', async () => {
  using socket = new PtySocket();
  await using port = await open(socket.path);
  expect(port.dropped).toBe(0);
  const { code, context } = await failure(socket.path);
  expect(code).toBe('device-busy');
  expect(context).toMatchObject({ pid: process.pid });
});

test('a device that could not be opened is free for the next', async () => {
  using socket = new PtySocket();
  socket.unplug();
  expect((await failure(socket.path)).code).toBe('device-absent');
  socket.plug();
  await using port = await open(socket.path);
  expect(port.dropped).toBe(0);
});
