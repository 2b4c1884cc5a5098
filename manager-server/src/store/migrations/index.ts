import { recordsAndAudit } from './0001-records-and-audit.ts';
import { sourceSettings } from './0002-source-settings.ts';
import { auditChain } from './0003-audit-chain.ts';
import { people } from './0004-people.ts';
import type { Migration } from './migration.ts';

/** In order; a file's version (user_version) is how many of them it has had. */
export const migrations: readonly Migration[] = [recordsAndAudit, sourceSettings, auditChain, people];
