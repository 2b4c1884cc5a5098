import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BoxSide } from '../box-side.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { outcomeSchema, routeSchema, sessionSchema } from '../schema/box-view.ts';
import { deviceKeySchema, sessionIdSchema } from '../schema/key.ts';

const commandSchema = z.discriminatedUnion('function', [
  z.strictObject({
    function: z.literal('connect'),
    receiver: deviceKeySchema,
    transmitter: deviceKeySchema,
    withoutPicture: z.boolean().optional(),
  }),
  z.strictObject({ function: z.literal('disconnect'), receiver: deviceKeySchema }),
]);

/** What goes on at the desks: who shows what, who is signed in, and the administrator's own hand in it. */
export function addOperationRoutes(app: FastifyInstance, boxSide: BoxSide): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/routes',
    summary: 'What every receiver is to show and does show',
    tag: 'Operation',
    query: z.strictObject({ receiver: deviceKeySchema.optional(), transmitter: deviceKeySchema.optional() }),
    result: z.object({ items: z.array(routeSchema) }),
    handle({ query }) {
      const items = boxSide
        .routes()
        .filter(({ receiver }) => query.receiver === undefined || receiver === query.receiver)
        .filter(({ transmitter }) => query.transmitter === undefined || transmitter === query.transmitter);
      return ok({ items });
    },
  });
  addEndpoint(app, {
    method: 'GET',
    path: '/api/sessions',
    summary: 'Which operators are signed in, and where',
    tag: 'Operation',
    result: z.object({ items: z.array(sessionSchema) }),
    handle: () => ok({ items: boxSide.sessions().map((each) => ({ ...each, receivers: [...each.receivers] })) }),
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/sessions/:id',
    summary: 'Sign an operator out',
    tag: 'Operation',
    params: z.object({ id: sessionIdSchema }),
    result: null,
    problems: ['not-found'],
    async handle({ params, actor }) {
      const refusal = await boxSide.endSession({ session: params.id, actor });
      return refusal === null ? done() : problem('not-found');
    },
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/commands',
    summary: 'Connect a receiver to a transmitter, or disconnect it; a refusal is an answer',
    tag: 'Operation',
    body: commandSchema,
    result: outcomeSchema,
    async handle({ body, actor }) {
      const { receiver } = body;
      const outcome =
        body.function === 'disconnect'
          ? await boxSide.disconnect({ receiver, actor })
          : await boxSide.connect({
              receiver,
              transmitter: body.transmitter,
              withoutPicture: body.withoutPicture ?? false,
              actor,
            });
      return ok({ refusal: outcome.refusal, targets: [...outcome.targets] });
    },
  });
}
