import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { hashRaw } from '@node-rs/argon2';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';

/** `file(1)` and people know it by its first line. */
const MAGIC = Buffer.from('SEATMATRIX BACKUP\n');
const FORM = 1;
const HEADER_MAX = 4096;
const LENGTH_BYTES = 4;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;
const KEY_BYTES = 32;
const CHECK_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;

/** Three times the memory of a password's hash: a file can be tried for years, by many machines. A second at most. */
export const BACKUP_COST = { memory: 65_536, time: 3, parallelism: 1 };
/** What a file may ask of the machine that reads it, before anybody knows who made it. */
const COST_MAX = { memory: 262_144, time: 10, parallelism: 4 };
/** Ten times the largest site; a backup that unpacks to more was made to fill the memory. */
const CONTENT_MAX = 512 * 1024 * 1024;

/** What a backup says of itself before it is opened: nothing that the site's people do not know. */
export interface BackupFacts {
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Version of the manager. */
  readonly program: string;
  /** SHA-256 of the public key of the site's CA, and of its manager's, which stays when the CA is changed. */
  readonly authority: string;
  readonly manager: string;
  /** Migrations that its records have had. */
  readonly store: number;
}

export type BackupRefused = 'not-a-backup' | 'damaged' | 'newer-version' | 'wrong-passphrase';

/** A file that is whole and of a known form; its content is still closed. */
export interface ReadBackup {
  readonly facts: BackupFacts;
  readonly header: z.output<typeof headerSchema>;
  /** Everything before the ciphertext: authenticated with it. */
  readonly head: Buffer;
  readonly sealed: Buffer;
  readonly tag: Buffer;
}

const base64 = (bytes: number) =>
  z
    .string()
    .refine((text) => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === bytes)
    .transform((text) => Buffer.from(text, 'base64'));
const upTo = (max: number) => z.int().min(1).max(max);

const headerSchema = z.object({
  form: z.literal(FORM),
  site: z.string(),
  madeAt: z.int(),
  program: z.string(),
  authority: z.string(),
  manager: z.string(),
  store: z.int().min(1),
  key: z.object({
    function: z.literal('argon2id'),
    memory: upTo(COST_MAX.memory),
    time: upTo(COST_MAX.time),
    parallelism: upTo(COST_MAX.parallelism),
    salt: base64(SALT_BYTES),
    check: base64(CHECK_BYTES),
  }),
  nonce: base64(NONCE_BYTES),
});

/**
 * The content, compressed and encrypted with the passphrase: argon2id, AES-256-GCM. A file is
 * `magic, length of the header (4 bytes, big-endian), header (JSON), ciphertext, tag (16), SHA-256 of all before (32)`.
 *
 * The digest finds what a disk or a cable did; the tag what a person did; the check tells a wrong passphrase from both.
 */
export async function sealBackup(
  content: Buffer,
  given: {
    readonly facts: BackupFacts;
    readonly passphrase: string;
    readonly randomBytes: (count: number) => Uint8Array;
    readonly clock: Clock;
    readonly cost?: typeof BACKUP_COST;
  },
): Promise<Buffer> {
  const { facts, passphrase, randomBytes, clock, cost = BACKUP_COST } = given;
  const salt = Buffer.from(randomBytes(SALT_BYTES));
  const nonce = Buffer.from(randomBytes(NONCE_BYTES));
  const { key, check } = await keysOf(passphrase, { ...cost, salt, clock });
  const packed = await clock.outside(promisify(gzip)(content));
  const text = JSON.stringify({
    form: FORM,
    ...facts,
    key: { function: 'argon2id', ...cost, salt: salt.toString('base64'), check: check.toString('base64') },
    nonce: nonce.toString('base64'),
  });
  const header = Buffer.from(text);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(header.length);
  const head = Buffer.concat([MAGIC, length, header]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(head);
  const whole = Buffer.concat([head, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([whole, digest(whole)]);
}

/** Whether this is a whole backup of a form that this program knows, and what it says of itself. */
export function readBackup(file: Buffer): ReadBackup | BackupRefused {
  const start = MAGIC.length + LENGTH_BYTES;
  if (file.length < start || !file.subarray(0, MAGIC.length).equals(MAGIC)) return 'not-a-backup';
  const whole = file.subarray(0, -DIGEST_BYTES);
  if (whole.length < start + TAG_BYTES || !digest(whole).equals(file.subarray(-DIGEST_BYTES))) return 'damaged';
  const length = file.readUInt32BE(MAGIC.length);
  if (length > HEADER_MAX || start + length + TAG_BYTES > whole.length) return 'damaged';
  const header = parsedHeader(file.subarray(start, start + length));
  if (typeof header === 'string') return header;
  const { site, madeAt, program, authority, manager, store } = header;
  return {
    facts: { site, madeAt, program, authority, manager, store },
    header,
    head: whole.subarray(0, start + length),
    sealed: whole.subarray(start + length, -TAG_BYTES),
    tag: whole.subarray(-TAG_BYTES),
  };
}

/** What was sealed. */
export async function openBackup(
  { header, head, sealed, tag }: ReadBackup,
  { passphrase, clock }: { readonly passphrase: string; readonly clock: Clock },
): Promise<{ readonly content: Buffer } | BackupRefused> {
  const { key, check } = await keysOf(passphrase, { ...header.key, clock });
  if (!timingSafeEqual(check, header.key.check)) return 'wrong-passphrase';
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, header.nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(head);
    decipher.setAuthTag(tag);
    const packed = Buffer.concat([decipher.update(sealed), decipher.final()]);
    return { content: await clock.outside(promisify(gunzip)(packed, { maxOutputLength: CONTENT_MAX })) };
  } catch {
    // The tag does not fit, or what it vouches for was never packed by this program: no use in saying which.
    return 'damaged';
  }
}

/** Two independent halves: who knows the check knows nothing of the key. */
async function keysOf(
  passphrase: string,
  given: {
    readonly memory: number;
    readonly time: number;
    readonly parallelism: number;
    readonly salt: Buffer;
    readonly clock: Clock;
  },
): Promise<{ readonly key: Buffer; readonly check: Buffer }> {
  const { memory: memoryCost, time: timeCost, parallelism, salt, clock } = given;
  // As passwords: the same characters typed on two systems may arrive composed or decomposed.
  const text = passphrase.normalize('NFC');
  // The library's default algorithm is argon2id.
  const options = { memoryCost, timeCost, parallelism, salt, outputLen: KEY_BYTES + CHECK_BYTES };
  const raw = await clock.outside(hashRaw(text, options));
  return { key: raw.subarray(0, KEY_BYTES), check: raw.subarray(KEY_BYTES) };
}

function parsedHeader(bytes: Buffer): z.output<typeof headerSchema> | BackupRefused {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const form = z.object({ form: z.int() }).safeParse(value);
    if (form.success && form.data.form > FORM) return 'newer-version';
    const header = headerSchema.safeParse(value);
    return header.success ? header.data : 'damaged';
  } catch {
    return 'damaged';
  }
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
