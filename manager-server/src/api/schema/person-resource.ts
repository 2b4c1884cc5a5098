import { foldName, NAME_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { deviceGroupKeySchema, deviceKeySchema, groupKeySchema, operatorKeySchema } from './key.ts';
import { echoedFields, type Resource, versionSchema } from './resource.ts';
import { lineSchema } from './text.ts';

const name = lineSchema({ min: 1, max: NAME_MAX });
/** More than any site has; bounds what one request can make the directory check. */
const MEMBERS_MAX = 10_000;

const operator = { name, disabled: z.boolean(), groups: z.array(groupKeySchema).max(MEMBERS_MAX) };

export const operatorResource: Resource<'operators'> = {
  collection: 'operators',
  tag: 'Operators',
  create: z.strictObject(operator),
  update: z.strictObject({ ...operator, ...echoedFields }),
  representation: z.object({ ...operator, key: operatorKeySchema, version: versionSchema }).meta({ id: 'Operator' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: {
    group: ({ groups }, wanted) => groups.some((key) => key === wanted),
    disabled: ({ disabled }, wanted) => String(disabled) === wanted,
  },
};

const group = { name };

export const groupResource: Resource<'groups'> = {
  collection: 'groups',
  tag: 'Operators',
  create: z.strictObject(group),
  update: z.strictObject({ ...group, ...echoedFields }),
  representation: z.object({ ...group, key: groupKeySchema, version: versionSchema }).meta({ id: 'Group' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: {},
};

const deviceGroup = { name, devices: z.array(deviceKeySchema).max(MEMBERS_MAX) };

export const deviceGroupResource: Resource<'device-groups'> = {
  collection: 'device-groups',
  tag: 'Devices',
  create: z.strictObject(deviceGroup),
  update: z.strictObject({ ...deviceGroup, ...echoedFields }),
  representation: z
    .object({ ...deviceGroup, key: deviceGroupKeySchema, version: versionSchema })
    .meta({ id: 'DeviceGroup' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: { device: ({ devices }, wanted) => devices.some((key) => key === wanted) },
};
