import type {
  DeviceGroup,
  DeviceGroupKey,
  DeviceKey,
  Grant,
  GrantKey,
  GroupKey,
  OperatorKey,
} from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { keyText, nameText } from './text-codec.ts';

export const deviceGroupSchema: z.ZodType<DeviceGroup> = z.strictObject({
  key: keyText<DeviceGroupKey>(),
  name: nameText,
  devices: z.array(keyText<DeviceKey>()),
});

export const grantSchema: z.ZodType<Grant> = z.strictObject({
  key: keyText<GrantKey>(),
  right: z.enum(['connect', 'push', 'fetch']),
  subject: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('operator'), key: keyText<OperatorKey>() }),
    z.strictObject({ type: z.literal('group'), key: keyText<GroupKey>() }),
  ]),
  object: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('device'), key: keyText<DeviceKey>() }),
    z.strictObject({ type: z.literal('device-group'), key: keyText<DeviceGroupKey>() }),
  ]),
});
