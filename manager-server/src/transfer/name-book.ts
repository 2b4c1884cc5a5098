import type { DirectorySnapshot } from '../directory/index.ts';
import type { CellProblem, Finder, Row } from './sheet.ts';
import { type AnySheetName, anySheet } from './sheets.ts';

type Named = Parameters<Finder['find']>[0];

const nouns: Readonly<Record<Named, string>> = {
  devices: 'device',
  operators: 'operator',
  groups: 'group',
  'device-groups': 'device group',
};

/** The column that says what a record is called. */
const nameColumns: Readonly<Record<Named, string>> = {
  devices: 'id',
  operators: 'name',
  groups: 'name',
  'device-groups': 'name',
};

/** Which records names mean, in a collection as it is or as it is to be. */
export class NameBook {
  readonly #keys = new Map<AnySheetName, Map<string, Set<string>>>();

  add(collection: AnySheetName, { identity, key }: { readonly identity: string; readonly key: string }): void {
    const names = this.#keys.get(collection) ?? new Map<string, Set<string>>();
    this.#keys.set(collection, names.set(identity, (names.get(identity) ?? new Set()).add(key)));
  }

  keys(collection: AnySheetName, identity: string): readonly string[] {
    return [...(this.#keys.get(collection)?.get(identity) ?? [])];
  }

  finder(tell: (problem: CellProblem) => void): Finder {
    return {
      tell,
      find: (collection, { name, column }) => {
        const identity = anySheet(collection).identity({ [nameColumns[collection]]: name }) ?? '';
        const [key, ...more] = this.keys(collection, identity);
        if (key === undefined) {
          tell({ column, code: 'unknown-name', message: `there is no ${nouns[collection]} ${name}` });
          return null;
        }
        if (more.length === 0) return key;
        const message = `there are several: ${nouns[collection]} ${name} does not say which`;
        tell({ column, code: 'ambiguous-name', message });
        return null;
      },
    };
  }
}

/** Everything that the collection has, by what its rows say. */
export function* identities(
  collection: AnySheetName,
  site: DirectorySnapshot,
): Generator<{ readonly identity: string; readonly key: string; readonly row: Row }> {
  const sheet = anySheet(collection);
  for (const [key, { value }] of site[collection]) {
    const row = sheet.write(value, site);
    yield { identity: sheet.identity(row) ?? '', key, row };
  }
}
