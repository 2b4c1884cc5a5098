import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fingerprintOfPem } from '../authority/certificates.ts';
import { siteKeysCodec } from '../authority/site-keys.ts';
import { collectionSchemas, DEFAULT_SETTINGS } from '../directory/index.ts';
import { decodeRecords, jsonCodec, STORE_VERSION } from '../store/index.ts';
import type { StoredRecords } from './backup-content.ts';
import type { BackupFacts } from './backup-file.ts';

/** The version of this program. */
export const PROGRAM: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;

/** Who the site is, by its own keys: empty for one that has none yet. */
export function siteIdentity(records: StoredRecords): Pick<BackupFacts, 'authority' | 'manager'> {
  const [keys] = [...decodeRecords('site-keys', { codec: siteKeysCodec, records }).values()];
  if (keys === undefined) return { authority: '', manager: '' };
  const { authority, manager } = keys.value;
  return { authority: fingerprintOfPem(authority.certificate), manager: fingerprintOfPem(manager.certificate) };
}

function siteName(records: StoredRecords): string {
  const settings = decodeRecords('settings', { codec: jsonCodec(collectionSchemas.settings), records });
  return settings.get('site')?.value.name ?? DEFAULT_SETTINGS.name;
}

export const factsOf = (records: StoredRecords, madeAt: Date): BackupFacts => ({
  site: siteName(records),
  madeAt: madeAt.getTime(),
  program: PROGRAM,
  ...siteIdentity(records),
  store: STORE_VERSION,
});

/** For people: whose backup this is. */
export function factsWords({ site, madeAt, program, authority }: BackupFacts): string {
  const made = new Date(madeAt).toISOString();
  return `backup of the site ${site}, made at ${made} by version ${program}, CA ${authority || 'none'}`;
}
