import { BANNER_MAX } from '@seatmatrix/protocol/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CODE_USES_MAX } from '../../authority/enrolment-codes.ts';
import type { BoxSide } from '../box-side.ts';
import { addEndpoint, done, ok } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { boxSchema, enrolmentCodeSchema } from '../schema/box-view.ts';
import { deviceKeySchema, fingerprintSchema } from '../schema/key.ts';
import { lineSchema } from '../schema/text.ts';

const boxParams = z.object({ fingerprint: fingerprintSchema });
/** A message that stays longer is a banner, which the settings have. */
const MESSAGE_SECONDS_MAX = 600;

const IDENTIFY_SECONDS = 30;
const IDENTIFY_SECONDS_MAX = 600;

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('identify'),
    seconds: z.int().min(0).max(IDENTIFY_SECONDS_MAX).default(IDENTIFY_SECONDS).meta({
      description: 'how long it shows its name and blinks; 0 ends it',
    }),
  }),
  z.strictObject({ type: z.literal('restart') }),
  z.strictObject({
    type: z.literal('message'),
    text: lineSchema({ min: 1, max: BANNER_MAX }),
    seconds: z.int().min(1).max(MESSAGE_SECONDS_MAX),
  }),
]);

/** The boxes themselves: who waits, who is adopted as what, and the codes with which new ones come. */
export function addBoxRoutes(
  app: FastifyInstance,
  { boxSide, boxPort }: { readonly boxSide: BoxSide; readonly boxPort: number },
): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/boxes',
    summary: 'Every box that waits or is adopted',
    tag: 'Boxes',
    query: z.strictObject({ state: z.enum(['pending', 'adopted']).optional() }),
    result: z.object({ items: z.array(boxSchema) }),
    handle({ query }) {
      const wanted = boxSide.boxes().filter(({ state }) => query.state === undefined || query.state === state);
      return ok({ items: wanted.map((box) => ({ ...box, twins: [...box.twins] })) });
    },
  });
  addEndpoint(app, {
    method: 'GET',
    path: '/api/boxes/:fingerprint',
    summary: 'One box',
    tag: 'Boxes',
    params: boxParams,
    result: boxSchema,
    problems: ['not-found'],
    handle({ params }) {
      const box = boxSide.boxes().find(({ fingerprint }) => fingerprint === params.fingerprint);
      return box === undefined ? problem('not-found') : ok({ ...box, twins: [...box.twins] });
    },
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/boxes/:fingerprint/adoption',
    summary: 'Give a box its place',
    tag: 'Boxes',
    params: boxParams,
    body: z.strictObject({ device: deviceKeySchema }),
    result: null,
    problems: ['not-found', 'wrong-kind', 'device-taken'],
    async handle({ params, body, actor }) {
      const refusal = await boxSide.adopt({ fingerprint: params.fingerprint, device: body.device, actor });
      switch (refusal) {
        case null:
          return done();
        case 'unknown-box':
          return problem('not-found');
        case 'unknown-device':
          return noSuchDevice();
        case 'wrong-kind':
        case 'device-taken':
          return problem(refusal);
      }
    },
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/boxes/:fingerprint/commands',
    summary: 'Tell a box to show itself, to restart, or to show a message',
    tag: 'Boxes',
    params: boxParams,
    body: commandSchema,
    result: null,
    problems: ['not-found', 'box-offline'],
    async handle({ params, body, actor }) {
      const refusal = await boxSide.commandBox({ fingerprint: params.fingerprint, command: body, actor });
      if (refusal === null) return done();
      return problem(refusal === 'offline' ? 'box-offline' : 'not-found');
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/boxes/:fingerprint',
    summary: 'Forget a box: it is a stranger from now on',
    tag: 'Boxes',
    params: boxParams,
    result: null,
    problems: ['not-found'],
    async handle({ params, actor }) {
      const refusal = await boxSide.forget({ fingerprint: params.fingerprint, actor });
      return refusal === null ? done() : problem('not-found');
    },
  });
  addEnrolmentCodes(app, { boxSide, boxPort });
}

function addEnrolmentCodes(
  app: FastifyInstance,
  { boxSide, boxPort }: { readonly boxSide: BoxSide; readonly boxPort: number },
): void {
  addEndpoint(app, {
    method: 'GET',
    path: '/api/enrolment-codes',
    summary: 'Codes that no box has used yet, without the codes themselves',
    tag: 'Boxes',
    result: z.object({ items: z.array(enrolmentCodeSchema) }),
    handle: () => ok({ items: [...boxSide.enrolmentCodes()] }),
  });
  addEndpoint(app, {
    method: 'POST',
    path: '/api/enrolment-codes',
    summary: 'A new code for one box or several; it is told this once',
    tag: 'Boxes',
    body: z.strictObject({
      device: deviceKeySchema.nullable().optional(),
      uses: z.int().min(1).max(CODE_USES_MAX).optional().meta({
        description: 'how many boxes may come with it (default 1); for a device always 1',
      }),
    }),
    result: z.object({
      ...enrolmentCodeSchema.shape,
      code: z.string(),
      boxPort: z.int().meta({ description: 'where boxes find this manager' }),
    }),
    created: true,
    problems: ['device-taken'],
    async handle({ body, actor }) {
      const made = await boxSide.createEnrolmentCode({ device: body.device ?? null, uses: body.uses ?? 1, actor });
      if (made === 'unknown-device') return noSuchDevice();
      if (made === 'device-taken') return problem('device-taken');
      return { status: 201, body: { ...made.view, code: made.code, boxPort } };
    },
  });
  addEndpoint(app, {
    method: 'DELETE',
    path: '/api/enrolment-codes/:key',
    summary: 'Take a code back',
    tag: 'Boxes',
    params: z.object({ key: z.string().min(1).max(64) }),
    result: null,
    problems: ['not-found'],
    async handle({ params, actor }) {
      const refusal = await boxSide.cancelEnrolmentCode({ key: params.key, actor });
      return refusal === null ? done() : problem('not-found');
    },
  });
}

function noSuchDevice() {
  return problem('invalid', { errors: [{ in: 'body', pointer: '/device', detail: 'there is no such device' }] });
}
