import { foldName, NAME_MAX, SEAT_RECEIVERS_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { deviceKeySchema, seatKeySchema, sourceKeySchema, wallKeySchema } from './key.ts';
import { echoedFields, type Resource, versionSchema } from './resource.ts';
import { lineSchema } from './text.ts';

const name = lineSchema({ min: 1, max: NAME_MAX });
/** A day without a key is as good as never. */
const IDLE_MINUTES_MAX = 24 * 60;

const seat = {
  name,
  receivers: z.array(deviceKeySchema).max(SEAT_RECEIVERS_MAX),
  idleMinutes: z.int().min(1).max(IDLE_MINUTES_MAX).nullable(),
};

export const seatResource: Resource<'seats'> = {
  collection: 'seats',
  tag: 'Places',
  create: z.strictObject(seat),
  update: z.strictObject({ ...seat, ...echoedFields }),
  representation: z.object({ ...seat, key: seatKeySchema, version: versionSchema }).meta({ id: 'Seat' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: { receiver: ({ receivers }, wanted) => receivers.some((key) => key === wanted) },
};

/** The side of the largest wall: 256 tiles. */
const WALL_SIDE_MAX = 16;

const wall = {
  name,
  rows: z.int().min(1).max(WALL_SIDE_MAX),
  columns: z.int().min(1).max(WALL_SIDE_MAX),
  receivers: z.array(deviceKeySchema).max(WALL_SIDE_MAX * WALL_SIDE_MAX),
  state: z.enum(['spliced', 'single']),
};

export const wallResource: Resource<'walls'> = {
  collection: 'walls',
  tag: 'Places',
  create: z.strictObject(wall),
  update: z.strictObject({ ...wall, ...echoedFields }),
  representation: z.object({ ...wall, key: wallKeySchema, version: versionSchema }).meta({ id: 'Wall' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: { receiver: ({ receivers }, wanted) => receivers.some((key) => key === wanted) },
};

/** Outputs of one computer: as many as a seat can show. */
const source = { name, transmitters: z.array(deviceKeySchema).max(SEAT_RECEIVERS_MAX) };

export const sourceResource: Resource<'sources'> = {
  collection: 'sources',
  tag: 'Places',
  create: z.strictObject(source),
  update: z.strictObject({ ...source, ...echoedFields }),
  representation: z.object({ ...source, key: sourceKeySchema, version: versionSchema }).meta({ id: 'Source' }),
  sortText: (value) => foldName(value.name),
  searchText: (value) => foldName(value.name),
  filters: { transmitter: ({ transmitters }, wanted) => transmitters.some((key) => key === wanted) },
};
