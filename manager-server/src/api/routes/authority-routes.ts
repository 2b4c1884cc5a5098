import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AuthorityRotation } from '../../agents/authority-rotation.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { fingerprintSchema } from '../schema/key.ts';

const statusSchema = z
  .object({
    phase: z.enum(['settled', 'prepared', 'switched']).meta({
      description:
        'settled: one CA; prepared: boxes learn to trust the next; switched: the next issues, the former is still taken',
    }),
    current: fingerprintSchema.meta({ description: 'SHA-256 of the public key of the CA that issues' }),
    other: fingerprintSchema.nullable().meta({ description: 'of the next or the former CA' }),
    waiting: z.array(fingerprintSchema).meta({ description: 'boxes that the next step would lose' }),
  })
  .meta({ id: 'CertificateAuthority' });

/** The CA that boxes and manager know each other by, and its change. */
export function addAuthorityRoutes(
  app: FastifyInstance,
  rotation: Pick<AuthorityRotation, 'status' | 'advance'>,
): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/certificate-authority',
    summary: 'The site’s CA, and how far a change of it is',
    tag: 'Boxes',
    result: statusSchema,
    handle() {
      const status = rotation.status();
      return ok({ ...status, waiting: [...status.waiting] });
    },
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/certificate-authority/rotation',
    summary: 'The next step of a change of the site’s CA: prepare, switch, drop',
    tag: 'Boxes',
    body: z.strictObject({
      step: z.enum(['prepare', 'switch', 'drop']),
      withoutWaiting: z.boolean().optional().meta({
        description: 'goes on although boxes wait; those have to be adopted anew',
      }),
    }),
    result: null,
    problems: ['conflict', 'boxes-waiting'],
    async handle({ body, actor }) {
      const refusal = await rotation.advance({ step: body.step, without: body.withoutWaiting ?? false, actor });
      if (refusal === null) return done();
      return problem(refusal === 'wrong-step' ? 'conflict' : refusal, {
        ...(refusal === 'wrong-step' ? { detail: 'another step is due' } : {}),
      });
    },
  });
}
