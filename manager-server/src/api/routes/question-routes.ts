import { type Hotkey, hotkeyConflict, hotkeyKey, mayRoute, NAME_TEXT_MAX } from '@seatmatrix/protocol/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Versioned } from '../../directory/collection.ts';
import type { Directory } from '../../directory/directory.ts';
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
}

/** Questions that change nothing: may he, would it. */
export function addQuestionRoutes(app: FastifyInstance, { directory }: QuestionRoutesOptions): void {
  addMayRoute(app, directory);
  addHotkeyCheck(app, directory);
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

function* valuesOf<Value>(map: ReadonlyMap<string, Versioned<Value>>): IterableIterator<Value> {
  for (const { value } of map.values()) yield value;
}
