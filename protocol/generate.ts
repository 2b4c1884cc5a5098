import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCode, generatedFolder, staleCode } from './src/testing/generated-code.ts';

// Makes src/wire/generated from the schema. With --check it writes nothing and fails when the two differ.
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
if (values.check) {
  const stale = await staleCode();
  if (stale.length > 0) {
    process.stderr.write(`not what the schema makes: ${stale.join(', ')}; run npm run generate\n`);
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of await generateCode()) await writeFile(join(generatedFolder, name), text);
}
