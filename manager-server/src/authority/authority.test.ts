// The library resolves its parts by decorators: their metadata has to be there before it is loaded.
import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { fingerprint, generation, routeId } from '@seatmatrix/protocol/domain';
import { milliseconds, silentLog } from '@seatmatrix/protocol/kernel';
import { fingerprintOf, identify, openTicket } from '@seatmatrix/protocol/link';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import { createJournal } from '../store/group-commit.ts';
import { memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { enrolmentCode, hashOfCode } from './enrolment-code.ts';
import { CODE_VALID_MS, EnrolmentCodes } from './enrolment-codes.ts';
import { openSiteAuthority } from './site-authority.ts';

async function open(disk = memoryDisk(), clock = new VirtualClock()) {
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const records = await store.load();
  return { authority: await openSiteAuthority({ records, journal, clock }), records, journal, clock, disk };
}

async function boxRequest() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: 'CN=box',
    keys,
    signingAlgorithm: algorithm,
  });
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', spki));
  return { request: request.toString('pem'), holder: fingerprint(hash.toHex()) };
}

test('the keys of the first start are the keys of every start', async () => {
  const disk = memoryDisk();
  const first = await open(disk);
  const second = await open(disk);
  expect(second.authority.identity).toEqual(first.authority.identity);
  expect(second.authority.ticketKey).toEqual(first.authority.ticketKey);
});

test('the manager’s certificate and the boxes’ are the site’s, each in its role', async () => {
  const { authority, clock } = await open();
  const trust = { authority: authority.identity.authority, authorityPrefix: null, now: clock.wall() };
  const manager = new X509Certificate(authority.identity.certificate);
  expect(identify([manager], { trust, address: '' })).toMatchObject({
    standing: 'site',
    role: 'manager',
    fingerprint: authority.identity.fingerprint,
  });
  const asked = await boxRequest();
  const box = new X509Certificate(await authority.issue(asked));
  expect(identify([box], { trust, address: '' })).toMatchObject({
    standing: 'site',
    role: 'box',
    fingerprint: asked.holder,
  });
  expect(fingerprintOf(new X509Certificate(authority.identity.authority))).toBe(authority.authorityFingerprint);
});

test('a box gets no certificate for another key than its own, nor for something else than a request', async () => {
  const { authority } = await open();
  const [one, other] = [await boxRequest(), await boxRequest()];
  await expect(authority.issue({ request: one.request, holder: other.holder })).rejects.toMatchObject({
    code: 'certificate-invalid',
  });
  await expect(authority.issue({ request: 'nonsense', holder: one.holder })).rejects.toMatchObject({
    code: 'certificate-invalid',
  });
});

test('a ticket that the authority signed opens with the key that boxes are told', async () => {
  const { authority } = await open();
  const ticket = {
    purpose: 'route',
    route: routeId('r'),
    generation: generation(3),
    from: authority.identity.fingerprint,
    to: authority.authorityFingerprint,
    mode: 'view',
    basis: null,
    expiresAt: 5,
  } as const;
  expect(openTicket(authority.signTicket(ticket), authority.ticketKey)).toEqual(ticket);
});

test('a code is twenty characters in four groups, and is found however it is typed', () => {
  const code = enrolmentCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), fingerprint('abcdef012'.padEnd(64, '0')));
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(hashOfCode(code.toLowerCase().replaceAll('-', ' '))).toBe(hashOfCode(code));
  expect(hashOfCode('too short')).toBeNull();
  expect(hashOfCode(code.replace(/.$/, 'U'))).toBeNull();
});

test('a code is used up by its uses, ends after a day, and is kept as a hash alone', async () => {
  const { records, journal, clock, disk, authority } = await open();
  let byte = 0;
  const codes = new EnrolmentCodes({
    records,
    journal,
    clock,
    authority: authority.authorityFingerprint,
    randomBytes: (count) => new Uint8Array(count).fill(++byte),
  });
  const twice = codes.create({ device: null, uses: 2 });
  await journal.commit(twice.staged.map((each) => each.write));
  expect(JSON.stringify([...disk.records])).not.toContain(twice.code);
  expect(codes.find(twice.code)).toMatchObject({ device: null, usesLeft: 2 });
  codes.stageUse(twice.key);
  expect(codes.find(twice.code)).toMatchObject({ usesLeft: 1 });
  codes.stageUse(twice.key);
  expect(codes.find(twice.code)).toBeNull();
  const old = codes.create({ device: null, uses: 1 });
  await clock.advance(milliseconds(CODE_VALID_MS));
  expect(codes.find(old.code)).toBeNull();
  expect(codes.entries()).toEqual([]);
});
