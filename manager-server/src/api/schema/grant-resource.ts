import { foldHotkey, NAME_TEXT_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import {
  deviceGroupKeySchema,
  deviceKeySchema,
  grantKeySchema,
  groupKeySchema,
  hotkeyKeySchema,
  operatorKeySchema,
} from './key.ts';
import { echoedFields, type Resource, versionSchema } from './resource.ts';
import { lineSchema } from './text.ts';

export const rightSchema = z.enum(['connect', 'push', 'fetch']);

const grant = {
  right: rightSchema,
  subject: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('operator'), key: operatorKeySchema }),
    z.strictObject({ type: z.literal('group'), key: groupKeySchema }),
  ]),
  object: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('device'), key: deviceKeySchema }),
    z.strictObject({ type: z.literal('device-group'), key: deviceGroupKeySchema }),
  ]),
};

export const grantResource: Resource<'grants'> = {
  collection: 'grants',
  tag: 'Rights',
  create: z.strictObject(grant),
  update: z.strictObject({ ...grant, ...echoedFields }),
  representation: z.object({ ...grant, key: grantKeySchema, version: versionSchema }).meta({ id: 'Grant' }),
  sortText: ({ right, subject, object }) => JSON.stringify([subject.type, subject.key, right, object.type, object.key]),
  searchText: ({ right }) => right,
  filters: {
    right: ({ right }, wanted) => right === wanted,
    operator: ({ subject }, wanted) => subject.type === 'operator' && subject.key === wanted,
    group: ({ subject }, wanted) => subject.type === 'group' && subject.key === wanted,
    device: ({ object }, wanted) => object.type === 'device' && object.key === wanted,
    'device-group': ({ object }, wanted) => object.type === 'device-group' && object.key === wanted,
  },
};

/** A hotkey names devices one after the other: more than a wall has tiles, nobody pushes to at once. */
const HOTKEY_DEVICES_MAX = 256;

const hotkey = {
  text: lineSchema({ min: 1, max: NAME_TEXT_MAX }),
  devices: z.array(deviceKeySchema).max(HOTKEY_DEVICES_MAX),
};

export const hotkeyResource: Resource<'hotkeys'> = {
  collection: 'hotkeys',
  tag: 'Hotkeys',
  create: z.strictObject(hotkey),
  update: z.strictObject({ ...hotkey, ...echoedFields }),
  representation: z.object({ ...hotkey, key: hotkeyKeySchema, version: versionSchema }).meta({ id: 'Hotkey' }),
  sortText: ({ text }) => foldHotkey(text),
  searchText: ({ text }) => foldHotkey(text),
  filters: { device: ({ devices }, wanted) => devices.some((key) => key === wanted) },
};
