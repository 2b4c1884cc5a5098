import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCertificate, selfSignedCertificate } from './pages-certificate.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'seatmatrix-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true });
});

const names = ['kvm.example', 'localhost'];
const addresses = ['127.0.0.1', '::1'];
const now = new Date('2026-05-01T00:00:00Z');

describe('the pages’ certificate', () => {
  test('is for every name, kept, and its key is nobody else’s to read', async () => {
    const kept = folder();
    const made = await selfSignedCertificate({ folder: kept, names, addresses, now });
    const read = new X509Certificate(made.certificate);
    expect([read.checkHost('kvm.example'), read.checkIP('127.0.0.1'), read.checkIP('::1')]).not.toContain(undefined);
    expect(read.checkHost('evil.example')).toBeUndefined();
    expect(read.ca).toBe(false);
    expect(statSync(join(kept, 'pages.pem')).mode & 0o777).toBe(0o600);
    expect(await selfSignedCertificate({ folder: kept, names, addresses, now })).toEqual(made);
  });

  test('is made anew for a new name, and long before its end', async () => {
    const kept = folder();
    const made = await selfSignedCertificate({ folder: kept, names, addresses, now });
    const renamed = await selfSignedCertificate({ folder: kept, names: [...names, 'other.example'], addresses, now });
    expect(renamed.certificate).not.toBe(made.certificate);
    const later = new Date('2028-03-01T00:00:00Z');
    const renewed = await selfSignedCertificate({ folder: kept, names, addresses, now: later });
    expect(new X509Certificate(renewed.certificate).validToDate.getTime()).toBeGreaterThan(later.getTime());
  });

  test('of the site’s own is read with its key, and refused without', async () => {
    const one = folder();
    const other = folder();
    await selfSignedCertificate({ folder: one, names, addresses, now });
    await selfSignedCertificate({ folder: other, names, addresses, now });
    const certificate = join(one, 'pages.pem');
    expect(readCertificate({ certificate, key: join(one, 'pages.pem') }).certificate).toBe(
      readFileSync(certificate, 'utf8'),
    );
    expect(() => readCertificate({ certificate, key: join(other, 'pages.pem') })).toThrow(/is not the key of/);
    writeFileSync(join(other, 'pages.pem'), 'garbage');
    expect(() => readCertificate({ certificate, key: join(other, 'pages.pem') })).toThrow(/no PEM certificate/);
    expect(() => readCertificate({ certificate, key: join(one, 'gone.pem') })).toThrow(/no PEM certificate/);
  });
});
