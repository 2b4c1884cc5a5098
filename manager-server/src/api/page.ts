import { z } from 'zod';
import type { CollectionName, Collections, Versioned } from '../directory/collection.ts';
import { type Problem, problem } from './problem.ts';
import type { Resource } from './schema/resources.ts';

/** One answer of 1,000 devices is some 200 KB. */
export const PAGE_MAX = 1000;
const CURSOR_MAX = 4096;

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional(),
  after: z.string().max(CURSOR_MAX).optional().meta({ description: '`next` of the page before' }),
  q: z.string().max(200).optional().meta({ description: 'text to look for, in any letter case' }),
};

export interface PageWish {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly q?: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
}

export interface Page<Value> {
  readonly items: readonly Value[];
  /** How many there are in all pages. */
  readonly total: number;
  readonly next: string | null;
}

interface Sorted<Value> {
  readonly text: string;
  readonly key: string;
  readonly held: Versioned<Value>;
}

/** A collection's map is a new one after each change, so what was sorted stays sorted as long as the map lives. */
const sortedMaps = new WeakMap<object, readonly Sorted<unknown>[]>();

/** One page of a collection. Pages follow a place in the order, not a number: a change between two shifts nothing. */
export function pageOf<Name extends CollectionName>(
  map: ReadonlyMap<string, Versioned<Collections[Name]>>,
  { resource, wish }: { readonly resource: Resource<Name>; readonly wish: PageWish },
): Page<Versioned<Collections[Name]>> | Problem {
  const wanted = wish.q?.normalize('NFC').toLowerCase();
  const matching = sorted(map, resource).filter(
    ({ held: { value } }) =>
      (wanted === undefined || resource.searchText(value).includes(wanted)) &&
      Object.entries(wish.filters).every(([name, text]) => resource.filters[name]?.(value, text) ?? true),
  );
  const place = wish.after === undefined ? null : readCursor(wish.after);
  if (place === null && wish.after !== undefined) {
    return problem('invalid', { errors: [{ in: 'query', pointer: '/after', detail: 'is no place in a list' }] });
  }
  const rest = place === null ? matching : matching.filter((each) => compare(each, place) > 0);
  const page = rest.slice(0, wish.limit ?? PAGE_MAX);
  const last = page.at(-1);
  return {
    items: page.map(({ held }) => held),
    total: matching.length,
    next: last === undefined || page.length === rest.length ? null : cursorOf(last),
  };
}

function sorted<Name extends CollectionName>(
  map: ReadonlyMap<string, Versioned<Collections[Name]>>,
  resource: Resource<Name>,
): readonly Sorted<Collections[Name]>[] {
  const known = sortedMaps.get(map);
  // Only this function writes here, and for this map only with values of this collection.
  if (known !== undefined) return known as readonly Sorted<Collections[Name]>[];
  const fresh = [...map].map(([key, held]) => ({ text: resource.sortText(held.value), key, held })).sort(compare);
  sortedMaps.set(map, fresh);
  return fresh;
}

type Place = Pick<Sorted<unknown>, 'text' | 'key'>;

function compare(a: Place, b: Place): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return 0;
}

/** Opaque to clients. A key has no line break, so the first one ends it. */
function cursorOf({ text, key }: Place): string {
  return Buffer.from(`${key}\n${text}`).toString('base64url');
}

function readCursor(cursor: string): Place | null {
  const read = Buffer.from(cursor, 'base64url').toString();
  const end = read.indexOf('\n');
  return end === -1 ? null : { key: read.slice(0, end), text: read.slice(end + 1) };
}
