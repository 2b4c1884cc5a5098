import { fastifyHelmet } from '@fastify/helmet';
import { fastifySwagger } from '@fastify/swagger';
import { Fault, type Log, systemClock } from '@seatmatrix/protocol/kernel';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { SESSION_COOKIES } from '../people/session-cookie.ts';
import type { Gatekeeper } from '../policy/gatekeeper.ts';
import { routeAudience } from '../policy/policy-table.ts';
import type { Scheme } from '../policy/request-origin.ts';
import type { SignedIn } from './endpoint.ts';
import { compileValidator, InputRefused } from './input-refused.ts';
import { type Problem, type ProblemCode, problem, sendProblem } from './problem.ts';
import { RequestRate } from './request-rate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

/** The largest request is a device group of a whole site: 10,000 keys of 40 bytes. */
const BODY_MAX = 512 * 1024;
/** Cookies and a cursor; Node's own limit, said here because it is ours to keep. */
const HEADERS_MAX = 16 * 1024;
/** A thousand pages with what their browsers keep open. Each costs some 60 KB. */
const CONNECTIONS_MAX = 4096;
/** The slowest honest client sends its half megabyte in this time; who is slower holds a connection for nothing. */
const REQUEST_TIMEOUT = 30_000;

export interface ServerOptions {
  /** PEM; null serves plain HTTP, which only the demonstration on loopback may. */
  readonly tls: { readonly key: string; readonly certificate: string } | null;
  readonly gatekeeper: Gatekeeper;
  /** Browsers are told to refuse plain HTTP: only with a certificate that they trust anyway. */
  readonly strictTransport: boolean;
  readonly log: Log;
  /** Told of every route as it is registered, by method and pattern. */
  readonly onRoute: (route: string) => void;
}

export const schemeOf = (tls: ServerOptions['tls']): Scheme => (tls === null ? 'http' : 'https');

/** Fastify with everything that holds for every route: the gate, headers, schemas, problems. Routes come after. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { tls, gatekeeper, strictTransport, log } = options;
  const app = fastify({
    bodyLimit: BODY_MAX,
    requestTimeout: REQUEST_TIMEOUT,
    http: { maxHeaderSize: HEADERS_MAX },
    ...(tls === null
      ? {}
      : { https: { key: tls.key, cert: tls.certificate, minVersion: 'TLSv1.3', maxHeaderSize: HEADERS_MAX } }),
    // Whoever sends X-Forwarded-For could write what he likes into the audit.
    trustProxy: false,
    // Open pages would hold the stop for as long as they stay open.
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => void refuseError(error, { reply, log }),
  }) as unknown as FastifyInstance;
  // JSON alone is spoken here; Fastify by itself also takes plain text.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('signedIn', null);
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) register(each, { url, onRoute: options.onRoute });
  });
  await app.register(fastifyHelmet, securityHeaders(strictTransport));
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Seatmatrix', version: '1', description: 'What the pages of a Seatmatrix manager use.' },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: SESSION_COOKIES[schemeOf(tls)],
            description: 'A person’s session, from POST /api/session.',
          },
          token: { type: 'http', scheme: 'bearer', description: 'A program’s token, from POST /api/tokens.' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.server.maxConnections = CONNECTIONS_MAX;
  const rate = new RequestRate(systemClock);
  app.addHook('onRequest', async (request, reply) => {
    if (!rate.mayAsk(request.ip ?? '')) return sendProblem(reply, problem('throttled', { retryAfter: 1 }));
    const refused = admit(request, gatekeeper);
    if (refused !== null) return sendProblem(reply, refused);
    return undefined;
  });
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('cache-control') && request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problem('not-found')));
  app.setErrorHandler((error: FastifyError, _request, reply) => refuseError(error, { reply, log }));
  return app;
}

function register(method: string, route: { readonly url: string; readonly onRoute: (route: string) => void }): void {
  const name = `${method} ${route.url}`;
  // Told when the manager starts, not when somebody finds out that nobody may use it.
  if (routeAudience(method, route.url) === 'none') {
    throw new Fault({ code: 'invariant-broken', message: `${name} does not stand in the policy table` });
  }
  route.onRoute(name);
}

function admit(request: FastifyRequest, gatekeeper: Gatekeeper): Problem | null {
  const { method, headers, routeOptions } = request;
  // Of a connection that has just broken there is none, whatever the type says.
  const address: string = request.ip ?? '';
  const admission = gatekeeper.admitRequest({ method, pattern: routeOptions.url ?? '', headers, address });
  if (admission.admitted) {
    request.signedIn = admission.signedIn;
    return null;
  }
  // What does not exist has no policy: it is told as missing, once there is a site to miss it in.
  if (request.is404 && admission.refusal === 'forbidden') return null;
  return problem(admission.refusal);
}

function refuseError(
  error: FastifyError,
  { reply, log }: { readonly reply: FastifyReply; readonly log: Log },
): FastifyReply {
  if (error instanceof InputRefused) return sendProblem(reply, problem('invalid', { errors: error.fields }));
  const code = codeOf(error);
  if (code === 'internal') log.error('a request failed', { error });
  // Fastify's words about what it could not read say nothing of our insides.
  return sendProblem(reply, problem(code, code === 'malformed' ? { detail: error.message } : {}));
}

function codeOf(error: FastifyError): ProblemCode {
  if (error instanceof Fault) return error.code === 'store-failed' ? 'store-failed' : 'internal';
  switch (error.statusCode) {
    // A path that leads out of the folder of the pages; there is nothing, and nothing that a status should tell.
    case 403:
    case 404:
      return 'not-found';
    case 413:
      return 'too-large';
    case 414:
    case 400:
      return 'malformed';
    case 415:
      return 'unsupported-media-type';
    default:
      return 'internal';
  }
}

/** Everything from ourselves, nothing inline, nothing framed. */
function securityHeaders(strictTransport: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: strictTransport ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    xFrameOptions: { action: 'deny' as const },
  };
}
