import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Fault, seconds } from '@seatmatrix/protocol/kernel';
import { optionInvalid } from '@seatmatrix/protocol/program';
import { z } from 'zod';
import { type AuditVerdict, isSigned, type SignedHead, verifyAudit } from './audit/index.ts';
import type { AuditQuestion } from './options.ts';
import { type AuditHead, type ChainedEntry, EMPTY_CHAIN } from './store/audit-chain.ts';
import { SqliteEngine } from './store/sqlite-engine.ts';
import { AUDIT_PAGE_MAX } from './store/store.ts';

export interface AuditAnswer {
  readonly ok: boolean;
  /** A line for the person at the terminal. */
  readonly words: string;
}

/** Faults: what keeps the audit from being read, in a line for the person at the terminal. */
export function answerAuditQuestion({ data, file, head }: AuditQuestion): Promise<AuditAnswer> {
  return file === null ? ofFolder(data, head) : ofExport(file, head);
}

async function ofFolder(data: string, head: AuditQuestion['head']): Promise<AuditAnswer> {
  const path = join(data, 'site.sqlite');
  // Opening makes a store where there is none.
  if (!existsSync(path)) throw optionInvalid(`there is no site in --data ${data}`);
  const engine = await SqliteEngine.open({ path, busyTimeout: seconds(1) }).catch(inUse);
  try {
    return words(await verifyAudit(engine, head));
  } finally {
    engine.close();
  }
}

function inUse(thrown: unknown): never {
  if (!(thrown instanceof Fault) || !thrown.message.includes('in use')) throw thrown;
  const message = `${thrown.message}: ask the manager that runs, GET /api/audit/verification`;
  throw new Fault({ code: 'store-failed', message, cause: thrown });
}

/** A file of `GET /api/audit/export`, which this reads as anybody else would: without the store. */
async function ofExport(file: string, head: AuditQuestion['head']): Promise<AuditAnswer> {
  const { pages, strays, signed } = await readExport(file);
  const readAuditChain = async (after: number) => pages.get(after) ?? [];
  const verdict = await verifyAudit({ readAuditChain }, head ?? signed);
  if (!verdict.ok) return words(verdict);
  // The chain is followed by its numbers: what stands beside it would be read by people and verified by nobody.
  if (strays > 0) return { ok: false, words: `the file has ${strays} lines that are no part of its chain` };
  if (signed === null) return { ok: false, words: 'the file has no signed head at its end: it was cut' };
  if (!isSigned(signed))
    return { ok: false, words: `the head at ${signed.number} is not signed by the key that it names` };
  const atEnd = signed.number === verdict.head.number && signed.hash === verdict.head.hash;
  if (!atEnd)
    return { ok: false, words: `the signed head says ${signed.number} entries, the file has ${verdict.head.number}` };
  return {
    ok: true,
    words: `${words(verdict).words}; signed ${new Date(signed.signedAt).toISOString()} by ${signed.publicKey}`,
  };
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.union([
  z.strictObject({
    head: z.strictObject({
      number: z.number(),
      hash,
      signedAt: z.number(),
      signature: z.string(),
      publicKey: z.string(),
    }),
  }),
  z.strictObject({
    number: z.number(),
    at: z.number(),
    actor: z.string(),
    from: z.string(),
    action: z.string(),
    object: z.string(),
    outcome: z.enum(['done', 'refused']),
    detail: z.string(),
    hash,
    previous: hash,
  }),
]);

async function readExport(file: string): Promise<{
  readonly pages: ReadonlyMap<number, readonly ChainedEntry[]>;
  /** Lines that do not follow the one before them. */
  readonly strays: number;
  readonly signed: SignedHead | null;
}> {
  const pages = new Map<number, ChainedEntry[]>();
  let page: ChainedEntry[] = [];
  let signed: SignedHead | null = null;
  let place = 0;
  let strays = 0;
  let last: AuditHead = EMPTY_CHAIN;
  try {
    for await (const text of createInterface({ input: createReadStream(file) })) {
      place += 1;
      const read = line.parse(JSON.parse(text));
      if ('head' in read) {
        if (signed !== null) strays += 1;
        signed = read.head;
        continue;
      }
      // A page begins where the one before ends; what is out of its place is found missing there.
      if (page.length === 0 || page.length >= AUDIT_PAGE_MAX) {
        const after = page.at(-1)?.number ?? 0;
        page = [];
        pages.set(after, page);
      }
      const { previous, ...entry } = read;
      if (previous !== last.hash || entry.number !== last.number + 1) strays += 1;
      last = entry;
      page.push(entry);
    }
  } catch (cause) {
    const message = place === 0 ? `${file} cannot be read` : `line ${place} of ${file} is no line of an export`;
    throw new Fault({ code: 'configuration-invalid', message, cause });
  }
  return { pages, strays, signed };
}

const why = {
  missing: 'is missing',
  altered: 'is not what it was',
  'other-head': 'is another one than the head says',
} as const;

function words(verdict: AuditVerdict): AuditAnswer {
  if (!verdict.ok) return { ok: false, words: `the audit is not whole: entry ${verdict.number} ${why[verdict.why]}` };
  return { ok: true, words: `the audit is whole: ${verdict.head.number} entries, ${verdict.head.hash}` };
}
