import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { newTestFolder } from '../store/test-folder.ts';
import { passphraseOf, type Terminal } from './passphrase.ts';

function terminal({ isTTY }: { readonly isTTY: boolean }) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const output = new PassThrough();
  // Of a terminal only what is asked of it here.
  return { input, output, both: { input, output } as unknown as Terminal };
}

test('comes from the first line of a file', async () => {
  const folder = await newTestFolder();
  await writeFile(join(folder, 'phrase'), ' drei Murmeltiere \r\nand more\n');
  const { both } = terminal({ isTTY: true });
  expect(await passphraseOf(join(folder, 'phrase'), both)).toBe(' drei Murmeltiere ');
  await expect(passphraseOf(join(folder, 'none'), both)).rejects.toMatchObject({ code: 'configuration-invalid' });
  await rm(folder, { recursive: true });
});

test.each([
  ['-', true],
  [null, false],
])('comes from the standard input for %j', async (file, isTTY) => {
  const { input, both } = terminal({ isTTY });
  input.end('drei Murmeltiere\n');
  expect(await passphraseOf(file, both)).toBe('drei Murmeltiere');
});

test('is asked of a person, and shown to nobody', async () => {
  const { input, output, both } = terminal({ isTTY: true });
  let shown = '';
  output.on('data', (piece) => {
    shown += piece;
  });
  const asked = passphraseOf(null, both);
  input.write('drei Murmeltiere\r');
  expect(await asked).toBe('drei Murmeltiere');
  await once(output.end(), 'end');
  expect(shown).toBe('passphrase: \n');
});

test('that nobody types is a refusal', async () => {
  const { input, both } = terminal({ isTTY: true });
  const asked = passphraseOf(null, both);
  input.end();
  await expect(asked).rejects.toMatchObject({ code: 'backup-refused' });
});
