import { answerOf, api } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/openapi.ts';
import { problemOf } from '../../api/problem.ts';

type Schemas = components['schemas'];
type ImportBody = paths['/api/imports']['post']['requestBody']['content']['application/json'];

export type ImportResult = Schemas['ImportResult'];
export type RestoreResult = Schemas['RestoreResult'];
export type TransferChange = Schemas['TransferChange'];
export type TransferProblem = Schemas['TransferProblem'];
export type ExportName = ImportBody['collection'];
export type FileFormat = ImportBody['format'];
export type ImportMode = ImportBody['mode'];
export type ImportFile = Omit<ImportBody, 'dryRun'>;

/** Null: only say what it would do. Otherwise do it, if nothing has changed since that revision. */
export type Since = string | null;

export const sendImport = (file: ImportFile, since: Since): Promise<ImportResult> =>
  answerOf(api.POST('/api/imports', { body: { ...file, dryRun: since === null }, ...seen(since) }));

export const sendRestore = (
  backup: { readonly file: string; readonly passphrase: string },
  since: Since,
): Promise<RestoreResult> =>
  answerOf(api.POST('/api/restores', { body: { ...backup, dryRun: since === null }, ...seen(since) }));

/** The encrypted file and the name that the manager gives it. */
export async function makeBackup(passphrase: string): Promise<{ readonly name: string; readonly file: Blob }> {
  const { data, error, response } = await api.POST('/api/backups', { body: { passphrase }, parseAs: 'blob' });
  if (!response.ok || data === undefined) throw problemOf(response, error);
  const file: unknown = data;
  if (!(file instanceof Blob)) throw new TypeError('a backup came as something else than a file');
  return { name: nameIn(response.headers.get('content-disposition')), file };
}

export const exportAddress = (collection: ExportName, format: FileFormat): string =>
  `/api/exports/${collection}?format=${format}`;

const seen = (since: Since) => (since === null ? {} : { params: { header: { 'if-match': `"${since}"` } } });

/** RFC 6266: the name in Unicode where there is one. */
function nameIn(disposition: string | null): string {
  const unicode = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (unicode !== undefined) return decodeURIComponent(unicode);
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'seatmatrix.smxbackup';
}
