import { type Kysely, sql } from 'kysely';
import type { Migration } from './migration.ts';

interface OldAdministrator {
  readonly key: string;
  readonly name: string;
  readonly hash: string;
  readonly createdAt: number;
}

/**
 * Administrators become operators with a role, whose passwords stand with the others'. One whose name an operator has
 * already is called `NAME (administrator)`. People sign in to the pages anew.
 */
export const people: Migration = async (database) => {
  await sql`
    update record set body = json_set(body, '$.role', 'operator'), version = version + 1
    where collection = 'operators'
      and case when json_valid(body) then json_type(body, '$.role') is null else false end
  `.execute(database);
  await sql`
    update record
    set body = json_set(body, '$.secondFactor', 'optional', '$.pushesOfDisabled', 'end-at-desks'), version = version + 1
    where collection = 'settings'
      and case when json_valid(body) then json_type(body, '$.secondFactor') is null else false end
  `.execute(database);
  const administrators = await bodies<OldAdministrator>(database, 'administrators');
  const names = new Set((await bodies<{ name: string }>(database, 'operators')).map(({ name }) => fold(name)));
  for (const { key, name, hash, createdAt } of administrators) {
    const free = names.has(fold(name)) ? `${name} (administrator)` : name;
    const operator = { key, name: free, disabled: false, role: 'administrator', groups: [] };
    await insert(database, { collection: 'operators', key, value: operator });
    await insert(database, { collection: 'operator-credentials', key, value: { hash, changedAt: createdAt } });
  }
  await sql`delete from record where collection in ('administrators', 'web-sessions')`.execute(database);
};

/** A body that cannot be read is nobody's account; the directory reports an operator's. */
async function bodies<Value>(database: Kysely<unknown>, collection: string): Promise<readonly Value[]> {
  const { rows } = await sql<{ body: string }>`
    select body from record where collection = ${collection} and json_valid(body) order by position
  `.execute(database);
  return rows.map(({ body }) => JSON.parse(body) as Value);
}

async function insert(
  database: Kysely<unknown>,
  { collection, key, value }: { readonly collection: string; readonly key: string; readonly value: unknown },
): Promise<void> {
  await sql`
    insert into record (collection, key, version, body) values (${collection}, ${key}, 1, ${JSON.stringify(value)})
  `.execute(database);
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
