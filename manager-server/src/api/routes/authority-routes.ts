import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AuthorityRotation } from '../../agents/authority-rotation.ts';
import type { Feed } from '../../feed/index.ts';
import type { People } from '../../people/open-people.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { fingerprintSchema } from '../schema/key.ts';
import { confirmationWanted } from './account-routes.ts';

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
  {
    rotation,
    people,
    feed,
  }: {
    readonly rotation: Pick<AuthorityRotation, 'status' | 'advance'>;
    readonly people: Pick<People, 'sessions'>;
    readonly feed: Feed;
  },
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
    problems: ['conflict', 'boxes-waiting', 'confirmation-wanted'],
    async handle(request) {
      const { body, actor } = request;
      const wanted = confirmationWanted(people, request);
      if (wanted !== null) return wanted;
      const refusal = await rotation.advance({ step: body.step, without: body.withoutWaiting ?? false, actor });
      if (refusal === null) {
        feed.publish({
          type: 'resource',
          collection: 'certificate-authority',
          key: 'certificate-authority',
          version: 0,
        });
        return done();
      }
      return problem(refusal === 'wrong-step' ? 'conflict' : refusal, {
        ...(refusal === 'wrong-step' ? { detail: 'another step is due' } : {}),
      });
    },
  });
}
