import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pkcs10CertificateRequest, X509CertificateGenerator } from '@peculiar/x509';
import {
  DEFAULT_SOURCE_SETTINGS,
  deviceId,
  deviceKey,
  fingerprint,
  generation,
  type Hello,
  type Plan,
  PROTOCOL_VERSION,
  type Welcome,
} from '@seatmatrix/protocol/domain';
import { milliseconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  type ControlSession,
  fingerprintOfCertificate,
  LISTENER_FRAME_MAX,
  serveControl,
} from '@seatmatrix/protocol/link';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileIdentity, openFileIdentity } from '../identity/file-identity.ts';
import { openFileMemory } from '../identity/file-memory.ts';
import { ManagerLink } from './manager-link.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const MANAGER = fingerprint('f'.repeat(64));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatmatrix-link-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('adoption', () => {
  it('takes the certificate of the site that made the code, and comes back with it', async () => {
    const site = await openSite();
    const box = await openBox({ code: codeFor(site.authority) });
    await site.adopt(box);
    expect(box.identity.adopted).toBe(true);
    expect(box.memory.trusted?.authority).toBe(site.authority);
    expect(site.hellos.map((hello) => [hello.certificateRequest !== null, hello.enrolmentCode !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
    await box.link.stop();
  });

  it('refuses a site that did not make the code', async () => {
    const site = await openSite();
    const box = await openBox({ code: '00000-00000-00000-00000' });
    await site.adopt(box);
    expect(box.identity.adopted).toBe(false);
    expect(box.memory.trusted).toBeNull();
    // Not at once, again and again: it would be offered the same certificate.
    const asked = site.hellos.length;
    await clock.advance(milliseconds(10));
    expect(site.hellos.length - asked).toBeLessThan(3);
    await box.link.stop();
  });
});

describe('a plan', () => {
  it('is obeyed once its generation is durable, and refused when it is older', async () => {
    const site = await openSite();
    const box = await openBox({ code: null });
    await site.arrive();
    site.plan(5);
    await clock.settle();
    expect(box.plans).toEqual([5]);
    expect(box.memory.highestGeneration).toBe(5);
    expect((await openFileMemory(folder)).highestGeneration).toBe(5);
    site.plan(4);
    site.plan(5);
    await clock.settle();
    expect(box.plans).toEqual([5, 5]);
    expect(box.link.refusedPlans).toBe(1);
    await box.link.stop();
  });
});

describe("the manager's time", () => {
  it('is known from its welcome on and goes on without it', async () => {
    const site = await openSite();
    const box = await openBox({ code: null });
    expect(box.link.managerTime()).toBeNull();
    await site.arrive();
    const known = box.link.managerTime();
    await clock.advance(milliseconds(5000));
    expect(box.link.managerTime()).toBe((known ?? 0) + 5000);
    await box.link.stop();
  });
});

let clock: VirtualClock;
let network: MemoryNetwork;

interface OpenBox {
  readonly identity: FileIdentity;
  readonly memory: Awaited<ReturnType<typeof openFileMemory>>;
  readonly link: ManagerLink;
  readonly plans: number[];
}

async function openSite() {
  clock = new VirtualClock();
  network = new MemoryNetwork(clock);
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const root = await X509CertificateGenerator.createSelfSigned({ name: 'CN=site', keys, signingAlgorithm: ALGORITHM });
  const authority = root.toString('pem');
  const hellos: Hello[] = [];
  let session: ControlSession | null = null;
  const welcome = (certificate: string | null, state: Welcome['state']): Welcome => ({
    type: 'welcome',
    version: PROTOCOL_VERSION,
    state,
    certificate,
    authority,
    ticketKey: new Uint8Array(32),
    time: 1_000_000,
    manager: MANAGER,
  });
  const host = network.host({
    name: 'manager',
    identity: () => ({ fingerprint: MANAGER, standing: 'site', role: 'manager' }),
  });
  await host.listen({
    host: 'manager',
    port: 1,
    frameMax: { '/control': LISTENER_FRAME_MAX['/control'] },
    accept: (transport) =>
      serveControl({
        transport,
        clock,
        log: silentLog,
        handler: {
          hello(opened) {
            session = opened;
            hellos.push(opened.hello);
            opened.notify(welcome(null, opened.hello.certificateRequest === null ? 'adopted' : 'pending'));
          },
          request: () => Promise.reject(new Error('the bench answers nothing')),
          notice: () => undefined,
          lost: () => undefined,
        },
      }),
  });
  const arrive = () => clock.until(() => session !== null, { what: 'the box', within: milliseconds(5000) });
  return {
    authority,
    hellos,
    arrive,
    async adopt(box: OpenBox) {
      await arrive();
      const request = new Pkcs10CertificateRequest(box.identity.certificateRequest() ?? '');
      const certificate = await X509CertificateGenerator.create({
        subject: request.subject,
        issuer: root.subject,
        publicKey: request.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
      });
      session?.notify(welcome(certificate.toString('pem'), 'adopted'));
      session?.close({ code: CloseCode.adopted, reason: 'come back with it' });
      await clock.advance(milliseconds(5000));
    },
    plan(number: number) {
      const id = deviceId('0001');
      if (id === null) throw new Error('no ID');
      const device = { key: deviceKey('tx'), id, name: 'tx' };
      const settings = DEFAULT_SOURCE_SETTINGS;
      const plan: Plan = {
        type: 'transmitter',
        revision: number,
        generation: generation(number),
        device,
        settings,
        routes: [],
      };
      session?.notify({ type: 'plan', plan });
    },
  };
}

async function openBox({ code }: { readonly code: string | null }): Promise<OpenBox> {
  const identity = await openFileIdentity(folder);
  const memory = await openFileMemory(folder);
  const plans: number[] = [];
  const standing = () => (identity.adopted ? 'site' : 'stranger');
  const link = new ManagerLink({
    identity,
    memory,
    network: network.host({
      name: 'box',
      identity: () => ({
        fingerprint: identity.fingerprint,
        standing: standing(),
        role: identity.adopted ? 'box' : null,
      }),
    }),
    manager: () => ({ host: 'manager', port: 1 }),
    peer: { host: 'box', port: 2, advertise: null },
    media: null,
    clock,
    random: seededRandom(1),
    log: silentLog,
    firmware: '1',
    enrolmentCode: code,
    hello: () => ({
      type: 'hello',
      versions: { oldest: PROTOCOL_VERSION, newest: PROTOCOL_VERSION },
      kind: 'transmitter',
      firmware: '1',
      model: 'bench',
      capabilities: ['route'],
      codecs: [],
      highestGeneration: memory.highestGeneration,
      session: null,
      peer: { host: 'box', port: 2 },
      routes: [],
      authorities: identity.authorities(),
      certificateRequest: identity.certificateRequest(),
      enrolmentCode: identity.adopted ? null : code,
    }),
    listener: { changed: () => undefined, plan: (plan) => void plans.push(plan.generation), notice: () => undefined },
  });
  link.start();
  return { identity, memory, link, plans };
}

/** A code with an empty secret. */
function codeFor(authority: string): string {
  let bits = BigInt(`0x${fingerprintOfCertificate(authority).slice(0, 9)}`);
  let text = '';
  for (let index = 0; index < 20; index++) {
    text = `${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text.replace(/(.{5})(?=.)/g, '$1-');
}
