import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Pkcs10CertificateRequest, X509CertificateGenerator } from '@peculiar/x509';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileIdentity } from './file-identity.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatmatrix-identity-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('a box identity in a folder', () => {
  it('is made at the first start and the same at the next', async () => {
    const first = await openFileIdentity(folder);
    const second = await openFileIdentity(folder);
    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(second.credentials()).toEqual(first.credentials());
    expect(first.adopted).toBe(false);
  });

  it('keeps its key for its owner alone', async () => {
    await openFileIdentity(folder);
    expect((await stat(join(folder, 'box.key'))).mode & 0o777).toBe(0o600);
  });

  it('asks for a certificate until it is adopted, and shows the given one after', async () => {
    const identity = await openFileIdentity(folder);
    const site = await makeSite();
    const given = { certificate: await site.sign(identity.certificateRequest() ?? ''), authority: site.authority };
    await identity.adopt(given);
    expect(identity.adopted).toBe(true);
    expect(identity.certificateRequest()).toBeNull();
    const reopened = await openFileIdentity(folder);
    expect(reopened.adopted).toBe(true);
    expect(reopened.credentials().certificate.trim()).toBe(given.certificate.trim());
    expect(reopened.credentials().authority?.trim()).toBe(given.authority.trim());
  });

  it.each([
    [
      'for another key',
      async () => {
        const other = await openFileIdentity(join(folder, 'other'));
        const site = await makeSite();
        return { certificate: await site.sign(other.certificateRequest() ?? ''), authority: site.authority };
      },
    ],
    [
      'from another CA',
      async (request: string) => {
        const site = await makeSite();
        return { certificate: await site.sign(request), authority: (await makeSite()).authority };
      },
    ],
    ['that is no certificate', async () => ({ certificate: 'nonsense', authority: 'nonsense' })],
  ])('refuses a certificate %s and stays as it was', async (_name, make) => {
    const identity = await openFileIdentity(folder);
    const given = await make(identity.certificateRequest() ?? '');
    await expect(identity.adopt(given)).rejects.toMatchObject({ code: 'certificate-invalid' });
    expect(identity.adopted).toBe(false);
    expect((await openFileIdentity(folder)).adopted).toBe(false);
  });

  it('says so when its key is damaged', async () => {
    await openFileIdentity(folder);
    await writeFile(join(folder, 'box.key'), (await readFile(join(folder, 'box.key'), 'utf8')).slice(0, 60));
    await expect(openFileIdentity(folder)).rejects.toMatchObject({ code: 'certificate-invalid' });
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openFileIdentity(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'folder-unwritable' });
  });
});

async function makeSite(): Promise<{ readonly authority: string; sign(request: string): Promise<string> }> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const root = await X509CertificateGenerator.createSelfSigned({ name: 'CN=site', keys, signingAlgorithm: ALGORITHM });
  return {
    authority: root.toString('pem'),
    async sign(request) {
      const parsed = new Pkcs10CertificateRequest(request);
      const certificate = await X509CertificateGenerator.create({
        subject: parsed.subject,
        issuer: root.subject,
        publicKey: parsed.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
      });
      return certificate.toString('pem');
    },
  };
}
