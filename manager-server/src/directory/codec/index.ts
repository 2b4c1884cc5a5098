import type { z } from 'zod';
import type { CollectionName, Collections } from '../collection.ts';
import { deviceSchema } from './device-codec.ts';
import { deviceGroupSchema, grantSchema } from './grant-codec.ts';
import { hotkeySchema } from './hotkey-codec.ts';
import { groupSchema, operatorSchema } from './person-codec.ts';
import { seatSchema, sourceSchema, wallSchema } from './place-codec.ts';
import { settingsSchema } from './settings-codec.ts';

/** The form of every record, stored or handed in. Laws that need the rest of the site are in ../law. */
export const collectionSchemas: { readonly [Name in CollectionName]: z.ZodType<Collections[Name]> } = {
  devices: deviceSchema,
  'device-groups': deviceGroupSchema,
  operators: operatorSchema,
  groups: groupSchema,
  grants: grantSchema,
  hotkeys: hotkeySchema,
  seats: seatSchema,
  walls: wallSchema,
  sources: sourceSchema,
  settings: settingsSchema,
};

export const collectionNames = Object.keys(collectionSchemas) as readonly CollectionName[];
