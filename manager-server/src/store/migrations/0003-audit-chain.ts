import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Migration } from './migration.ts';

interface Entry {
  readonly number: number;
  readonly at: number;
  readonly actor: string;
  readonly from: string;
  readonly action: string;
  readonly object: string;
  readonly outcome: string;
  readonly detail: string;
}

/** Entries that are held in memory at one time, while an audit of years is chained. */
const BATCH = 5000;

/**
 * Chains the entries that are there and lets nothing change or remove one afterwards. A copy of the chain's form: the
 * program's may change, this step may not.
 */
export const auditChain: Migration = async (database) => {
  await sql`alter table audit add column hash text not null default ''`.execute(database);
  await chainAll(database);
  await sql`
    create trigger audit_unchanged before update on audit
    begin select raise(abort, 'the audit is append-only'); end
  `.execute(database);
  await sql`
    create trigger audit_kept before delete on audit
    begin select raise(abort, 'the audit is append-only'); end
  `.execute(database);
  // REPLACE removes a row without the trigger above; a number that is not the next one has no other reason to come.
  await sql`
    create trigger audit_follows before insert on audit
    when new.number is not (select coalesce(max(number), 0) + 1 from audit)
    begin select raise(abort, 'an entry of the audit follows the last one'); end
  `.execute(database);
};

async function chainAll(database: Kysely<unknown>): Promise<void> {
  let previous = '0'.repeat(64);
  for (let after = 0; ; after += BATCH) {
    const { rows } = await sql<Entry>`
      select * from audit where number > ${after} and number <= ${after + BATCH} order by number
    `.execute(database);
    for (const { number, at, actor, from, action, object, outcome, detail } of rows) {
      const fields = JSON.stringify([number, at, actor, from, action, object, outcome, detail]);
      previous = hash('sha256', `${previous}\n${fields}`);
      await sql`update audit set hash = ${previous} where number = ${number}`.execute(database);
    }
    if (rows.length === 0) return;
  }
}
