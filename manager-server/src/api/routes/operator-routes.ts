import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../people/open-people.ts';
import { addEndpoint, done } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { operatorKeySchema } from '../schema/key.ts';
import { passwordSchema } from '../schema/text.ts';
import { refusedProblem } from './account-routes.ts';

export interface OperatorRoutesOptions {
  readonly people: Pick<People, 'credentials' | 'directory' | 'secondFactors' | 'sessions'>;
}

const params = z.object({ key: operatorKeySchema });

/** An operator's password and second factor, which are no part of the operator's resource: they never come out. */
export function addOperatorRoutes(app: FastifyInstance, { people }: OperatorRoutesOptions): void {
  const { credentials, directory, secondFactors, sessions } = people;
  addEndpoint(app, {
    method: 'PUT',
    path: '/api/operators/:key/password',
    summary: 'Set an operator’s password and sign him out everywhere',
    tag: 'Operators',
    params,
    body: z.strictObject({ password: passwordSchema }),
    result: null,
    problems: ['not-found', 'password-too-short', 'password-too-common'],
    async handle({ params, body, actor, signedIn }) {
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
    problems: ['not-found'],
    async handle({ params, actor }) {
      const operator = directory.snapshot.operators.get(params.key)?.value;
      if (operator === undefined) return problem('not-found');
      await secondFactors.remove({ account: operator, actor });
      await sessions.endAllOf(operator.key, null);
      return done();
    },
  });
}
