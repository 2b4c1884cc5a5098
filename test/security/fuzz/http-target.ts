import type { Random } from '@seatmatrix/protocol/kernel';
import { type SampleApp, startApp } from '../../../manager-server/src/api/sample-app.ts';
import { type FuzzShare, type FuzzTarget, openTarget } from './fuzz-target.ts';
import { type FindSchema, type JsonSchema, sampleOf, spoilt } from './json-sample.ts';
import { below, mutated, pick } from './mutation.ts';

interface HttpInput {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

interface Route {
  readonly method: HttpInput['method'];
  readonly pattern: string;
  readonly body: JsonSchema | null;
}

/** A site that requests have filled grows slow; this many make it worth a new one. */
const REQUESTS_A_SITE = 1000;

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/json\t;x',
  'text/plain',
  'multipart/form-data; boundary=x',
] as const;
const PARAMETERS = ['k1', 'key-1', '..', '%2e%2e%2f', '%00', 'a'.repeat(300), 'ab'.repeat(32), '__proto__'] as const;
const QUERIES = ['', '?', '?limit=0', '?limit=1e9', '?after=%ff', '?q=%00&q=2', '?__proto__=1', '?kind[]=x'] as const;

/** JSON of every HTTP route, as the administrator who may do everything: only a defect answers 500. */
export const httpTarget: FuzzShare = {
  weight: 4,
  async open() {
    let site = await startApp();
    const { routes, find } = await described(site);
    let requests = 0;
    const target: FuzzTarget<HttpInput> = {
      name: 'JSON of the HTTP routes',
      make: (random) => request(pick(random, routes), { random, find }),
      async take(input) {
        if (++requests % REQUESTS_A_SITE === 0) site = await renewed(site);
        const { method, url, body } = input;
        const answer = await site.app.server.inject({
          method,
          url,
          headers: { host: 'kvm.example:8080', cookie: site.cookie(), 'if-match': '"1"', ...input.headers },
          remoteAddress: `192.0.2.${requests % 200}`,
          ...(body === null ? {} : { payload: body }),
        });
        if (answer.statusCode >= 500) throw new Error(`${answer.statusCode} ${answer.payload}`);
        // Signed out by its own request, as it should be.
        if (answer.statusCode === 401) site = await renewed(site);
      },
      show: (input) => JSON.stringify(input),
      [Symbol.asyncDispose]: () => site.app.close(),
    };
    return openTarget(target);
  },
};

async function renewed(site: SampleApp): Promise<SampleApp> {
  await site.app.close();
  return startApp();
}

async function described(
  site: SampleApp,
): Promise<{ readonly routes: [Route, ...Route[]]; readonly find: FindSchema }> {
  const { json: document } = await site.request('GET', '/openapi.json');
  const all = site.app.routes.flatMap((route): readonly Route[] => {
    const [method = '', pattern = ''] = route.split(' ');
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') return [];
    const path = pattern.replaceAll(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[method.toLowerCase()];
    return [{ method, pattern, body: operation?.requestBody?.content?.['application/json']?.schema ?? null }];
  });
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('the server has no routes');
  const find: FindSchema = (reference) =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce((part, name) => part[name], document);
  return { routes: [first, ...rest], find };
}

function request(route: Route, { random, find }: { readonly random: Random; readonly find: FindSchema }): HttpInput {
  const { method, pattern } = route;
  const url =
    pattern.replaceAll(/:\w+|\*/g, () => pick(random, PARAMETERS)) + (random() < 0.2 ? pick(random, QUERIES) : '');
  if (method === 'GET') return { method, url, headers: {}, body: null };
  const contentType = random() < 0.9 ? CONTENT_TYPES[0] : pick(random, CONTENT_TYPES);
  return { method, url, headers: { 'content-type': contentType }, body: bodyOf(route.body, { random, find }) };
}

function bodyOf(schema: JsonSchema | null, given: { readonly random: Random; readonly find: FindSchema }): string {
  const { random } = given;
  const sample = sampleOf(schema ?? {}, given);
  const kind = below(random, 10);
  if (kind === 0) return JSON.stringify(sample);
  const text = JSON.stringify(spoilt(sample, random));
  return kind < 8 ? text : new TextDecoder().decode(mutated([new TextEncoder().encode(text)], random));
}
