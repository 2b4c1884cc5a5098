import type { Kysely } from 'kysely';

/** One step of the file's form. Runs in a transaction of its own; released steps are never changed, only followed. */
export type Migration = (database: Kysely<unknown>) => Promise<void>;
