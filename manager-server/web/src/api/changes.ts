import { dropRecord, keepRecord, keepSettings } from './cache.ts';
import { answerOf, api } from './client.ts';
import { createRecord, deleteRecord, etag, replaceRecord } from './collection-requests.ts';
import type { CollectionName, Collections, New, Settings } from './records.ts';

// Changes of the site: each is known to the page as soon as the manager has acknowledged it.

export async function create<Name extends CollectionName>(name: Name, value: New<Name>): Promise<Collections[Name]> {
  const record = await createRecord(name, value);
  keepRecord(name, record);
  return record;
}

/** `value.version` is the version that was seen. */
export async function replace<Name extends CollectionName>(
  name: Name,
  value: Collections[Name],
): Promise<Collections[Name]> {
  const record = await replaceRecord(name, value);
  keepRecord(name, record);
  return record;
}

export async function remove(
  name: CollectionName,
  record: { readonly key: string; readonly version: number },
): Promise<void> {
  await deleteRecord(name, record);
  dropRecord(name, record.key);
}

export async function replaceSettings(value: Settings): Promise<Settings> {
  const params = { header: { 'if-match': etag(value.version) } };
  const settings = await answerOf(api.PUT('/api/settings', { params, body: value }));
  keepSettings(settings);
  return settings;
}
