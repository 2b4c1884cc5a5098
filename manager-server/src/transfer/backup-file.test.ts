import { createHash } from 'node:crypto';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupFacts, openBackup, readBackup, sealBackup } from './backup-file.ts';

const clock = new VirtualClock();
const cost = { memory: 8, time: 1, parallelism: 1 };
const passphrase = 'Ärger mit 气象 und Wolken';
const facts: BackupFacts = {
  site: '监控中心',
  madeAt: 1_800_000_000_000,
  program: '0.1.0',
  authority: 'ab'.repeat(32),
  manager: 'cd'.repeat(32),
  store: 4,
};
const content = Buffer.from('{"secret": "argon2 and keys"}\n'.repeat(50));
let drawn = 0;
const randomBytes = (count: number) => new Uint8Array(count).fill(++drawn);
const file = await sealBackup(content, { facts, passphrase, randomBytes, clock, cost });

async function opened(bytes: Buffer, phrase = passphrase) {
  const read = readBackup(bytes);
  if (typeof read === 'string') return read;
  const result = await openBackup(read, { passphrase: phrase, clock });
  return typeof result === 'string' ? result : result.content.toString();
}

/** What somebody does who knows the form: the digest fits what he made of it. */
const rehashed = (bytes: Buffer): Buffer => {
  const whole = bytes.subarray(0, -32);
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
};

describe('a backup file', () => {
  test('gives back what was sealed, and says whose it is before it is opened', async () => {
    expect(await opened(file)).toBe(content.toString());
    expect(readBackup(file)).toMatchObject({ facts });
  });

  test('opens with the same characters typed on another system', async () => {
    expect(await opened(file, passphrase.normalize('NFD'))).toBe(content.toString());
  });

  test.each([[''], ['x'], [passphrase.toLowerCase()], [`${passphrase} `]])('does not open with %j', async (phrase) => {
    expect(await opened(file, phrase)).toBe('wrong-passphrase');
  });

  test('has nothing of its content in clear', () => {
    expect(file.includes('secret')).toBe(false);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a database', Buffer.from('SQLite format 3\0'.padEnd(4096))],
    ['an archive', Buffer.from('504b0304'.padEnd(200, '0'), 'hex')],
  ])('is not %s', async (_, bytes) => {
    expect(await opened(bytes)).toBe('not-a-backup');
  });

  test('of a later form is told as such', async () => {
    const text = file.toString('latin1').replace('"form":1', '"form":2');
    expect(await opened(rehashed(Buffer.from(text, 'latin1')))).toBe('newer-version');
  });

  test('asks for no more memory than a manager has', async () => {
    const text = file
      .toString('latin1')
      .replace('"memory":8', '"memory":4000000000')
      .replace(/^.{18}..../s, '');
    const header = text.slice(0, text.indexOf('}', text.indexOf('"nonce"')) + 1);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    const head = Buffer.concat([Buffer.from('SEATMATRIX BACKUP\n'), length]);
    expect(await opened(rehashed(Buffer.concat([head, Buffer.from(text, 'latin1')])))).toBe('damaged');
  });

  test('property: cut off anywhere, it opens nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
        expect(['not-a-backup', 'damaged']).toContain(await opened(file.subarray(0, length)));
      }),
    );
  });

  test('property: with any bit turned it opens nothing, also when its digest is made to fit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length * 8 - 1 }), fc.boolean(), async (bit, fitting) => {
        const turned = Buffer.from(file);
        turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const bytes = fitting && bit < (file.length - 32) * 8 ? rehashed(turned) : turned;
        expect(['not-a-backup', 'damaged', 'newer-version', 'wrong-passphrase']).toContain(await opened(bytes));
      }),
      { numRuns: 400 },
    );
  });

  test('property: no bytes at all end anywhere but in a refusal', async () => {
    const magic = file.subarray(0, 18);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, fitting) => {
        const made = Buffer.concat([magic, bytes]);
        expect(['not-a-backup', 'damaged', 'newer-version', 'wrong-passphrase']).toContain(
          await opened(fitting ? rehashed(Buffer.concat([made, Buffer.alloc(32)])) : made),
        );
      }),
      { numRuns: 300 },
    );
  });
});
