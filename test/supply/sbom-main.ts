import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { billOfMaterials } from './bill-of-materials.ts';

const help = `npm run sbom -- [--out FILE] [--development]

CycloneDX of every package that an installation has, from the lock file, to FILE or to standard output.

  --development  with what only building and testing need
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    development: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(help);
else {
  const bill = billOfMaterials(values);
  const text = `${JSON.stringify(bill, null, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else {
    writeFileSync(values.out, text);
    console.log(`${bill.components.length} components in ${values.out}`);
  }
}
