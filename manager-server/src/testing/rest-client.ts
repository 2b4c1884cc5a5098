import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import { createApp } from '../app.ts';
import type { Manager } from '../manager.ts';
import { openPeople } from '../people/open-people.ts';
import type { Store } from '../store/store.ts';

const HOST = 'kvm.example:8080';
const PASSWORD = 'x9-Blaubeere-mit-Sahne';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Null where the answer has no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asserts
  readonly json: any;
}

/** An administrator's program: the pages' whole listener on a manager that runs, without a port. */
export interface RestClient extends AsyncDisposable {
  request(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<RestAnswer>;
}

/** Claims the site, as its first administrator. */
export async function openRestClient(options: {
  readonly manager: Manager;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<RestClient> {
  const { manager, store, clock, log } = options;
  const { directory, credentials, auditSigner, journal, feed, boxSide, rotation, records, boxes } = manager;
  const people = openPeople({ records, directory, credentials, journal, clock, log });
  const app = await createApp({
    ...{ directory, auditSigner, boxSide, rotation, boxes, feed, journal, store, people, clock, log },
    tls: null,
    strictTransport: false,
    webFolder: '/nonexistent',
  });
  let cookie = '';
  const request: RestClient['request'] = async (method, path, { body, headers = {} } = {}) => {
    const answer = await app.server.inject({
      method,
      url: path,
      headers: {
        host: HOST,
        cookie,
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, headers: answer.headers, json: isJson ? JSON.parse(answer.payload) : null };
  };
  // The second client of one site signs in as the first one's administrator.
  const { code } = people.claim;
  const person = { name: 'lab', password: PASSWORD };
  const claimed =
    code === null
      ? await request('POST', '/api/session', { body: person })
      : await request('POST', '/api/claim', { body: { ...person, code } });
  if (claimed.status !== 201 && claimed.status !== 200) {
    throw new Fault({ code: 'invariant-broken', message: `the site is not claimed: ${JSON.stringify(claimed.json)}` });
  }
  cookie = String(claimed.headers['set-cookie']).split(';')[0] ?? '';
  return { request, [Symbol.asyncDispose]: () => app.close() };
}
