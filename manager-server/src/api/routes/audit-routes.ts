import { Readable } from 'node:stream';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AuditSigner, verifyAudit } from '../../audit/index.ts';
import { EMPTY_CHAIN } from '../../store/audit-chain.ts';
import { AUDIT_PAGE_MAX, type Store } from '../../store/store.ts';
import { addEndpoint, ok, problemResponses, securityOf } from '../endpoint.ts';

export interface AuditRoutesOptions {
  readonly store: Pick<Store, 'readAudit' | 'readAuditChain' | 'auditHead'>;
  readonly signer: AuditSigner;
  readonly clock: Clock;
}

/** Who did what: page by page, whole with its chain, and whether nobody has touched it. */
export function addAuditRoutes(app: FastifyInstance, options: AuditRoutesOptions): void {
  addList(app, options);
  addVerification(app, options);
  addExport(app, options);
}

const entrySchema = z
  .object({
    number: z.int(),
    at: z.number().meta({ description: 'milliseconds since 1970' }),
    actor: z.string(),
    from: z.string(),
    action: z.string(),
    object: z.string(),
    outcome: z.enum(['done', 'refused']),
    detail: z.string(),
  })
  .meta({ id: 'AuditEntry' });

function addList(app: FastifyInstance, { store }: AuditRoutesOptions): void {
  const date = z.coerce.number().int().min(0).optional();
  addEndpoint(app, {
    method: 'GET',
    path: '/api/audit',
    summary: 'Who did what, when, from where; the newest first',
    tag: 'Audit',
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional().meta({ description: '`next` of the page before' }),
      limit: z.coerce.number().int().min(1).max(AUDIT_PAGE_MAX).optional(),
      actor: z.string().max(500).optional(),
      action: z.string().max(100).optional(),
      from: date,
      until: date,
    }),
    result: z.object({ items: z.array(entrySchema), next: z.int().nullable() }),
    async handle({ query }) {
      const { before = null, limit = 100, actor = null, action = null, from = null, until = null } = query;
      const page = await store.readAudit({ before, limit, actor, action, from, until });
      return ok({ items: [...page.entries], next: page.next });
    },
  });
}

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const numberSchema = z.coerce.number().int().min(0);

function addVerification(app: FastifyInstance, { store, signer, clock }: AuditRoutesOptions): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/audit/verification',
    summary: 'Whether every entry follows from those before it, and a head that was written elsewhere is among them',
    tag: 'Audit',
    query: z.strictObject({ number: numberSchema.optional(), hash: hashSchema.optional() }),
    result: z
      .discriminatedUnion('intact', [
        z.object({
          intact: z.literal(true),
          number: z.int(),
          hash: z.string(),
          signedAt: z.number(),
          signature: z.string(),
          publicKey: z.string(),
        }),
        z.object({
          intact: z.literal(false),
          number: z.int().meta({ description: 'of the first entry that is not what it was' }),
          why: z.enum(['missing', 'altered', 'other-head']),
        }),
      ])
      .meta({ id: 'AuditVerification' }),
    async handle({ query: { number, hash } }) {
      const known = number === undefined || hash === undefined ? null : { number, hash };
      const verdict = await verifyAudit(store, known);
      if (!verdict.ok) return ok({ intact: false as const, number: verdict.number, why: verdict.why });
      return ok({ intact: true as const, ...signer.sign(verdict.head, clock.wall().getTime()) });
    },
  });
}

function addExport(app: FastifyInstance, options: AuditRoutesOptions): void {
  app.get(
    '/api/audit/export',
    {
      schema: {
        summary: 'The whole audit with its chain, a JSON object a line; the last one is the signed head',
        tags: ['Audit'],
        operationId: 'getAuditExport',
        security: securityOf('GET', '/api/audit/export'),
        response: {
          200: { description: 'lines', content: { 'application/x-ndjson': { schema: z.string() } } },
          ...problemResponses(['not-signed-in', 'forbidden', 'not-claimed', 'internal']),
        },
      },
    },
    (_request, reply) =>
      reply
        .type('application/x-ndjson')
        .header('content-disposition', 'attachment; filename="seatmatrix-audit.ndjson"')
        .send(Readable.from(exportLines(options))),
  );
}

/** What is there when it is asked for; entries that come meanwhile are the next export's. */
async function* exportLines({ store, signer, clock }: AuditRoutesOptions): AsyncGenerator<string> {
  const head = await store.auditHead();
  let previous = EMPTY_CHAIN;
  while (previous.number < head.number) {
    const page = await store.readAuditChain(previous.number);
    if (page.length === 0) break;
    let lines = '';
    for (const entry of page) {
      if (entry.number > head.number) break;
      lines += `${JSON.stringify({ ...entry, previous: previous.hash })}\n`;
      previous = entry;
    }
    yield lines;
  }
  yield `${JSON.stringify({ head: signer.sign(head, clock.wall().getTime()) })}\n`;
}
