import { z } from 'zod';
import { sheetNames } from '../../transfer/sheet.ts';
import { passwordSchema } from './text.ts';

/** An import as people edit it in a spreadsheet. */
export const IMPORT_BYTES_MAX = 5_000_000;
/** As JSON, in which quotes and line ends of the file take two bytes. */
export const IMPORT_BODY_MAX = 2 * IMPORT_BYTES_MAX + 64 * 1024;
/** A backup holds a few hundred bytes a record, compressed: 32 MiB are some 200,000 of them. */
export const RESTORE_BYTES_MAX = 32 * 1024 * 1024;
const BASE64_MAX = Math.ceil(RESTORE_BYTES_MAX / 3) * 4;
export const RESTORE_BODY_MAX = BASE64_MAX + 64 * 1024;

export const exportNameSchema = z.enum([...sheetNames, 'site']);
export const formatSchema = z.enum(['csv', 'yaml']);

export const importSchema = z.strictObject({
  collection: exportNameSchema.meta({ description: '`site` takes a file with several collections, YAML alone' }),
  format: formatSchema,
  text: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= IMPORT_BYTES_MAX, 'is larger than 5 MB')
    .refine((text) => text.isWellFormed(), 'is not Unicode text')
    .meta({ description: 'the file; at most 5 MB in UTF-8 and 20,000 records' }),
  mode: z.enum(['merge', 'replace']).meta({
    description:
      'merge: add and change; replace: also remove what the file’s collections do not have. A collection that the file does not name stays',
  }),
  dryRun: z.boolean().meta({ description: 'true: say what would change and what is wrong; nothing is done' }),
});

const fieldSchema = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const changeSchema = z
  .object({
    action: z.enum(['add', 'change', 'remove']),
    collection: z.string().meta({ description: 'of a restore also `passwords` and `second-factors`' }),
    name: z.string().meta({ description: 'what people call it' }),
    line: z.int().nullable().meta({ description: 'of the file' }),
    with: z.string().nullable().meta({ description: 'what it goes along with: a grant with its device' }),
    fields: z.array(fieldSchema),
  })
  .meta({ id: 'TransferChange' });

export const transferProblemSchema = z
  .object({
    line: z.int().nullable().meta({ description: 'of the file, from 1' }),
    column: z.string().nullable(),
    collection: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'TransferProblem' });

const preview = {
  applied: z.boolean(),
  revision: z.string().meta({ description: 'what it was judged against: If-Match of the request that applies it' }),
  counts: z.object({ add: z.int(), change: z.int(), remove: z.int() }),
  changes: z.array(changeSchema).meta({ description: 'removals, changes, additions; at most 1,000' }),
  changesLeftOut: z.int(),
  problems: z.array(transferProblemSchema).meta({ description: 'any one refuses the whole; at most 200' }),
  problemsLeftOut: z.int(),
  signsYouOut: z.boolean().meta({ description: 'whoever asks loses his session by it' }),
};

export const importResultSchema = z.object(preview).meta({ id: 'ImportResult' });

export const backupSchema = z.strictObject({
  passphrase: passwordSchema.meta({ description: 'as good as a password of the pages; it is stored nowhere' }),
});

export const restoreSchema = z.strictObject({
  file: z
    .string()
    .max(BASE64_MAX)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is not base64')
    .meta({ description: 'the backup, base64; at most 32 MiB before that' }),
  passphrase: passwordSchema,
  dryRun: z.boolean(),
});

export const restoreResultSchema = z
  .object({
    ...preview,
    backup: z
      .object({
        site: z.string().meta({ description: 'its name' }),
        madeAt: z.number().meta({ description: 'milliseconds since 1970' }),
        program: z.string().meta({ description: 'version of the manager that made it' }),
        authority: z.string().meta({ description: 'SHA-256 of the public key of the site’s CA' }),
        sameSite: z.boolean(),
      })
      .nullable()
      .meta({ description: 'null where the file says nothing of itself' }),
  })
  .meta({ id: 'RestoreResult' });
