import { type Device, type DeviceId, type DeviceKey, kindOfId, LOCATION_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { sourceSettingsSchema } from './source-settings-codec.ts';
import { keyText, nameText, optionalLine } from './text-codec.ts';

const ofAnyKind = {
  key: keyText<DeviceKey>(),
  name: nameText,
  location: optionalLine(LOCATION_MAX),
};

const idOf = (kind: Device['kind'], error: string) =>
  z
    .string()
    .regex(/^\d{4}$/, { error })
    .refine((text) => kindOfId(text) === kind, { error }) as unknown as z.ZodType<DeviceId, string>;

export const deviceSchema: z.ZodType<Device> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transmitter'),
    id: idOf('transmitter', "a transmitter's ID is 0001 to 4999, four digits"),
    ...ofAnyKind,
    settings: sourceSettingsSchema,
  }),
  z.strictObject({
    kind: z.literal('receiver'),
    id: idOf('receiver', "a receiver's ID is 5001 to 9999, four digits"),
    ...ofAnyKind,
    receiverKind: z.enum(['desk', 'display']),
    viewWhileSignedOut: z.boolean(),
  }),
]);
