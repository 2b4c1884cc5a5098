import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../npm-program.ts';

/** What text is written into; the other controls take what they offer. */
const FIELD = /<(?:TextInput|Textarea|PasswordInput|TagsInput|Autocomplete|JsonInput|PinInput|input|textarea)\b/g;

/** How many fields of text each source of the page has, by its path below `web/src`. */
export function textFields(): Readonly<Record<string, number>> {
  const folder = join(root, 'manager-server/web/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
  return Object.fromEntries(
    sources.flatMap((path) => {
      const found = readFileSync(join(folder, path), 'utf8').match(FIELD) ?? [];
      return found.length === 0 ? [] : [[path, found.length] as const];
    }),
  );
}
