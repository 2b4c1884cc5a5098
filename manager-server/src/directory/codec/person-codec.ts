import { type Group, type GroupKey, type Operator, type OperatorKey, roles } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { keyText, nameText } from './text-codec.ts';

export const operatorSchema: z.ZodType<Operator> = z.strictObject({
  key: keyText<OperatorKey>(),
  name: nameText,
  disabled: z.boolean(),
  role: z.enum(roles),
  groups: z.array(keyText<GroupKey>()),
});

export const groupSchema: z.ZodType<Group> = z.strictObject({
  key: keyText<GroupKey>(),
  name: nameText,
});
