import 'reflect-metadata';
import { randomBytes, type webcrypto } from 'node:crypto';
import { BasicConstraintsExtension, PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { Secret } from '../kernel/index.ts';
import type { TlsIdentity } from '../link/index.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

export interface TestAuthority {
  readonly certificate: string;
  /** A key and a certificate of this CA for it, with the CA's own behind it. */
  issue(options: { readonly role: 'box' | 'manager'; readonly validTo?: Date }): Promise<TlsIdentity>;
}

/** A CA for tests of real connections. */
export async function makeTestAuthority(name = 'test site', valid: Valid = always()): Promise<TestAuthority> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...certificateOf(valid),
    name: `CN=${name}`,
    keys,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  const authority = certificate.toString('pem');
  return {
    certificate: authority,
    async issue({ role, validTo }) {
      const own = await makeKeys();
      const issued = await X509CertificateGenerator.create({
        ...certificateOf(validTo === undefined ? valid : { from: new Date(validTo.getTime() - DAY), until: validTo }),
        subject: `CN=${role} of ${name}, OU=${role}`,
        issuer: certificate.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [new BasicConstraintsExtension(false)],
      });
      return { key: new Secret(await keyPem(own)), certificate: `${issued.toString('pem')}\n${authority}`, authority };
    },
  };
}

/** What a box has before adoption. */
export async function makeStranger(subject = 'CN=new box, OU=box', valid: Valid = always()): Promise<TlsIdentity> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({ ...certificateOf(valid), name: subject, keys });
  return { key: new Secret(await keyPem(keys)), certificate: certificate.toString('pem'), authority: null };
}

const makeKeys = (): Promise<webcrypto.CryptoKeyPair> => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

async function keyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

interface Valid {
  readonly from: Date;
  readonly until: Date;
}

function always(): Valid {
  return { from: new Date(Date.now() - DAY), until: new Date(Date.now() + DAY) };
}

function certificateOf({ from, until }: Valid) {
  return {
    serialNumber: randomBytes(8).toString('hex'),
    notBefore: from,
    notAfter: until,
    signingAlgorithm: ALGORITHM,
  };
}
