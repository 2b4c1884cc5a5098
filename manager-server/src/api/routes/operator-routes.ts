import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Directory } from '../../directory/directory.ts';
import type { Credentials } from '../../people/credentials.ts';
import type { BoxSide } from '../box-side.ts';
import { addEndpoint, done } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { operatorKeySchema } from '../schema/key.ts';
import { passwordSchema } from '../schema/text.ts';

export interface OperatorRoutesOptions {
  readonly directory: Directory;
  readonly credentials: Credentials;
  readonly boxSide: BoxSide;
}

/** An operator's password, which is no part of the operator's resource: it goes in and never comes out. */
export function addOperatorRoutes(
  app: FastifyInstance,
  { directory, credentials, boxSide }: OperatorRoutesOptions,
): void {
  addEndpoint(app, {
    method: 'PUT',
    path: '/api/operators/:key/password',
    summary: 'Set an operator’s password and sign him out everywhere',
    tag: 'Operators',
    params: z.object({ key: operatorKeySchema }),
    body: z.strictObject({ password: passwordSchema }),
    result: null,
    problems: ['not-found', 'password-too-short', 'password-too-common'],
    async handle({ params, body, actor }) {
      if (!directory.snapshot.operators.has(params.key)) return problem('not-found');
      const refusal = await credentials.setPassword({ operator: params.key, password: body.password, actor });
      if (refusal === 'password-too-short' || refusal === 'password-too-common') return problem(refusal);
      // Whoever may have known the old one does not go on with it.
      const theirs = boxSide.sessions().filter(({ operator }) => operator === params.key);
      for (const { id } of theirs) await boxSide.endSession({ session: id, actor });
      return refusal === null ? done() : problem('not-found');
    },
  });
}
