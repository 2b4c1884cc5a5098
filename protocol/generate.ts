import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCode, generatedFolder, staleCode } from './src/testing/generated-code.ts';
import { describeSchema, stablePath } from './src/testing/schema-descriptor.ts';

// Makes src/wire/generated from the schema. With --check it writes nothing and fails when the two differ. With
// --release the schema becomes the one that later schemas are compared with.
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, release: { type: 'boolean', default: false } },
});
if (values.check) {
  const stale = await staleCode();
  if (stale.length > 0) {
    process.stderr.write(`not what the schema makes: ${stale.join(', ')}; run npm run generate\n`);
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of await generateCode()) await writeFile(join(generatedFolder, name), text);
  if (values.release) await writeFile(stablePath, `${JSON.stringify(describeSchema(), null, 2)}\n`);
}
