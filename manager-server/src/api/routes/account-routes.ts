import { NAME_MAX, roles } from '@seatmatrix/protocol/domain';
import { type Duration, seconds, unreachable } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../../people/account.ts';
import type { People } from '../../people/open-people.ts';
import { sessionCookie } from '../../people/session-cookie.ts';
import type { WebSession } from '../../people/web-sessions.ts';
import type { Scheme } from '../../policy/request-origin.ts';
import { addEndpoint, done, type EndpointRequest, ok, type SignedIn } from '../endpoint.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import { operatorKeySchema } from '../schema/key.ts';
import { lineSchema, passwordSchema } from '../schema/text.ts';

export interface AccountRoutesOptions {
  readonly people: People;
  readonly scheme: Scheme;
}

const name = lineSchema({ min: 1, max: NAME_MAX });

/** A code from a phone, or a recovery code. */
export const codeSchema = z.string().min(1).max(64);

export const accountSchema = z
  .object({
    key: operatorKeySchema,
    name: z.string(),
    role: z.enum(roles),
    secondFactor: z.boolean().meta({ description: 'signing in asks for a code' }),
    recoveryCodes: z.int().meta({ description: 'how many are left' }),
    restriction: z
      .enum(['password-too-short', 'second-factor-missing'])
      .nullable()
      .meta({ description: 'what has to be done before anything else is open' }),
  })
  .meta({ id: 'Account' });

const claimState = z.object({ claimed: z.boolean(), expired: z.boolean() }).meta({ id: 'ClaimState' });

/** Claiming the site, signing in and out, and one's own password. */
export function addAccountRoutes(app: FastifyInstance, options: AccountRoutesOptions): void {
  addClaim(app, options);
  addSession(app, options);
  addOwnPassword(app, options);
}

function addClaim(app: FastifyInstance, { people, scheme }: AccountRoutesOptions): void {
  const { claim, sessions } = people;
  addEndpoint(app, {
    method: 'GET',
    path: '/api/claim',
    summary: 'Whether the site has an administrator, and whether its claim code has ended',
    tag: 'Account',
    result: claimState,
    handle: () => ok({ claimed: claim.claimed, expired: claim.expired }),
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/claim',
    summary: 'Make the first administrator with the code that the manager printed, and sign in',
    tag: 'Account',
    body: z.strictObject({ code: z.string().max(64), name, password: passwordSchema }),
    result: accountSchema,
    created: true,
    problems: [
      'already-claimed',
      'claim-code-wrong',
      'claim-code-expired',
      'password-too-short',
      'password-too-common',
      'throttled',
    ],
    async handle({ body, from, headers }) {
      const claimed = await claim.claim({ ...body, from });
      if ('refusal' in claimed) return refusedProblem(claimed);
      const cookie = sessionCookie(await sessions.start(claimed.key, originOf({ from, headers })), scheme);
      return { status: 201, body: accountView(people, claimed), headers: { 'set-cookie': cookie } };
    },
  });
}

function addSession(app: FastifyInstance, { people, scheme }: AccountRoutesOptions): void {
  const { sessions, signIn } = people;
  addEndpoint(app, {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in; where the account has a second factor, with its code',
    tag: 'Account',
    body: z.strictObject({ name, password: passwordSchema, code: codeSchema.optional() }),
    result: accountSchema,
    problems: ['wrong-credentials', 'code-wanted', 'wrong-code', 'throttled'],
    async handle({ body, from, headers, signedIn }) {
      const { moment } = sessions;
      const answer = await signIn.signIn({ ...body, code: body.code ?? null, from });
      if ('refusal' in answer) return refusedProblem(answer);
      // A new token at each sign-in: one that was planted before is worth nothing (session fixation).
      if (signedIn?.by.type === 'session') await sessions.end(signedIn.by.session.id);
      const { account, restriction } = answer;
      // The password was right when it was looked at, and is not any more: hashing and writing take their time.
      if (sessions.endedSince(account.key, moment)) return problem('wrong-credentials');
      const kept = restriction === 'password-too-short' ? restriction : null;
      const origin = originOf({ from, headers });
      const cookie = sessionCookie(await sessions.start(account.key, { restriction: kept, ...origin }), scheme);
      return ok({ ...accountView(people, account), restriction }, { 'set-cookie': cookie });
    },
  });
  addEndpoint(app, {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in',
    tag: 'Account',
    result: accountSchema,
    handle(request) {
      const { account, by } = signedInOf(request);
      const view = accountView(people, account);
      if (by.type === 'token') return ok({ ...view, restriction: null });
      return ok({ ...view, restriction: by.session.restriction ?? view.restriction });
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    tag: 'Account',
    result: null,
    async handle(request) {
      const { account, session } = personOf(request);
      await sessions.end(session.id);
      await signIn.signOut(account, request.from);
      return done({ 'set-cookie': sessionCookie(null, scheme) });
    },
  });
}

function addOwnPassword(app: FastifyInstance, { people }: AccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Change one’s own password; ends all of one’s other sessions, at desks too',
    tag: 'Account',
    body: z.strictObject({ current: passwordSchema, next: passwordSchema }),
    result: null,
    problems: ['wrong-password', 'password-too-short', 'password-too-common', 'throttled'],
    async handle(request) {
      const { account, session } = personOf(request);
      const { body, from } = request;
      // Who changes it because it is too short for the pages wants one that is not.
      const least = session.restriction === 'password-too-short' ? { least: 'administrator' as const } : {};
      const change = { operator: account.key, ...body, from, keep: session.id, ...least };
      const refused = await people.credentials.changePassword(change);
      if (refused !== null) return passwordProblem(refused);
      await people.sessions.lift(session.id);
      return done();
    },
  });
}

const originOf = ({ from, headers }: Pick<EndpointRequest<unknown, unknown, unknown>, 'from' | 'headers'>) => ({
  from,
  agent: headers['user-agent'] ?? '',
});

export function accountView(people: Pick<People, 'secondFactors' | 'signIn'>, account: Account) {
  const { secondFactors, signIn } = people;
  const secondFactor = secondFactors.has(account.key);
  const recoveryCodes = secondFactors.recoveryLeft(account.key);
  return { ...account, secondFactor, recoveryCodes, restriction: signIn.missing(account) };
}

/** The gate lets nobody else come here. */
export function signedInOf({ signedIn }: Pick<EndpointRequest<unknown, unknown, unknown>, 'signedIn'>): SignedIn {
  return signedIn ?? unreachable(signedIn as never);
}

/** Of the audiences that no token belongs to. */
export function personOf(request: Pick<EndpointRequest<unknown, unknown, unknown>, 'signedIn'>): {
  readonly account: Account;
  readonly session: WebSession;
} {
  const { account, by } = signedInOf(request);
  return by.type === 'session' ? { account, session: by.session } : unreachable(by as never);
}

/**
 * Of what a session that was left open must not give away: the password is wanted once more, unless it was typed within
 * the last minutes. Null lets him go on.
 */
export function confirmationWanted(
  { sessions }: Pick<People, 'sessions'>,
  request: Pick<EndpointRequest<unknown, unknown, unknown>, 'signedIn'>,
): Problem | null {
  const { session } = personOf(request);
  return sessions.isConfirmed(session.id) ? null : problem('confirmation-wanted');
}

interface Refused {
  readonly refusal: ProblemCode | 'manager-unreachable';
  readonly words?: string;
  readonly wait?: Duration;
}

export function refusedProblem({ refusal, words, wait }: Refused): Problem {
  return problem(refusal === 'manager-unreachable' ? 'internal' : refusal, {
    ...(words === undefined ? {} : { detail: words }),
    ...(wait === undefined ? {} : { retryAfter: wait / seconds(1) }),
  });
}

/** Where the person is signed in, a wrong password is no reason to sign in again. */
export const passwordProblem = (refused: Refused): Problem =>
  refused.refusal === 'wrong-credentials' ? problem('wrong-password') : refusedProblem(refused);
