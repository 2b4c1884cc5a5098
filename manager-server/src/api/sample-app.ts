import { once } from 'node:events';
import { type Duplex, duplexPair } from 'node:stream';
import { fingerprint, type OperatorKey, operatorKey, type Role } from '@seatmatrix/protocol/domain';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import type { Response } from 'light-my-request';
import { WebSocket } from 'ws';
import { type App, createApp } from '../app.ts';
import { openAuditSigner } from '../audit/index.ts';
import { type Directory, openDirectory } from '../directory/index.ts';
import { createFeed, type SiteFeed } from '../feed/index.ts';
import { openPeople, type People } from '../people/open-people.ts';
import { type OperatorCredentials, openOperatorCredentials } from '../people/operator-credentials.ts';
import { argon2id } from '../people/password-hash.ts';
import { createJournal } from '../store/group-commit.ts';
import { type MemoryDisk, memoryDisk, openMemoryStore } from '../store/memory-store.ts';
import { SampleBoxSide } from './sample-box-side.ts';

// A whole pages' side for tests: real directory, store and people, no port; the box side is a sample.

const cheap = argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 });
export const PASSWORD = 'x9-Blaubeere-mit-Sahne';
export const HOST = 'kvm.example:8080';
export const ORIGIN = `http://${HOST}`;

export interface SampleApp {
  readonly app: App;
  readonly boxSide: SampleBoxSide;
  readonly clock: VirtualClock;
  readonly directory: Directory;
  readonly disk: MemoryDisk;
  readonly feed: SiteFeed;
  readonly people: People;
  readonly credentials: OperatorCredentials;
  /** As the administrator that has claimed the site; JSON both ways. */
  request(method: Method, url: string, options?: RequestOptions): Promise<SampleResponse>;
  /** As nobody, from another machine. */
  asNobody(method: Method, url: string, options?: RequestOptions): Promise<SampleResponse>;
  cookie(): string;
  /** Somebody of this role, signed in. */
  asRole(role: Role): Promise<{ readonly cookie: string; readonly key: OperatorKey }>;
  /** A page's socket over a pipe in memory. A header that is null is left out. */
  socket(path: string, headers?: Readonly<Record<string, string | null>>): WebSocket;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD';

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SampleResponse {
  readonly status: number;
  readonly headers: Response['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asserts
  readonly json: any;
}

export async function startApp({
  claim = true,
  webFolder = '/nonexistent',
}: {
  readonly claim?: boolean;
  readonly webFolder?: string;
} = {}): Promise<SampleApp> {
  const clock = new VirtualClock();
  const disk = memoryDisk();
  const store = openMemoryStore({ disk });
  const journal = createJournal(store, silentLog);
  const records = await store.load();
  const feed = createFeed({ id: 'feed-1', log: silentLog });
  const common = { records, journal, clock, log: silentLog };
  let held: OperatorCredentials | null = null;
  const canSignIn = (key: string) => held?.hasPassword(operatorKey(key)) ?? true;
  const directory = openDirectory({ ...common, feed, canSignIn });
  const credentials = await openOperatorCredentials({ ...common, directory, hash: cheap });
  held = credentials;
  const people = openPeople({ ...common, directory, credentials });
  const auditSigner = await openAuditSigner({ records, journal });
  const boxSide = new SampleBoxSide();
  let keys = 0;
  const app = await createApp({
    ...{ directory, auditSigner, boxSide, rotation: sampleRotation, feed, journal, store, people, webFolder, clock },
    boxes: { port: 8443 },
    tls: null,
    strictTransport: false,
    log: silentLog,
    newKey: () => `key-${++keys}`,
  });
  let cookie = '';
  const asNobody = async (method: Method, url: string, { body, headers = {} }: RequestOptions = {}) => {
    const response = await app.server.inject({
      method,
      url,
      remoteAddress: '192.0.2.7',
      headers: { host: HOST, ...headers },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(body === undefined ? {} : { headers: { host: HOST, 'content-type': 'application/json', ...headers } }),
    });
    const isJson = response.payload !== '' && /[/+]json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.payload,
      json: isJson ? JSON.parse(response.payload) : null,
    };
  };
  const request = (method: Method, url: string, { body, headers = {} }: RequestOptions = {}) =>
    asNobody(method, url, { body, headers: { cookie, ...headers } });
  const socket = (path: string, headers: Readonly<Record<string, string | null>> = {}) => {
    const all = { host: HOST, origin: ORIGIN, cookie, ...headers };
    const [near, far] = duplexPair();
    app.server.server.emit('connection', far);
    return new WebSocket(`ws://${HOST}${path}`, {
      createConnection: () => near as Duplex as never,
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Record<string, string>,
      perMessageDeflate: false,
    });
  };
  const asRole = async (role: Role) => {
    const body = { name: `${role} ${++keys}`, role, disabled: false, groups: [] };
    const { key } = (await request('POST', '/api/operators', { body })).json;
    const set = await request('PUT', `/api/operators/${key}/password`, { body: { password: PASSWORD } });
    const signed = await asNobody('POST', '/api/session', { body: { name: body.name, password: PASSWORD } });
    if (set.status !== 204 || signed.status !== 200) throw new RangeError(`${role} cannot sign in: ${signed.text}`);
    return { cookie: String(signed.headers['set-cookie']).split(';')[0] ?? '', key: operatorKey(key) };
  };
  if (claim) {
    const body = { code: people.claim.code, name: 'Ärztin', password: PASSWORD };
    const claimed = await asNobody('POST', '/api/claim', { body });
    cookie = String(claimed.headers['set-cookie']).split(';')[0] ?? '';
  }
  return {
    ...{ app, boxSide, clock, directory, disk, feed, people, credentials, request, asNobody, asRole, socket },
    cookie: () => cookie,
  };
}

/** A site that has one CA and goes through its change as it is told. */
export const sampleRotation = {
  status: () => ({ phase: 'settled', current: fingerprint('ca'.repeat(32)), other: null, waiting: [] }) as const,
  advance: async ({ step }: { readonly step: string }) => (step === 'prepare' ? null : ('wrong-step' as const)),
};

/** The close code of a socket that was open, or the status with which it was refused. */
export async function ending(socket: WebSocket): Promise<number> {
  const refused = once(socket, 'unexpected-response').then(([, response]) => Number(response.statusCode));
  const closed = once(socket, 'close').then(([code]) => Number(code));
  socket.on('error', () => undefined);
  return Promise.race([refused, closed]);
}
