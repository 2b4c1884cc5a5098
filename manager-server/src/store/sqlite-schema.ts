import type { Generated } from 'kysely';

/** The tables of the SQLite file as the newest migration leaves them. */
export interface SqliteSchema {
  readonly record: {
    readonly position: Generated<number>;
    readonly collection: string;
    readonly key: string;
    readonly version: number;
    readonly body: string;
  };
  readonly audit: {
    readonly number: number;
    readonly at: number;
    readonly actor: string;
    readonly from: string;
    readonly action: string;
    readonly object: string;
    readonly outcome: string;
    readonly detail: string;
    readonly hash: string;
  };
}
