import { answerOf, api, doneOf } from './client.ts';
import { ProblemError } from './problem.ts';
import type { ByKey, CollectionName, Collections, New } from './records.ts';

// The collections' paths are alike and differ in the record alone, which the name says: these casts are the one place
// where a name becomes a path and an answer that name's record.

/** Every record of a collection, page after page. */
export async function listRecords<Name extends CollectionName>(name: Name): Promise<ByKey<Collections[Name]>> {
  const records = new Map<string, Collections[Name]>();
  let after: string | null = null;
  do {
    const query: { readonly after?: string } = after === null ? {} : { after };
    const page: { readonly items: readonly unknown[]; readonly next: string | null } = await answerOf(
      api.GET(`/api/${name}` as '/api/devices', { params: { query } }),
    );
    for (const item of page.items as readonly Collections[Name][]) records.set(item.key, item);
    after = page.next;
  } while (after !== null);
  return records;
}

/** Null when it is gone. */
export async function readRecord<Name extends CollectionName>(
  name: Name,
  key: string,
): Promise<Collections[Name] | null> {
  try {
    const path = `/api/${name}/{key}` as '/api/devices/{key}';
    return (await answerOf(api.GET(path, { params: { path: { key } } }))) as Collections[Name];
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null;
    throw error;
  }
}

export async function createRecord<Name extends CollectionName>(
  name: Name,
  value: New<Name>,
): Promise<Collections[Name]> {
  const body = value as New<'devices'>;
  return (await answerOf(api.POST(`/api/${name}` as '/api/devices', { body }))) as Collections[Name];
}

/** Replaces the record that was seen; throws the problem `version-conflict` when somebody was faster. */
export async function replaceRecord<Name extends CollectionName>(
  name: Name,
  value: Collections[Name],
): Promise<Collections[Name]> {
  const path = `/api/${name}/{key}` as '/api/devices/{key}';
  const body = value as Collections['devices'];
  const params = { path: { key: value.key }, header: { 'if-match': etag(value.version) } };
  return (await answerOf(api.PUT(path, { params, body }))) as Collections[Name];
}

export async function deleteRecord(
  name: CollectionName,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<void> {
  const path = `/api/${name}/{key}` as '/api/devices/{key}';
  await doneOf(api.DELETE(path, { params: { path: { key }, header: { 'if-match': etag(version) } } }));
}

export const etag = (version: number): string => `"${version}"`;
