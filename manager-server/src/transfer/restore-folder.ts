import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Clock, Fault, seconds } from '@seatmatrix/protocol/kernel';
import { makeWritableFolder } from '@seatmatrix/protocol/program';
import { auditEntry, MANAGER_ACTOR } from '../audit/index.ts';
import { decodeSnapshot } from '../directory/index.ts';
import type { FolderRestore } from '../options.ts';
import type { StoreWrite } from '../store/index.ts';
import { NodeSqlite, sqliteCode } from '../store/sqlite-database.ts';
import { SqliteEngine } from '../store/sqlite-engine.ts';
import type { BackupContent } from './backup-content.ts';
import { factsWords, siteIdentity } from './backup-facts.ts';
import { type BackupFacts, readBackup } from './backup-file.ts';
import { openedBackup, refusalWords } from './opened-backup.ts';

export interface RestoreSurroundings {
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  readonly readPassphrase: () => Promise<string>;
  readonly clock: Clock;
}

const STORE = 'site.sqlite';
/** Renamed when it is whole: a restore that is cut off leaves no site behind. */
const UNFINISHED = 'restoring.sqlite';
/** What a file system puts into its own root. */
const NOTHING: ReadonlySet<string> = new Set(['lost+found', UNFINISHED, `${UNFINISHED}-wal`, `${UNFINISHED}-shm`]);
const BUSY = 5;

/**
 * Makes the data folder of a site from its backup. The manager that starts on it has the site's keys, so that boxes take
 * it for the one that they know; routes and sessions are of the backup's moment, see "A store younger than its boxes" in
 * ARCHITECTURE.md.
 *
 * Fault `backup-refused`, `folder-unwritable` or `configuration-invalid`, in one line; then nothing was done.
 */
export async function restoreFolder(wish: FolderRestore, surroundings: RestoreSurroundings): Promise<void> {
  const { say, readPassphrase, clock } = surroundings;
  const file = await readFile(wish.backup).catch((cause: unknown) => {
    const message = `the backup ${wish.backup} cannot be read`;
    throw new Fault({ code: 'configuration-invalid', message, cause });
  });
  const read = readBackup(file);
  if (typeof read === 'string') throw refused(`${wish.backup}: ${refusalWords(read)}`);
  say(factsWords(read.facts));
  const data = resolve(wish.data);
  judgeFolder(data, wish);
  const passphrase = await readPassphrase();
  say('opening it; this takes some seconds');
  const opened = await openedBackup(file, { passphrase, clock });
  if (!opened.ok) throw refused(`${wish.backup}: ${refusalWords(opened.refusal)}`);
  const { facts, content } = opened;
  judgeContent(content, facts);
  const count = holdsAnything(data)
    ? await replaceFolder(data, { content, facts, clock, say })
    : await write(data, { content, facts, clock });
  say(`${count} records are in ${data}`);
  say(
    `start the manager with --data ${wish.data}, at the address that the boxes know; people sign in as they did then`,
  );
}

/** Before a person types a passphrase in vain. */
function judgeFolder(data: string, { force }: FolderRestore): void {
  if (!holdsAnything(data)) return;
  if (!force) {
    throw refused(`${data} is not empty; take another --data, or --force, which renames it first`);
  }
  const path = join(data, STORE);
  if (!existsSync(path)) return;
  try {
    new NodeSqlite(path, { busyTimeout: seconds(1) }).close();
  } catch (thrown) {
    // A damaged store is what restores are for; one that a manager has open is not.
    if (sqliteCode(thrown) === BUSY) throw refused(`a manager runs on ${data}; stop it first`);
  }
}

/** Keys and records that the manager would refuse at its start are refused here. */
function judgeContent({ records }: BackupContent, facts: BackupFacts): void {
  try {
    decodeSnapshot(records);
    if (siteIdentity(records).manager !== facts.manager) throw refused('the backup has no keys of its site');
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'store-corrupt') throw refused(`the backup: ${thrown.message}`);
    throw thrown;
  }
}

function holdsAnything(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => !NOTHING.has(name));
}

/** The new folder is whole and on the disk before the old one is touched: a full disk or a cut leaves the old site. */
async function replaceFolder(
  data: string,
  restored: Restored & { readonly say: RestoreSurroundings['say'] },
): Promise<number> {
  const fresh = `${data}.restoring`;
  rmSync(fresh, { recursive: true, force: true });
  const count = await write(fresh, restored);
  const aside = setAside(data, restored.clock);
  renameSync(fresh, data);
  await sync(dirname(data));
  restored.say(`what was in ${data} is now in ${aside}`);
  return count;
}

function setAside(data: string, clock: Clock): string {
  const aside = `${data}.before-restore-${clock.wall().toISOString().replace(/[:.]/g, '-')}`;
  try {
    renameSync(data, aside);
  } catch (cause) {
    const message = `${data} cannot be renamed to ${aside}: move what it holds elsewhere by hand`;
    throw new Fault({ code: 'folder-unwritable', message, cause });
  }
  return aside;
}

interface Restored {
  readonly content: BackupContent;
  readonly facts: BackupFacts;
  readonly clock: Clock;
}

async function write(data: string, { content, facts, clock }: Restored): Promise<number> {
  makeWritableFolder(data, '--data');
  for (const end of ['', '-wal', '-shm']) rmSync(join(data, `${UNFINISHED}${end}`), { force: true });
  const records = [...content.records].flatMap(([collection, held]) =>
    held.map((record): StoreWrite => ({ type: 'put', collection, record })),
  );
  const { number, hash } = content.audit;
  const detail = `${factsWords(facts)}; its audit stood at ${number} ${hash}`;
  const act = { actor: MANAGER_ACTOR, from: '', action: 'restore', object: facts.site, outcome: 'done' } as const;
  const entry = auditEntry({ ...act, detail }, clock);
  const engine = await SqliteEngine.open({ path: join(data, UNFINISHED), busyTimeout: seconds(1) });
  try {
    await engine.commit([...records, { type: 'audit', entry }]);
  } finally {
    engine.close();
  }
  renameSync(join(data, UNFINISHED), join(data, STORE));
  await sync(data);
  return records.length;
}

async function sync(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

const refused = (message: string): Fault => new Fault({ code: 'backup-refused', message });
