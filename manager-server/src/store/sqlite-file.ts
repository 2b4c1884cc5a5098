import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Duration, Fault } from '@seatmatrix/protocol/kernel';
import { makeFolder } from '@seatmatrix/protocol/program';
import { Kysely, SqliteDialect } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { NodeSqlite, sqliteCode } from './sqlite-database.ts';

/** `SEAT`: tells the store from any other SQLite file (sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x53_45_41_54;

/** sqlite.org/rescode.html */
const BUSY = 5;
const READ_ONLY = 8;
const CORRUPT = 11;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

export interface SqliteFileOptions {
  readonly path: string;
  readonly busyTimeout: Duration;
  /** Other migrations than the program's own: for tests of later and earlier programs. */
  readonly steps?: readonly Migration[];
}

/** Opens the store's file, or makes it; checks it whole and brings it to this program's version. */
export async function openSqliteFile({
  path,
  busyTimeout,
  steps = migrations,
}: SqliteFileOptions): Promise<NodeSqlite> {
  try {
    makeFolder(dirname(path));
    const size = await sizeOf(path);
    // A store is never empty, since it is made beside and renamed: an empty file has lost what it held.
    if (size === 0) throw corrupt(path, 'it is empty');
    if (size === null) await make({ path, busyTimeout, steps });
    return await openExisting({ path, busyTimeout, steps });
  } catch (thrown) {
    throw openingFault(path, thrown);
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** A crash half-way leaves a file of another name, which the next start removes. */
async function make({ path, busyTimeout, steps }: Required<SqliteFileOptions>): Promise<void> {
  const beside = `${path}.new`;
  for (const leftover of [beside, `${beside}-wal`, `${beside}-shm`]) await rm(leftover, { force: true });
  // Password hashes and the site's keys are in it: for the owner alone, from its first byte. SQLite's other files follow.
  const file = await open(beside, 'wx', 0o600);
  await file.close();
  const database = new NodeSqlite(beside, { busyTimeout });
  try {
    database.setPragma('application_id', APPLICATION_ID);
    await migrate(database, { from: 0, steps });
  } finally {
    database.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
}

async function openExisting({ path, busyTimeout, steps }: Required<SqliteFileOptions>): Promise<NodeSqlite> {
  await chmod(path, 0o600);
  await checkLength(path);
  const database = new NodeSqlite(path, { busyTimeout });
  try {
    const found = database.pragma('quick_check(1)');
    if (found !== 'ok') throw corrupt(path, String(found));
    if (database.pragma('application_id') !== APPLICATION_ID) throw corrupt(path, 'it is not a store of Seatmatrix');
    const version = Number(database.pragma('user_version'));
    if (version > steps.length) throw newer(path, { file: version, program: steps.length });
    await migrate(database, { from: version, steps });
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * SQLite reads what is missing of the last page as zeros and finds nothing wrong. Only a file whose journal is gone has
 * to be whole: a crash while the journal is copied back leaves both, and SQLite repairs that itself.
 */
async function checkLength(path: string): Promise<void> {
  if (((await sizeOf(`${path}-wal`)) ?? 0) > 0) return;
  const file = await open(path, 'r');
  const header = Buffer.alloc(100);
  const { bytesRead } = await file.read(header, 0, header.length, 0);
  const { size } = await file.stat();
  await file.close();
  // sqlite.org/fileformat.html §1.3: a page size of 1 stands for 65,536.
  const page = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const length = page * header.readUInt32BE(28);
  if (bytesRead < header.length || size < length) throw corrupt(path, `it has ${size} bytes of ${length}`);
}

/** Runs the steps that the database has not had. */
export async function migrate(
  database: NodeSqlite,
  { from, steps }: { readonly from: number; readonly steps: readonly Migration[] },
): Promise<void> {
  // Never destroyed: that would close the database, which is the store's.
  const query = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    await database.transaction(async () => {
      await step(query);
      database.setPragma('user_version', index + 1);
    });
  }
}

function corrupt(path: string, why: string): Fault {
  return new Fault({ code: 'store-corrupt', message: `the store ${path} is damaged: ${why}`, context: { path } });
}

function newer(path: string, { file, program }: { readonly file: number; readonly program: number }): Fault {
  const message = `the store ${path} has version ${file}, written by a later program; this one knows up to ${program}`;
  return new Fault({ code: 'store-newer', message, context: { path, file, program } });
}

function openingFault(path: string, thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  switch (sqliteCode(thrown)) {
    case CORRUPT:
    case NOT_A_DATABASE:
      return new Fault({
        code: 'store-corrupt',
        message: `the store ${path} is damaged: ${why}`,
        context: { path },
        cause: thrown,
      });
    case BUSY:
      return new Fault({
        code: 'store-failed',
        message: `the store ${path} is in use by another process`,
        context: { path },
        cause: thrown,
      });
    case READ_ONLY:
    case CANNOT_OPEN:
      return unwritable(path, thrown);
    case null:
      return systemErrorCode(thrown) === null ? failed(path, thrown) : unwritable(path, thrown);
    default:
      return failed(path, thrown);
  }
}

function unwritable(path: string, thrown: unknown): Fault {
  const folder = dirname(path);
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `the folder ${folder} cannot be written: ${why}`;
  return new Fault({ code: 'folder-unwritable', message, context: { folder }, cause: thrown });
}

function failed(path: string, thrown: unknown): Fault {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault({
    code: 'store-failed',
    message: `the store ${path} cannot be opened: ${why}`,
    context: { path },
    cause: thrown,
  });
}

/** Of a failed call to the operating system, as node:fs reports it. */
function systemErrorCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return null;
  return String(thrown.code);
}
