import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generation } from '@seatmatrix/protocol/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileMemory } from './file-memory.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatmatrix-memory-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('a box memory in a folder', () => {
  it('begins empty', async () => {
    const memory = await openFileMemory(folder);
    expect(memory.highestGeneration).toBe(0);
    expect(memory.trusted).toBeNull();
  });

  it('has at the next start what was kept, the highest generation whatever the order', async () => {
    const memory = await openFileMemory(folder);
    const trusted = { ticketKey: new Uint8Array(32).fill(7), authority: 'PEM' };
    await Promise.all([memory.keepGeneration(generation(9)), memory.keepTrusted(trusted)]);
    await memory.keepGeneration(generation(4));
    const again = await openFileMemory(folder);
    expect(again.highestGeneration).toBe(9);
    expect(again.trusted).toEqual(trusted);
  });

  it('keeps a generation again whose writing failed', async () => {
    const inner = join(folder, 'box');
    const memory = await openFileMemory(inner);
    await writeFile(inner, 'in the way');
    await expect(memory.keepGeneration(generation(9))).rejects.toMatchObject({ code: 'folder-unwritable' });
    await rm(inner);
    await memory.keepGeneration(generation(9));
    expect((await openFileMemory(inner)).highestGeneration).toBe(9);
  });

  it.each(['', '{', '[]', '{"generation":-1}', '{"generation":1,"ticketKey":"AA==","authority":"x"}'])(
    'says so when its file holds %j',
    async (text) => {
      await writeFile(join(folder, 'memory.json'), text);
      await expect(openFileMemory(folder)).rejects.toMatchObject({ code: 'store-corrupt' });
    },
  );
});
