import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../people/open-people.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { passwordSchema } from '../schema/text.ts';
import { codeSchema, passwordProblem, personOf, refusedProblem } from './account-routes.ts';

const path = '/api/session/second-factor';

const enrolmentSchema = z
  .object({
    secret: z.string().meta({ description: 'base 32, to be typed where no camera is' }),
    uri: z.string().meta({ description: 'otpauth://, what the QR code says' }),
    modules: z.array(z.string()).meta({ description: 'rows of the QR code, 1 for dark, with its quiet border' }),
  })
  .meta({ id: 'SecondFactorEnrolment' });

/** One's own second factor: a code from an authenticator (RFC 6238) beside the password. */
export function addSecondFactorRoutes(app: FastifyInstance, { people }: { readonly people: People }): void {
  const { credentials, directory, secondFactors, sessions, signIn } = people;
  addEndpoint(app, {
    method: 'POST',
    path,
    summary: 'Begin to enrol: the secret, told this once; nothing changes before its first code',
    tag: 'Account',
    body: z.strictObject({ password: passwordSchema }),
    result: enrolmentSchema,
    created: true,
    problems: ['wrong-password', 'throttled', 'already-exists'],
    async handle(request) {
      const { account } = personOf(request);
      if (secondFactors.has(account.key)) return problem('already-exists');
      const { body, from } = request;
      const confirmed = await credentials.confirm({ operator: account.key, password: body.password, from });
      if (!confirmed.ok) return passwordProblem(confirmed);
      const site = directory.snapshot.settings.get('site')?.value.name ?? 'Seatmatrix';
      const { modules, ...enrolment } = secondFactors.begin(account, site);
      return { status: 201, body: { ...enrolment, modules: [...modules] } };
    },
  });
  addEndpoint(app, {
    method: 'PUT',
    path,
    summary: 'Enrol with the first code; gives the recovery codes, told this once, and ends one’s other sessions',
    tag: 'Account',
    body: z.strictObject({ code: codeSchema }),
    result: z.object({ recoveryCodes: z.array(z.string()) }),
    problems: ['none-begun', 'wrong-code', 'throttled'],
    async handle(request) {
      const { account, session } = personOf(request);
      const { body, actor } = request;
      const confirmed = await secondFactors.confirm({ account, code: body.code, actor });
      if ('refusal' in confirmed) return refusedProblem(confirmed);
      await sessions.endAllOf(account.key, session.id);
      await sessions.lift(session.id);
      return ok({ recoveryCodes: [...confirmed] });
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path,
    summary: 'Do without, where the site does not want it; ends one’s other sessions',
    tag: 'Account',
    body: z.strictObject({ password: passwordSchema, code: codeSchema }),
    result: null,
    problems: ['wrong-password', 'wrong-code', 'throttled', 'second-factor-required'],
    async handle(request) {
      const { account, session } = personOf(request);
      const { body, from, actor } = request;
      if (signIn.wants(account)) return problem('second-factor-required');
      const confirmed = await credentials.confirm({ operator: account.key, password: body.password, from });
      if (!confirmed.ok) return passwordProblem(confirmed);
      const refused = await secondFactors.judge({ account, code: body.code, actor });
      if (refused !== null) return refusedProblem(refused);
      await secondFactors.remove({ account, actor });
      await sessions.endAllOf(account.key, session.id);
      return done();
    },
  });
  addEndpoint(app, {
    method: 'POST',
    path: `${path}/recovery-codes`,
    summary: 'New recovery codes, told this once; the former ones are worth nothing any more',
    tag: 'Account',
    body: z.strictObject({ password: passwordSchema, code: codeSchema }),
    result: z.object({ recoveryCodes: z.array(z.string()) }),
    problems: ['wrong-password', 'wrong-code', 'throttled', 'none-begun'],
    async handle(request) {
      const { account } = personOf(request);
      const { body, from, actor } = request;
      if (!secondFactors.has(account.key)) return problem('none-begun', { detail: 'there is no second factor' });
      const confirmed = await credentials.confirm({ operator: account.key, password: body.password, from });
      if (!confirmed.ok) return passwordProblem(confirmed);
      const refused = await secondFactors.judge({ account, code: body.code, actor });
      if (refused !== null) return refusedProblem(refused);
      const codes = await secondFactors.renewRecovery({ account, actor });
      return codes === null ? problem('none-begun') : ok({ recoveryCodes: [...codes] });
    },
  });
}
