import { foldName, LOCATION_MAX, NAME_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { deviceIdSchema, deviceKeySchema } from './key.ts';
import { echoedFields, type Resource, versionSchema } from './resource.ts';
import { lineSchema } from './text.ts';

const common = {
  id: deviceIdSchema,
  name: lineSchema({ min: 1, max: NAME_MAX }),
  location: lineSchema({ min: 0, max: LOCATION_MAX }),
};
const transmitter = { kind: z.literal('transmitter'), ...common };
const receiver = {
  kind: z.literal('receiver'),
  ...common,
  receiverKind: z.enum(['desk', 'display']),
  viewWhileSignedOut: z.boolean(),
};
const held = { key: deviceKeySchema, version: versionSchema };

export const deviceResource: Resource<'devices'> = {
  collection: 'devices',
  tag: 'Devices',
  create: z.discriminatedUnion('kind', [z.strictObject(transmitter), z.strictObject(receiver)]),
  update: z.discriminatedUnion('kind', [
    z.strictObject({ ...transmitter, ...echoedFields }),
    z.strictObject({ ...receiver, ...echoedFields }),
  ]),
  representation: z
    .discriminatedUnion('kind', [z.object({ ...transmitter, ...held }), z.object({ ...receiver, ...held })])
    .meta({ id: 'Device' }),
  sortText: ({ id }) => id,
  searchText: ({ id, name, location }) => foldName(`${id}\n${name}\n${location}`),
  filters: {
    id: ({ id }, wanted) => id === wanted,
    kind: ({ kind }, wanted) => kind === wanted,
  },
};
