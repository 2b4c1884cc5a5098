import { NAME_MAX } from '@seatmatrix/protocol/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type ApiToken, TOKEN_DAYS_MAX, tokenScopes } from '../../people/api-tokens.ts';
import type { People } from '../../people/open-people.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { operatorKeySchema } from '../schema/key.ts';
import { lineSchema } from '../schema/text.ts';
import { personOf } from './account-routes.ts';

const date = z.number().meta({ description: 'milliseconds since 1970' });
const scopesSchema = z.array(z.enum(tokenScopes));

const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: operatorKeySchema,
    scopes: scopesSchema,
    createdAt: date,
    expiresAt: date,
    lastUsedAt: date.nullable().meta({ description: 'to the minute; null: never' }),
  })
  .meta({ id: 'ApiToken' });

/** Programs' keys to the API. */
export function addTokenRoutes(app: FastifyInstance, { people }: { readonly people: Pick<People, 'tokens'> }): void {
  const { tokens } = people;
  addEndpoint(app, {
    method: 'GET',
    path: '/api/tokens',
    summary: 'Every token that opens something, without its text',
    tag: 'Tokens',
    result: z.object({ items: z.array(tokenSchema) }),
    handle: () => ok({ items: tokens.list().map(view) }),
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/tokens',
    summary: 'A new token for a program; its text is told this once',
    tag: 'Tokens',
    body: z.strictObject({
      name: lineSchema({ min: 1, max: NAME_MAX }),
      scopes: scopesSchema.min(1).max(tokenScopes.length),
      days: z.int().min(1).max(TOKEN_DAYS_MAX).meta({ description: 'how long it opens anything' }),
    }),
    result: z.object({ ...tokenSchema.shape, token: z.string() }),
    created: true,
    problems: ['too-many'],
    async handle(request) {
      const { account } = personOf(request);
      const { body, actor } = request;
      const scopes = tokenScopes.filter((scope) => body.scopes.includes(scope));
      const made = await tokens.create({ ...body, scopes, owner: account.key, actor });
      return made === 'too-many' ? problem(made) : { status: 201, body: { ...view(made.token), token: made.text } };
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: 'Revoke a token: it opens nothing from this moment on, and its sockets end',
    tag: 'Tokens',
    params: z.object({ id: z.string().min(1).max(64) }),
    result: null,
    problems: ['not-found'],
    async handle({ params, actor }) {
      const refusal = await tokens.revoke({ id: params.id, actor });
      return refusal === null ? done() : problem(refusal);
    },
  });
}

const view = (token: ApiToken) => ({ ...token, scopes: [...token.scopes] });
