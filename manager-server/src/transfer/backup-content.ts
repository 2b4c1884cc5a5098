import { z } from 'zod';
import type { StoredRecord } from '../store/index.ts';

/**
 * What a backup leaves out: who is signed in to the pages (a restored backup must sign nobody in), codes for boxes that
 * last a day, and the audit, which nobody may set back.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['web-sessions', 'enrolment-codes']);

export type StoredRecords = ReadonlyMap<string, readonly StoredRecord[]>;

const recordSchema = z.strictObject({
  collection: z.string().min(1),
  key: z.string(),
  version: z.int().min(1),
  body: z.string(),
});
const endSchema = z.strictObject({ records: z.int(), audit: z.strictObject({ number: z.int(), hash: z.string() }) });

export interface BackupContent {
  readonly records: StoredRecords;
  /** Where the audit stood: its export of that day can be told by it. */
  readonly audit: { readonly number: number; readonly hash: string };
}

/** A record a line, in the order of the store, and at the end how many there were. */
export function* contentLines({ records, audit }: BackupContent): Generator<undefined, Buffer> {
  const pieces: Buffer[] = [];
  let count = 0;
  for (const [collection, held] of records) {
    if (LEFT_OUT.has(collection)) continue;
    for (const { key, version, body } of held) {
      pieces.push(Buffer.from(`${JSON.stringify({ collection, key, version, body })}\n`));
      count += 1;
      yield;
    }
  }
  pieces.push(Buffer.from(`${JSON.stringify({ records: count, audit })}\n`));
  return Buffer.concat(pieces);
}

/** Null for what `contentLines` did not make. */
export function* readContent(content: Buffer): Generator<undefined, BackupContent | null> {
  const records = new Map<string, StoredRecord[]>();
  let count = 0;
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(0x0a, from);
    if (end === -1) return null;
    const value = parsed(content.toString('utf8', from, end));
    from = end + 1;
    if (from === content.length) {
      const last = endSchema.safeParse(value);
      return last.success && last.data.records === count ? { records, audit: last.data.audit } : null;
    }
    const record = recordSchema.safeParse(value);
    if (!record.success) return null;
    const { collection, ...held } = record.data;
    const others = records.get(collection);
    if (others === undefined) records.set(collection, [held]);
    else others.push(held);
    count += 1;
    yield;
  }
  return null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
