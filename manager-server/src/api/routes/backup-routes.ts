import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../people/open-people.ts';
import { backupName, type SiteBackup } from '../../transfer/site-backup.ts';
import type { RestoreJudged, SiteRestore } from '../../transfer/site-restore.ts';
import { actorOf, addEndpoint, ok, problemResponses, securityOf } from '../endpoint.ts';
import { missedRevision, movedMeanwhile } from '../precondition.ts';
import { problem, sendProblem } from '../problem.ts';
import { backupSchema, RESTORE_BODY_MAX, restoreResultSchema, restoreSchema } from '../schema/transfer.ts';
import { confirmationWanted } from './account-routes.ts';
import { refusedTransfer } from './transfer-routes.ts';

export interface BackupRoutesOptions {
  readonly siteBackup: SiteBackup;
  readonly siteRestore: SiteRestore;
  readonly people: Pick<People, 'credentials' | 'sessions'>;
}

/** The whole site in one encrypted file, and back. */
export function addBackupRoutes(app: FastifyInstance, options: BackupRoutesOptions): void {
  addBackup(app, options);
  addRestore(app, options);
}

function addBackup(app: FastifyInstance, { siteBackup, people }: BackupRoutesOptions): void {
  app.post(
    '/api/backups',
    {
      schema: {
        summary: 'The whole site in one file, encrypted with a passphrase that is kept nowhere',
        tags: ['Transfer'],
        operationId: 'postBackups',
        body: backupSchema,
        security: securityOf('POST', '/api/backups'),
        response: {
          200: { description: 'the file', content: { 'application/octet-stream': { schema: z.string() } } },
          ...problemResponses([
            ...(['invalid', 'malformed', 'password-too-short', 'password-too-common', 'not-signed-in'] as const),
            ...([
              'forbidden',
              'confirmation-wanted',
              'foreign-origin',
              'not-claimed',
              'store-failed',
              'internal',
            ] as const),
          ]),
        },
      },
    },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn === null) return sendProblem(reply, problem('not-signed-in'));
      const wanted = confirmationWanted(people, { signedIn });
      if (wanted !== null) return sendProblem(reply, wanted);
      // Fastify has put the output of this very schema here: see compileValidator.
      const { passphrase } = request.body as z.output<typeof backupSchema>;
      const weak = people.credentials.weakness(passphrase, { name: signedIn.account.name, role: 'administrator' });
      if (weak !== null) return sendProblem(reply, problem(weak.refusal, { detail: weak.words }));
      const actor = { name: actorOf(signedIn), from: request.ip };
      const { file, facts } = await siteBackup.make({ passphrase, actor });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', disposition(backupName(facts)))
        .send(file);
    },
  );
}

function addRestore(app: FastifyInstance, { siteRestore, people }: BackupRoutesOptions): void {
  addEndpoint(app, {
    method: 'POST',
    path: '/api/restores',
    summary: 'A backup: what it would change, and, with If-Match of that, the restore itself',
    tag: 'Transfer',
    body: restoreSchema,
    bodyMax: RESTORE_BODY_MAX,
    conditional: true,
    result: restoreResultSchema,
    problems: ['restore-refused', 'version-conflict', 'precondition-required', 'confirmation-wanted'],
    async handle({ body, headers, actor, signedIn }) {
      if (signedIn === null) return problem('not-signed-in');
      const { dryRun, passphrase } = body;
      const wish = { file: Buffer.from(body.file, 'base64'), passphrase, actor, caller: signedIn.account.key };
      if (dryRun) return restoreAnswer(await siteRestore.judge(wish), false);
      const wanted = confirmationWanted(people, { signedIn });
      if (wanted !== null) return wanted;
      const ifMatch = headers['if-match'];
      if (ifMatch === undefined || ifMatch.trim() === '') return problem('precondition-required');
      const applied = await siteRestore.apply(wish, (revision) => missedRevision(ifMatch, revision) === null);
      if (applied === 'moved') return movedMeanwhile();
      if (applied.preview.problems.length > 0) return refusedTransfer('restore-refused', applied);
      return restoreAnswer(applied, true);
    },
  });
}

function restoreAnswer({ preview, revision, backup }: RestoreJudged, applied: boolean) {
  const { changes, problems, ...rest } = preview;
  const body = {
    ...rest,
    applied,
    revision,
    backup,
    changes: changes.map((each) => ({ ...each, fields: [...each.fields] })),
    problems: [...problems],
  };
  return ok(body, { etag: `"${revision}"` });
}

/** RFC 6266: a name in ASCII for old programs, the true one for all others. */
function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]+/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
