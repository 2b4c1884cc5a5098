import { Fault } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Metrics } from '../../observe/metrics.ts';
import type { Store } from '../../store/store.ts';
import { addEndpoint, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';

export interface ServiceRoutesOptions {
  readonly store: Pick<Store, 'readAudit'>;
  readonly metrics: Metrics;
}

/** For the machines that look after the manager. */
export function addServiceRoutes(app: FastifyInstance, { store, metrics }: ServiceRoutesOptions): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the manager works: it answers, and its store does',
    tag: 'Service',
    result: z.object({ status: z.literal('ok') }),
    async handle() {
      try {
        await store.readAudit({ before: null, limit: 1, actor: null, action: null, from: null, until: null });
        return ok({ status: 'ok' as const });
      } catch (thrown) {
        if (thrown instanceof Fault) return problem('store-failed');
        throw thrown;
      }
    },
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  let description: string | null = null;
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    // Once: whoever may ask without signing in would have the event loop make 200 KB each time.
    description ??= JSON.stringify(app.swagger());
    return reply.type('application/vnd.oai.openapi+json; version=3.1').send(description);
  });
}
