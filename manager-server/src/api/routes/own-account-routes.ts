import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../people/open-people.ts';
import type { BoxSide } from '../box-side.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { deviceIdSchema, deviceKeySchema } from '../schema/key.ts';
import { passwordSchema } from '../schema/text.ts';
import { consoleRefusal } from '../sockets/console-right.ts';
import { passwordProblem, personOf, signedInOf } from './account-routes.ts';

export interface OwnAccountRoutesOptions {
  readonly people: Pick<People, 'credentials' | 'directory' | 'sessions'>;
  readonly boxSide: Pick<BoxSide, 'boxes' | 'sessions'>;
}

/** What is a person's own beside his password: his sessions on the pages, and the consoles that he may open. */
export function addOwnAccountRoutes(app: FastifyInstance, options: OwnAccountRoutesOptions): void {
  addWebSessions(app, options);
  addConfirmation(app, options);
  addConsoles(app, options);
}

const webSessionId = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.number().meta({ description: 'milliseconds since 1970' });

function addWebSessions(app: FastifyInstance, { people: { sessions } }: OwnAccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/account/web-sessions',
    summary: 'Where one is signed in to the pages',
    tag: 'Account',
    result: z.object({
      items: z.array(
        z
          .object({
            id: webSessionId,
            startedAt: date,
            seenAt: date.meta({ description: 'to the minute' }),
            from: z.string().meta({ description: 'the network address' }),
            agent: z.string().meta({ description: 'what the browser says it is' }),
            current: z.boolean().meta({ description: 'the one that asks' }),
          })
          .meta({ id: 'WebSession' }),
      ),
    }),
    handle(request) {
      const { account, session } = personOf(request);
      return ok({ items: sessions.listOf(account.key).map((each) => ({ ...each, current: each.id === session.id })) });
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/account/web-sessions/:id',
    summary: 'End one of one’s own sessions on the pages',
    tag: 'Account',
    params: z.object({ id: webSessionId }),
    result: null,
    problems: ['not-found'],
    async handle(request) {
      const { account } = personOf(request);
      const theirs = sessions.listOf(account.key).find(({ id }) => id === request.params.id);
      if (theirs === undefined) return problem('not-found');
      await sessions.end(theirs.id);
      return done();
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/account/web-sessions',
    summary: 'End all of one’s other sessions on the pages',
    tag: 'Account',
    result: null,
    async handle(request) {
      const { account, session } = personOf(request);
      await sessions.endAllOf(account.key, session.id);
      return done();
    },
  });
}

function addConfirmation(app: FastifyInstance, { people }: OwnAccountRoutesOptions): void {
  addEndpoint(app, {
    method: 'POST',
    path: '/api/account/confirmation',
    summary: 'Type one’s password once more: opens for five minutes what answers `confirmation-wanted`',
    tag: 'Account',
    body: z.strictObject({ password: passwordSchema }),
    result: null,
    problems: ['wrong-password', 'throttled'],
    async handle(request) {
      const { account, session } = personOf(request);
      const { body, from } = request;
      const confirmed = await people.credentials.confirm({ operator: account.key, password: body.password, from });
      if (!confirmed.ok) return passwordProblem(confirmed);
      people.sessions.confirm(session.id);
      return done();
    },
  });
}

function addConsoles(app: FastifyInstance, { people, boxSide }: OwnAccountRoutesOptions): void {
  const { directory } = people;
  addEndpoint(app, {
    method: 'GET',
    path: '/api/account/consoles',
    summary: 'The receivers whose consoles one may open, and why not the others',
    tag: 'Account',
    result: z
      .object({
        receivers: z.array(
          z.object({
            key: deviceKeySchema,
            id: deviceIdSchema,
            name: z.string(),
            refusal: z
              .enum(['taken', 'offline'])
              .nullable()
              .meta({ description: 'taken: somebody else works there; null: it can be opened' }),
            mine: z.boolean().meta({ description: 'one is signed in there' }),
          }),
        ),
        seats: z.array(z.object({ name: z.string(), receivers: z.array(deviceKeySchema) })),
      })
      .meta({ id: 'OwnConsoles' }),
    handle(request) {
      const { account } = signedInOf(request);
      const { devices, seats } = directory.snapshot;
      const online = new Set(boxSide.boxes().flatMap((box) => (box.online && box.device !== null ? [box.device] : [])));
      const sessions = boxSide.sessions();
      const own = new Set(sessions.flatMap(({ operator, receivers }) => (operator === account.key ? receivers : [])));
      const receivers = [...devices.values()].flatMap(({ value: device }) => {
        if (device.kind !== 'receiver') return [];
        const { key, id, name } = device;
        const refused = consoleRefusal(sessions, { account, device });
        if (refused === 'display') return [];
        return [
          { key, id, name, refusal: refused ?? (online.has(key) ? null : ('offline' as const)), mine: own.has(key) },
        ];
      });
      const shown = new Set(receivers.map(({ key }) => key));
      return ok({
        receivers: receivers.sort((one, other) => (one.id < other.id ? -1 : 1)),
        seats: [...seats.values()]
          .filter(({ value }) => value.receivers.every((receiver) => shown.has(receiver)))
          .map(({ value }) => ({ name: value.name, receivers: [...value.receivers] })),
      });
    },
  });
}
