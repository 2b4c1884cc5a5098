import { type Hotkey, hotkeyConflict, hotkeyKey, mayRoute, NAME_TEXT_MAX } from '@seatmatrix/protocol/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Versioned } from '../../directory/collection.ts';
import type { Directory } from '../../directory/directory.ts';
import { AUDIT_PAGE_MAX, type Store } from '../../store/store.ts';
import { addEndpoint, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import {
  deviceGroupKeySchema,
  deviceIdSchema,
  deviceKeySchema,
  grantKeySchema,
  groupKeySchema,
  operatorKeySchema,
} from '../schema/key.ts';

export interface QuestionRoutesOptions {
  readonly directory: Directory;
  readonly store: Pick<Store, 'readAudit'>;
}

/** Questions that change nothing: may he, would it, who did. */
export function addQuestionRoutes(app: FastifyInstance, { directory, store }: QuestionRoutesOptions): void {
  addMayRoute(app, directory);
  addHotkeyCheck(app, directory);
  addAudit(app, store);
}

const rightSchema = z.enum(['connect', 'push', 'fetch']);

const mayRouteSchema = z
  .discriminatedUnion('allowed', [
    z.object({
      allowed: z.literal(true),
      chain: z.object({
        grant: grantKeySchema,
        throughGroup: groupKeySchema.nullable(),
        throughDeviceGroup: deviceGroupKeySchema.nullable(),
      }),
    }),
    z.object({ allowed: z.literal(false), missing: z.object({ right: rightSchema, device: deviceKeySchema }) }),
  ])
  .meta({ id: 'MayRoute' });

function addMayRoute(app: FastifyInstance, directory: Directory): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/may-route',
    summary: 'Which chain of grants gives an operator a right, or which right is missing',
    tag: 'Rights',
    query: z.strictObject({ operator: operatorKeySchema, right: rightSchema, device: deviceKeySchema }),
    result: mayRouteSchema,
    problems: ['not-found'],
    handle({ query }) {
      const { operators, devices, grants, 'device-groups': deviceGroups } = directory.snapshot;
      const operator = operators.get(query.operator)?.value;
      const device = devices.get(query.device)?.value;
      if (operator === undefined || device === undefined) {
        const pointer = operator === undefined ? '/operator' : '/device';
        return problem('not-found', { errors: [{ in: 'query', pointer, detail: 'there is none with this key' }] });
      }
      const answer = mayRoute(
        { operator, right: query.right, device: device.key },
        {
          grants: valuesOf(grants),
          deviceGroups: new Map([...valuesOf(deviceGroups)].map((group) => [group.key, group])),
        },
      );
      return ok(answer);
    },
  });
}

const conflictSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.enum(['malformed', 'reserved', 'empty', 'mixed-kinds']) }),
    z.object({ type: z.literal('equals-id'), id: deviceIdSchema }),
    z.object({ type: z.literal('equals-hotkey'), text: z.string() }),
    z.object({ type: z.literal('unknown-device'), device: deviceKeySchema }),
  ])
  .meta({ id: 'HotkeyConflict' });

function addHotkeyCheck(app: FastifyInstance, directory: Directory): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/hotkey-check',
    summary: 'Why a hotkey may not be called so; null when it may',
    tag: 'Hotkeys',
    query: z.strictObject({
      text: z.string().max(4 * NAME_TEXT_MAX),
      devices: z.string().max(20_000).meta({ description: 'keys, by comma' }),
      key: z.string().max(64).optional().meta({ description: 'of the hotkey that is being changed' }),
    }),
    result: z.object({ conflict: conflictSchema.nullable() }),
    handle({ query }) {
      const keys = z.array(deviceKeySchema).safeParse(query.devices === '' ? [] : query.devices.split(','));
      if (!keys.success) {
        return problem('invalid', { errors: [{ in: 'query', pointer: '/devices', detail: 'are no keys by comma' }] });
      }
      const { devices, hotkeys } = directory.snapshot;
      const hotkey: Hotkey = { key: hotkeyKey(query.key ?? ''), text: query.text, devices: keys.data };
      const conflict = hotkeyConflict(hotkey, {
        devices: new Map([...valuesOf(devices)].map((device) => [device.key, device])),
        hotkeys: valuesOf(hotkeys),
      });
      return ok({ conflict });
    },
  });
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

function addAudit(app: FastifyInstance, store: Pick<Store, 'readAudit'>): void {
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

function* valuesOf<Value>(map: ReadonlyMap<string, Versioned<Value>>): IterableIterator<Value> {
  for (const { value } of map.values()) yield value;
}
