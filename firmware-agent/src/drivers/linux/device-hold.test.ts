import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { holdDevice } from './device-hold.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('a device', () => {
  test('is held by one process: the second is told the pid of the first', async () => {
    const device = `x11 ${randomUUID()}`;
    const holder = await holdInChild(device);

    await expect(holdDevice(device)).rejects.toMatchObject({
      code: 'device-busy',
      message: `${device} is used by process ${holder.pid}`,
      context: { pid: holder.pid },
    });
  });

  test('is held against the same process as well', async () => {
    const device = `x11 ${randomUUID()}`;
    await using _held = await holdDevice(device);

    await expect(holdDevice(device)).rejects.toMatchObject({ code: 'device-busy', context: { pid: process.pid } });
  });

  test('is free again when its holder is killed', async () => {
    const device = `x11 ${randomUUID()}`;
    const holder = await holdInChild(device);
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    await using held = await holdDevice(device);
    expect(held).toBeDefined();
  });

  test('is free again when it was let go', async () => {
    const device = `x11 ${randomUUID()}`;
    const held = await holdDevice(device);
    await held[Symbol.asyncDispose]();

    await using again = await holdDevice(device);
    expect(again).toBeDefined();
  });

  test('is held although its holder is stopped and cannot say who it is', async () => {
    const device = `x11 ${randomUUID()}`;
    const holder = await holdInChild(device);
    holder.kill('SIGSTOP');

    await expect(holdDevice(device)).rejects.toMatchObject({ code: 'device-busy', context: { device } });
  });

  test('is the same by every link to it, and another device is free', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'device-hold-'));
    try {
      await writeFile(join(folder, 'tty'), '');
      await symlink(join(folder, 'tty'), join(folder, 'by-id'));
      await using _held = await holdDevice(join(folder, 'tty'));

      await expect(holdDevice(join(folder, 'by-id'))).rejects.toMatchObject({ code: 'device-busy' });
      await using other = await holdDevice(join(folder, 'another'));
      expect(other).toBeDefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Resolves when the child has it. */
async function holdInChild(device: string): Promise<ChildProcess> {
  const program = `
    import { holdDevice } from ${JSON.stringify(new URL('./device-hold.ts', import.meta.url).href)};
    await holdDevice(${JSON.stringify(device)});
    process.stdout.write('held');
    process.stdin.resume();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}
