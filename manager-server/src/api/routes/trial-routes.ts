import { hotkeyKey, NAME_TEXT_MAX } from '@seatmatrix/protocol/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Directory } from '../../directory/directory.ts';
import type { Decision } from '../../matrix/decision.ts';
import type { BoxSide } from '../box-side.ts';
import { addEndpoint, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { refusalSchema } from '../schema/box-view.ts';
import { deviceKeySchema, operatorKeySchema } from '../schema/key.ts';

const KEY_TEXT_MAX = 64;
/** More than any hotkey is allowed: which is too many, the hotkey's own law says. */
const DEVICES_MAX = 1_000;

const trialSchema = z.strictObject({
  operator: operatorKeySchema,
  receiver: deviceKeySchema.meta({ description: 'the desk at which it would be typed' }),
  function: z.enum(['connect', 'push', 'fetch']),
  text: z
    .string()
    .max(4 * NAME_TEXT_MAX)
    .meta({ description: 'an ID or a hotkey, as it would be typed' }),
  hotkey: z
    .strictObject({
      key: z.string().max(KEY_TEXT_MAX).optional().meta({ description: 'of the hotkey that is being changed' }),
      text: z.string().max(4 * NAME_TEXT_MAX),
      devices: z.array(deviceKeySchema).max(DEVICES_MAX),
    })
    .optional()
    .meta({ description: 'a hotkey as it is being edited' }),
});

const trialResultSchema = z
  .object({
    refusal: refusalSchema
      .nullable()
      .meta({ description: 'of the command as a whole; null when each target has its own' }),
    targets: z.array(
      z.object({
        device: deviceKeySchema.meta({ description: 'the receiver that is spoken of' }),
        refusal: refusalSchema.nullable(),
        wall: z.boolean().meta({ description: 'all its placements change at once: a spliced wall' }),
        placements: z
          .array(
            z.object({ receiver: deviceKeySchema, transmitter: deviceKeySchema, mode: z.enum(['shared', 'view']) }),
          )
          .meta({ description: 'what would show what; where it is refused, what was asked' }),
      }),
    ),
  })
  .meta({ id: 'Trial' });

/** "Try it": what a command would come to for that operator at that desk. It changes nothing. */
export function addTrialRoutes(app: FastifyInstance, options: TrialRoutesOptions): void {
  const { directory, boxSide } = options;
  addEndpoint(app, {
    method: 'POST',
    path: '/api/trials',
    summary: 'What an operator’s command would come to at a desk; nothing is done',
    tag: 'Hotkeys',
    body: trialSchema,
    result: trialResultSchema,
    problems: ['not-found'],
    handle({ body }) {
      const { operators, devices } = directory.snapshot;
      const missing = !operators.has(body.operator)
        ? '/operator'
        : devices.get(body.receiver)?.value.kind === 'receiver'
          ? null
          : '/receiver';
      if (missing !== null) {
        return problem('not-found', {
          errors: [{ in: 'body', pointer: missing, detail: 'there is none with this key' }],
        });
      }
      const { hotkey, ...command } = body;
      const edited =
        hotkey === undefined ? null : { key: hotkeyKey(hotkey.key ?? ''), text: hotkey.text, devices: hotkey.devices };
      return ok(resultOf(boxSide.tryCommand({ ...command, hotkey: edited })));
    },
  });
}

export interface TrialRoutesOptions {
  readonly directory: Directory;
  readonly boxSide: BoxSide;
}

function resultOf(decision: Decision): z.output<typeof trialResultSchema> {
  if (decision.type === 'refused') return { refusal: decision.refusal, targets: [] };
  return {
    refusal: null,
    targets: decision.targets.map(({ device, refusal, hold, placements }) => ({
      device: device.key,
      refusal,
      wall: hold,
      placements: placements.map(({ receiver, transmitter, mode }) => ({ receiver, transmitter, mode })),
    })),
  };
}
