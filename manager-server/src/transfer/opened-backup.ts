import type { Clock } from '@seatmatrix/protocol/kernel';
import { unreachable } from '@seatmatrix/protocol/kernel';
import { inSlices } from '../directory/index.ts';
import { migrateRecords, STORE_VERSION } from '../store/index.ts';
import { type BackupContent, readContent } from './backup-content.ts';
import { type BackupFacts, type BackupRefused, openBackup, readBackup } from './backup-file.ts';

export type OpenedBackup =
  | { readonly ok: true; readonly facts: BackupFacts; readonly content: BackupContent }
  | { readonly ok: false; readonly facts: BackupFacts | null; readonly refusal: BackupRefused };

/** A backup's records as this program wants them. */
export async function openedBackup(
  file: Buffer,
  { passphrase, clock }: { readonly passphrase: string; readonly clock: Clock },
): Promise<OpenedBackup> {
  const read = readBackup(file);
  if (typeof read === 'string') return { ok: false, facts: null, refusal: read };
  const { facts } = read;
  if (facts.store > STORE_VERSION) return { ok: false, facts, refusal: 'newer-version' };
  const opened = await openBackup(read, { passphrase, clock });
  if (typeof opened === 'string') return { ok: false, facts, refusal: opened };
  const content = await inSlices(readContent(opened.content), clock);
  if (content === null) return { ok: false, facts, refusal: 'damaged' };
  const records = await migrateRecords(content.records, facts.store);
  return { ok: true, facts, content: { ...content, records } };
}

export function refusalWords(refusal: BackupRefused): string {
  switch (refusal) {
    case 'not-a-backup':
      return 'this file is no backup of Seatmatrix';
    case 'damaged':
      return 'the file is damaged: it is not what was written when the backup was made; take another copy of it';
    case 'newer-version':
      return 'a newer version of Seatmatrix made this backup; this one cannot read it: update this manager first';
    case 'wrong-passphrase':
      return 'the passphrase is another one';
    default:
      return unreachable(refusal);
  }
}
