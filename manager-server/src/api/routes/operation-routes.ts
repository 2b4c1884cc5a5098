import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../directory/directory.ts';
import type { BoxSide, CommandOutcome } from '../box-side.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { outcomeSchema, routeSchema, sessionSchema } from '../schema/box-view.ts';
import { deviceKeySchema, sessionIdSchema } from '../schema/key.ts';

/** As many receivers as a large site has; who means more says `all`. */
const PUSH_TARGETS_MAX = 1000;

const withoutPicture = z.boolean().optional().meta({ description: 'also where the computer gives no picture' });

const commandSchema = z.discriminatedUnion('function', [
  z.strictObject({
    function: z.literal('connect'),
    receiver: deviceKeySchema,
    transmitter: deviceKeySchema,
    withoutPicture,
  }),
  z.strictObject({
    function: z.literal('push'),
    receiver: deviceKeySchema.meta({ description: 'what it shows is pushed' }),
    targets: z
      .union([z.literal('all'), z.array(deviceKeySchema).min(1).max(PUSH_TARGETS_MAX)])
      .meta({ description: 'receivers; `all`: every one outside its seat that is online and can take it' }),
    withoutPicture,
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
    summary:
      'Connect a receiver to a transmitter, push what it shows to others, or disconnect it; a refusal is an answer',
    tag: 'Operation',
    body: commandSchema,
    result: outcomeSchema,
    async handle({ body, actor }) {
      const outcome = await commanded(boxSide, body, actor);
      return ok({ refusal: outcome.refusal, targets: [...outcome.targets] });
    },
  });
}

function commanded(boxSide: BoxSide, body: z.infer<typeof commandSchema>, actor: Actor): Promise<CommandOutcome> {
  switch (body.function) {
    case 'connect':
      return boxSide.connect({ ...body, withoutPicture: body.withoutPicture ?? false, actor });
    case 'push':
      return boxSide.push({ ...body, withoutPicture: body.withoutPicture ?? false, actor });
    case 'disconnect':
      return boxSide.disconnect({ ...body, actor });
  }
}
