import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../directory/directory.ts';
import { type Account, actorName } from '../people/account.ts';
import type { ApiToken } from '../people/api-tokens.ts';
import type { WebSession } from '../people/web-sessions.ts';
import { peopleAudience, peopleAudiences } from '../policy/audience.ts';
import { routeAudience } from '../policy/policy-table.ts';
import {
  isProblem,
  PROBLEM_TYPE,
  type Problem,
  type ProblemCode,
  problemCatalogue,
  problemSchema,
  sendProblem,
} from './problem.ts';

/** A request after the policy and the schemas have let it through. */
export interface EndpointRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly from: string;
  readonly headers: FastifyRequest['headers'];
  readonly signedIn: SignedIn | null;
  /** For the audit. */
  readonly actor: Actor;
}

export interface SignedIn {
  readonly account: Account;
  readonly by:
    | { readonly type: 'session'; readonly session: WebSession }
    | { readonly type: 'token'; readonly token: ApiToken };
}

/** As the audit names whoever asks: a program by its token, and whose that is. */
export function actorOf(signedIn: SignedIn | null): string {
  if (signedIn === null) return 'anonymous';
  const name = actorName(signedIn.account);
  return signedIn.by.type === 'session' ? name : `${name} by token ${signedIn.by.token.name}`;
}

export interface Answer<Body> {
  readonly status: 200 | 201 | 204 | 304;
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Endpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Changes what others may have changed: asks for If-Match. */
  readonly conditional?: true;
  /** Null answers 204. */
  readonly result: Result | null;
  /** Of a success, other than 200 and 204. */
  readonly created?: true;
  /** Bytes, where more than the server's own limit may come. */
  readonly bodyMax?: number;
  /** Beside those that any request may get. */
  readonly problems?: readonly ProblemCode[];
  handle(
    request: EndpointRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Problem | Answer<z.output<Result> | null> | Promise<Problem | Answer<z.output<Result> | null>>;
}

/** What any request may get instead of an answer. */
const GENERAL_PROBLEMS: readonly ProblemCode[] = [
  'malformed',
  'invalid',
  'not-signed-in',
  'forbidden',
  'foreign-origin',
  'second-factor-missing',
  'password-replaced-first',
  'too-large',
  'unsupported-media-type',
  'internal',
  'not-claimed',
  'store-failed',
];

const noParams = z.object({});
const noQuery = z.strictObject({});
const noBody = z.unknown();
/** Not required here: without it the answer is 428, which says what to do, and not 400. */
const conditionalHeaders = z.looseObject({
  'if-match': z.string().optional().meta({ description: 'the ETag that was seen; without it the answer is 428' }),
});

/** Puts an endpoint on the server: its schemas check what comes, what goes, and make the OpenAPI document. */
export function addEndpoint<
  Params extends z.ZodType = typeof noParams,
  Query extends z.ZodType = typeof noQuery,
  Body extends z.ZodType = typeof noBody,
  Result extends z.ZodType = z.ZodUndefined,
>(app: FastifyInstance, endpoint: Endpoint<Params, Query, Body, Result>): void {
  const { method, path, summary, tag, params, query, body, result } = endpoint;
  const success = result === null ? { 204: z.undefined() } : { [endpoint.created ? 201 : 200]: result };
  app.route({
    method,
    url: path,
    ...(endpoint.bodyMax === undefined ? {} : { bodyLimit: endpoint.bodyMax }),
    schema: {
      summary,
      tags: [tag],
      operationId: operationId(method, path),
      params: params ?? noParams,
      querystring: query ?? noQuery,
      ...(body === undefined ? {} : { body }),
      ...(endpoint.conditional ? { headers: conditionalHeaders } : {}),
      security: securityOf(method, path),
      response: { ...success, ...problemResponses([...GENERAL_PROBLEMS, ...(endpoint.problems ?? [])]) },
    },
    handler: async (request, reply) => {
      const answer = await endpoint.handle(endpointRequest<Params, Query, Body>(request));
      if (isProblem(answer)) return sendProblem(reply, answer);
      reply.code(answer.status).headers(answer.headers ?? {});
      return answer.body === null ? reply.send() : reply.send(answer.body);
    },
  });
}

export const ok = <Body>(body: Body, headers: Readonly<Record<string, string>> = {}): Answer<Body> => ({
  status: 200,
  body,
  headers,
});

export const done = (headers: Readonly<Record<string, string>> = {}): Answer<null> => ({
  status: 204,
  body: null,
  headers,
});

function endpointRequest<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  request: FastifyRequest,
): EndpointRequest<z.output<Params>, z.output<Query>, z.output<Body>> {
  const { signedIn } = request;
  return {
    // Fastify has put the outputs of these very schemas here: see compileValidator.
    params: request.params as z.output<Params>,
    query: request.query as z.output<Query>,
    body: request.body as z.output<Body>,
    from: request.ip,
    headers: request.headers,
    signedIn,
    actor: { name: actorOf(signedIn), from: request.ip },
  };
}

export function securityOf(method: string, path: string): readonly Record<string, readonly string[]>[] {
  const audience = peopleAudience(routeAudience(method, path));
  if (audience === null) return [];
  return peopleAudiences[audience].scope === null ? [{ session: [] }] : [{ session: [] }, { token: [] }];
}

/** One response a status, with all of its codes. */
export function problemResponses(codes: readonly ProblemCode[]): Record<number, unknown> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      { description: ofStatus.join(', '), content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
    ]),
  );
}

/** `GET /api/devices/:key` → `getDevicesByKey`: what generated clients call it. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .replace(/:(\w)/g, 'by-$1')
    .split(/[^a-z0-9]+/i)
    .filter((word) => word !== '');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
