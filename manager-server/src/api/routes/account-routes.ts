import { NAME_MAX } from '@seatmatrix/protocol/domain';
import { type Duration, seconds, unreachable } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Administrators } from '../../people/administrators.ts';
import { sessionCookie } from '../../people/session-cookie.ts';
import type { WebSessions } from '../../people/web-sessions.ts';
import type { Scheme } from '../../policy/request-origin.ts';
import { addEndpoint, done, type EndpointRequest, ok, type SignedIn } from '../endpoint.ts';
import { type Problem, problem } from '../problem.ts';
import { administratorKeySchema } from '../schema/key.ts';
import { lineSchema, passwordSchema } from '../schema/text.ts';

export interface AccountRoutesOptions {
  readonly administrators: Administrators;
  readonly sessions: WebSessions;
  readonly scheme: Scheme;
}

const name = lineSchema({ min: 1, max: NAME_MAX });
const administratorSchema = z
  .object({ key: administratorKeySchema, name: z.string(), createdAt: z.number() })
  .meta({ id: 'Administrator' });
const claimState = z.object({ claimed: z.boolean(), expired: z.boolean() }).meta({ id: 'ClaimState' });

/** Claiming the site, signing in and out, and who may. */
export function addAccountRoutes(app: FastifyInstance, options: AccountRoutesOptions): void {
  addClaim(app, options);
  addSession(app, options);
  addAdministrators(app, options);
}

function addClaim(app: FastifyInstance, { administrators, sessions, scheme }: AccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/claim',
    summary: 'Whether the site has an administrator, and whether its claim code has ended',
    tag: 'Account',
    result: claimState,
    handle: () => ok({ claimed: administrators.claimed, expired: administrators.claimExpired }),
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/claim',
    summary: 'Make the first administrator with the code that the manager printed, and sign in',
    tag: 'Account',
    body: z.strictObject({ code: z.string().max(64), name, password: passwordSchema }),
    result: administratorSchema,
    created: true,
    problems: [
      'already-claimed',
      'claim-code-wrong',
      'claim-code-expired',
      'password-too-short',
      'password-too-common',
      'throttled',
    ],
    async handle({ body, from }) {
      const claimed = await administrators.claim({ ...body, from });
      if (!claimed.ok) return refusal(claimed);
      const cookie = sessionCookie(await sessions.start(claimed.administrator.key), scheme);
      return { status: 201, body: claimed.administrator, headers: { 'set-cookie': cookie } };
    },
  });
}

function addSession(app: FastifyInstance, { administrators, sessions, scheme }: AccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    tag: 'Account',
    body: z.strictObject({ name, password: passwordSchema }),
    result: administratorSchema,
    problems: ['wrong-credentials', 'throttled'],
    async handle({ body, from, signedIn }) {
      const answer = await administrators.signIn({ ...body, from });
      if (!answer.ok) return refusal(answer);
      // A new token at each sign-in: one that was planted before is worth nothing (session fixation).
      if (signedIn !== null) await sessions.end(signedIn.session.id);
      const cookie = sessionCookie(await sessions.start(answer.administrator.key), scheme);
      return ok(answer.administrator, { 'set-cookie': cookie });
    },
  });
  addEndpoint(app, {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in',
    tag: 'Account',
    result: administratorSchema,
    handle: (request) => ok(signedInOf(request).administrator),
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    tag: 'Account',
    result: null,
    async handle(request) {
      const { session, administrator } = signedInOf(request);
      await sessions.end(session.id);
      await administrators.signOut(administrator, request.from);
      return done({ 'set-cookie': sessionCookie(null, scheme) });
    },
  });
  addEndpoint(app, {
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Change one’s own password; ends all of one’s other sessions',
    tag: 'Account',
    body: z.strictObject({ current: passwordSchema, next: passwordSchema }),
    result: null,
    problems: ['wrong-password', 'password-too-short', 'password-too-common', 'throttled'],
    async handle(request) {
      const { session, administrator } = signedInOf(request);
      const { body, from } = request;
      const changed = await administrators.changePassword({ ...body, administrator: administrator.key, from });
      if (!changed.ok) return changed.refusal === 'wrong-credentials' ? problem('wrong-password') : refusal(changed);
      await sessions.endAllOf(administrator.key, session.id);
      return done();
    },
  });
}

function addAdministrators(app: FastifyInstance, { administrators, sessions }: AccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/administrators',
    summary: 'All administrators',
    tag: 'Account',
    result: z.object({ items: z.array(administratorSchema) }),
    handle: () => ok({ items: [...administrators.list()] }),
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/administrators',
    summary: 'Another administrator',
    tag: 'Account',
    body: z.strictObject({ name, password: passwordSchema }),
    result: administratorSchema,
    created: true,
    problems: ['already-exists', 'password-too-short', 'password-too-common'],
    async handle({ body, actor }) {
      const created = await administrators.create({ ...body, actor });
      return created.ok ? { status: 201, body: created.administrator } : refusal(created);
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/administrators/:key',
    summary: 'Take an administrator away, with all sessions',
    tag: 'Account',
    params: z.object({ key: administratorKeySchema }),
    result: null,
    problems: ['not-found', 'last-administrator'],
    async handle({ params, actor }) {
      const refused = await administrators.delete({ administrator: params.key, actor });
      if (refused !== null) return problem(refused);
      await sessions.endAllOf(params.key, null);
      return done();
    },
  });
}

/** The gate lets nobody else come here. */
function signedInOf({ signedIn }: Pick<EndpointRequest<unknown, unknown, unknown>, 'signedIn'>): SignedIn {
  return signedIn ?? unreachable(signedIn as never);
}

type AccountRefusal =
  | 'already-claimed'
  | 'claim-code-wrong'
  | 'claim-code-expired'
  | 'wrong-credentials'
  | 'password-too-short'
  | 'password-too-common'
  | 'throttled'
  | 'name-taken';

function refusal({ refusal: code, wait }: { refusal: AccountRefusal; wait: Duration | null }): Problem {
  if (code === 'name-taken') {
    return problem('already-exists', { errors: [{ in: 'body', pointer: '/name', detail: 'somebody has this name' }] });
  }
  return problem(code, wait === null ? {} : { retryAfter: wait / seconds(1) });
}
