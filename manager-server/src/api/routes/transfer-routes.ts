import { Readable } from 'node:stream';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Directory } from '../../directory/index.ts';
import { exportFile, sameName } from '../../transfer/site-export.ts';
import type { Judged, SiteImport } from '../../transfer/site-import.ts';
import { addEndpoint, ok, problemResponses, securityOf } from '../endpoint.ts';
import { missedRevision, movedMeanwhile } from '../precondition.ts';
import { type Problem, type ProblemCode, type ProblemField, problem, sendProblem } from '../problem.ts';
import {
  exportNameSchema,
  formatSchema,
  IMPORT_BODY_MAX,
  importResultSchema,
  importSchema,
} from '../schema/transfer.ts';

export interface TransferRoutesOptions {
  readonly directory: Directory;
  readonly siteImport: SiteImport;
  readonly clock: Clock;
}

/** The directory as files that people edit, out and in. */
export function addTransferRoutes(app: FastifyInstance, options: TransferRoutesOptions): void {
  addExport(app, options);
  addImport(app, options);
}

function addExport(app: FastifyInstance, { directory, clock }: TransferRoutesOptions): void {
  const params = z.object({ collection: exportNameSchema });
  const querystring = z.strictObject({ format: formatSchema });
  app.get(
    '/api/exports/:collection',
    {
      schema: {
        summary: 'A collection, or the whole site (YAML), as a file that people edit and import; it holds no secret',
        tags: ['Transfer'],
        operationId: 'getExportsByCollection',
        params,
        querystring,
        security: securityOf('GET', '/api/exports/:collection'),
        response: {
          200: {
            description: 'the file',
            content: { 'text/csv': { schema: z.string() }, 'application/yaml': { schema: z.string() } },
          },
          ...problemResponses(['invalid', 'conflict', 'not-signed-in', 'forbidden', 'not-claimed', 'internal']),
        },
      },
    },
    (request, reply) => {
      // Fastify has put the outputs of these very schemas here: see compileValidator.
      const { collection } = request.params as z.output<typeof params>;
      const { format } = request.query as z.output<typeof querystring>;
      if (collection === 'site' && format === 'csv') {
        const errors = [{ in: 'query', pointer: '/format', detail: 'the whole site goes into YAML alone' }] as const;
        return sendProblem(reply, problem('invalid', { errors }));
      }
      const site = directory.snapshot;
      const twins = sameName(site, collection);
      if (twins !== null) {
        const detail = `two of ${twins.collection.replace('-', ' ')} are called ${twins.name}: a file says records by their names; give one of them another`;
        return sendProblem(reply, problem('conflict', { detail }));
      }
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/yaml; charset=utf-8')
        .header('content-disposition', `attachment; filename="seatmatrix-${collection}.${format}"`)
        .send(Readable.from(exportFile(site, { collection, format, clock })));
    },
  );
}

function addImport(app: FastifyInstance, { siteImport }: TransferRoutesOptions): void {
  addEndpoint(app, {
    method: 'POST',
    path: '/api/imports',
    summary: 'A file of GET /api/exports, edited: what it would change, and, with If-Match of that, the change itself',
    tag: 'Transfer',
    body: importSchema,
    bodyMax: IMPORT_BODY_MAX,
    conditional: true,
    result: importResultSchema,
    problems: ['import-refused', 'version-conflict', 'precondition-required'],
    async handle({ body, headers, actor, signedIn }) {
      if (signedIn === null) return problem('not-signed-in');
      const { dryRun, ...file } = body;
      if (file.collection === 'site' && file.format === 'csv') {
        const errors = [{ in: 'body', pointer: '/format', detail: 'a whole site comes as YAML alone' }] as const;
        return problem('invalid', { errors });
      }
      const wish = { ...file, actor, caller: signedIn.account.key, byToken: signedIn.by.type === 'token' };
      if (dryRun) return previewAnswer(await siteImport.judge(wish), false);
      const missed = missedRevision(headers['if-match'], siteImport.revision);
      if (missed !== null) return missed;
      const applied = await siteImport.apply(wish);
      if (applied === 'moved') return movedMeanwhile();
      if (applied.preview.problems.length > 0) return refusedTransfer('import-refused', applied);
      return previewAnswer(applied, true);
    },
  });
}

function previewAnswer({ preview, revision }: Judged, applied: boolean) {
  const { changes, problems, ...rest } = preview;
  const body = {
    ...rest,
    applied,
    revision,
    changes: changes.map((each) => ({ ...each, fields: [...each.fields] })),
    problems: [...problems],
  };
  return ok(body, { etag: `"${revision}"` });
}

export function refusedTransfer(code: ProblemCode, { preview }: Pick<Judged, 'preview'>): Problem {
  const errors = preview.problems.map(({ line, column, message }): ProblemField => {
    const where = [line === null ? [] : `line ${line}`, column ?? []].flat().join(', ');
    return { in: 'body', pointer: '', detail: where === '' ? message : `${where}: ${message}` };
  });
  return problem(code, { errors });
}
