import type { Clock } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../people/open-people.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { operatorKeySchema } from '../schema/key.ts';
import { passwordSchema } from '../schema/text.ts';
import { confirmationWanted, refusedProblem } from './account-routes.ts';

export interface OperatorRoutesOptions {
  readonly people: Pick<People, 'credentials' | 'directory' | 'secondFactors' | 'sessions' | 'sightings'>;
  readonly clock: Clock;
}

const params = z.object({ key: operatorKeySchema });

/** An operator's password and second factor, which are no part of the operator's resource: they never come out. */
export function addOperatorRoutes(app: FastifyInstance, options: OperatorRoutesOptions): void {
  addAccess(app, options);
  const { people } = options;
  const { credentials, directory, secondFactors, sessions } = people;
  addEndpoint(app, {
    method: 'PUT',
    path: '/api/operators/:key/password',
    summary: 'Set an operator’s password and sign him out everywhere',
    tag: 'Operators',
    params,
    body: z.strictObject({ password: passwordSchema }),
    result: null,
    problems: ['not-found', 'password-too-short', 'password-too-common', 'confirmation-wanted'],
    async handle(request) {
      const { params, body, actor, signedIn } = request;
      const wanted = confirmationWanted(people, request);
      if (wanted !== null) return wanted;
      if (!directory.snapshot.operators.has(params.key)) return problem('not-found');
      // His own page goes on when he sets his own.
      const keep = signedIn?.by.type === 'session' ? { keep: signedIn.by.session.id } : {};
      const set = { operator: params.key, password: body.password, actor, ...keep };
      const refused = await credentials.setPassword(set);
      if (refused === null) return done();
      return refused.refusal === 'wrong-credentials' ? problem('not-found') : refusedProblem(refused);
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/operators/:key/second-factor',
    summary: 'Take away the second factor of somebody who lost it, and sign him out of the pages',
    tag: 'Operators',
    params,
    result: null,
    problems: ['not-found', 'confirmation-wanted'],
    async handle(request) {
      const { params, actor } = request;
      const wanted = confirmationWanted(people, request);
      if (wanted !== null) return wanted;
      const operator = directory.snapshot.operators.get(params.key)?.value;
      if (operator === undefined) return problem('not-found');
      await secondFactors.remove({ account: operator, actor });
      await sessions.endAllOf(operator.key, null);
      return done();
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/operators/:key/throttle',
    summary: 'Let an operator try to sign in at once, after too many wrong passwords or codes',
    tag: 'Operators',
    params,
    result: null,
    problems: ['not-found'],
    async handle({ params, actor }) {
      const operator = directory.snapshot.operators.get(params.key)?.value;
      if (operator === undefined) return problem('not-found');
      secondFactors.forgive(operator.key);
      await credentials.forgive({ operator, actor });
      return done();
    },
  });
}

const date = z.number().meta({ description: 'milliseconds since 1970' });

const accessSchema = z
  .object({
    operator: operatorKeySchema,
    passwordChangedAt: date.nullable().meta({ description: 'null: there is no password yet' }),
    secondFactor: z.boolean(),
    webSessions: z.int().meta({ description: 'how many sessions on the pages' }),
    blockedUntil: date.nullable().meta({ description: 'after too many wrong passwords or codes; null: may try' }),
    seen: z
      .object({
        at: date,
        place: z.enum(['desk', 'pages']),
        where: z.string().meta({ description: 'the seat or receiver as it was named then, or a network address' }),
      })
      .nullable()
      .meta({ description: 'when and where last, to the minute; null: never' }),
  })
  .meta({ id: 'OperatorAccess' });

function addAccess(app: FastifyInstance, { people, clock }: OperatorRoutesOptions): void {
  const { credentials, directory, secondFactors, sessions, sightings } = people;
  addEndpoint(app, {
    method: 'GET',
    path: '/api/operator-access',
    summary: 'How each operator signs in: password, second factor, sessions, when and where he was last seen',
    tag: 'Operators',
    result: z.object({ items: z.array(accessSchema) }),
    handle() {
      const now = clock.wall().getTime();
      const items = [...directory.snapshot.operators.values()].map(({ value }) => {
        const waits = [credentials.waitOf(value), secondFactors.waitOf(value.key)].filter((each) => each !== null);
        return {
          operator: value.key,
          passwordChangedAt: credentials.changedAt(value.key),
          secondFactor: secondFactors.has(value.key),
          webSessions: sessions.listOf(value.key).length,
          blockedUntil: waits.length === 0 ? null : now + Math.max(...waits),
          seen: sightings.of(value.key),
        };
      });
      return ok({ items });
    },
  });
}
