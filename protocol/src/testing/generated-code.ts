import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pbjs from 'protobufjs-cli/pbjs.js';

export const schemaFolder = fileURLToPath(new URL('../../schema', import.meta.url));
export const generatedFolder = fileURLToPath(new URL('../wire/generated', import.meta.url));

/** The files that the schema makes, by name. */
export const generatedNames = ['messages.js', 'messages.d.ts'] as const;

/** Every .proto file of the schema, in the order in which the generator always gets them. */
export function schemaFiles(): readonly string[] {
  const folder = join(schemaFolder, 'seatmatrix/v1');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.proto'))
    .sort()
    .map((name) => join(folder, name));
}

/** What the generator makes of the schema now. */
export async function generateCode(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-generate-'));
  try {
    const out = join(folder, 'messages.js');
    // --force-number changes the types alone; runtime.js makes it true. Comments must stay until the types are made
    // of them, and are dropped from the code afterwards: they are half of it.
    await run([
      ...['--target', 'static-module', '--wrap', 'esm', '--dts', '--force-number'],
      ...['--no-create', '--no-verify', '--no-convert', '--no-delimited', '--no-typeurl'],
      ...['--dependency', './runtime.js', '--root', 'seatmatrix', '--path', schemaFolder, '--out', out],
      ...schemaFiles(),
    ]);
    const code = await readFile(out, 'utf8');
    const types = await readFile(join(folder, 'messages.d.ts'), 'utf8');
    return new Map([
      ['messages.js', code.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n\n?/gm, '')],
      ['messages.d.ts', types],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The generated files that are not what the schema makes now. */
export async function staleCode(): Promise<readonly string[]> {
  const fresh = await generateCode();
  return generatedNames.filter((name) => fresh.get(name) !== readFileSync(join(generatedFolder, name), 'utf8'));
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    pbjs.main([...args], (error) => (error === null ? resolve() : reject(error)));
  });
}
