import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SerialPort } from 'serialport';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Pty } from './pty.ts';
import { PtySocket } from './pty-socket.ts';

async function openPort(path: string, options: { readonly baudRate: number; readonly stopBits?: 1 | 2 }) {
  const port = new SerialPort({ path, ...options, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  onTestFinished(async () => {
    if (port.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
  });
  return port;
}

test('every byte goes both ways as it is', async () => {
  using pty = new Pty();
  const port = await openPort(pty.path, { baudRate: 9600 });
  const every = Uint8Array.from({ length: 256 }, (_, value) => value);
  const atDevice: number[] = [];
  const atProgram: number[] = [];
  pty.listen((bytes) => atDevice.push(...bytes));
  port.on('data', (bytes: Buffer) => atProgram.push(...bytes));
  port.write(Buffer.from(every));
  pty.write(every);
  await vi.waitFor(() => {
    expect(atDevice).toEqual([...every]);
    expect(atProgram).toEqual([...every]);
  });
});

test('the device sees what the program has set', async () => {
  using pty = new Pty();
  await openPort(pty.path, { baudRate: 57_600, stopBits: 2 });
  expect(pty.settings).toEqual({ baud: 57_600, stopBits: 2, flowControl: 'none' });
});

test('pulling it hangs the program up, and the path leads nowhere until it is back', async () => {
  using socket = new PtySocket();
  const port = await openPort(socket.path, { baudRate: 9600 });
  const closed = new Promise((resolve) => port.once('close', resolve));
  port.on('error', () => undefined);
  socket.unplug();
  // By a write: serialport's reads miss a hang-up that falls between two of them.
  port.write(Buffer.of(1));
  await closed;
  await expect(openPort(socket.path, { baudRate: 9600 })).rejects.toThrow(/no such file/i);
  socket.plug();
  await openPort(socket.path, { baudRate: 9600 });
});

test('a process with an open pseudo terminal ends when nothing else holds it', async () => {
  const door = fileURLToPath(new URL('./index.ts', import.meta.url));
  const script = `import { Pty } from ${JSON.stringify(door)}; const pty = new Pty(); pty.listen(() => {}); pty.write(Uint8Array.of(1));`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
