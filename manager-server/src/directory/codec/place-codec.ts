import {
  type DeviceKey,
  SEAT_RECEIVERS_MAX,
  type Seat,
  type SeatKey,
  type Source,
  type SourceKey,
  type Wall,
  type WallKey,
} from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { keyText, nameText } from './text-codec.ts';

/** A day: who is away longer than that has gone home. */
const IDLE_MINUTES_MAX = 1440;

/** Sixty-four tiles: every tile is a stream of its own from one transmitter, and that is what one encoder's port carries. */
const WALL_SIDE_MAX = 8;

/** As many heads as the largest seat has displays to show them. */
const SOURCE_TRANSMITTERS_MAX = SEAT_RECEIVERS_MAX;

const devices = (max: number, noun: string) => {
  const error = `1 to ${max} ${noun}`;
  return z.array(keyText<DeviceKey>()).min(1, { error }).max(max, { error });
};

const side = (() => {
  const error = `1 to ${WALL_SIDE_MAX}`;
  return z.int({ error }).min(1, { error }).max(WALL_SIDE_MAX, { error });
})();

const idleMinutes = (() => {
  const error = `1 to ${IDLE_MINUTES_MAX} minutes, or never`;
  return z.int({ error }).min(1, { error }).max(IDLE_MINUTES_MAX, { error });
})();

export const seatSchema: z.ZodType<Seat> = z.strictObject({
  key: keyText<SeatKey>(),
  name: nameText,
  receivers: devices(SEAT_RECEIVERS_MAX, 'receivers'),
  idleMinutes: idleMinutes.nullable(),
});

export const wallSchema: z.ZodType<Wall> = z.strictObject({
  key: keyText<WallKey>(),
  name: nameText,
  rows: side,
  columns: side,
  receivers: devices(WALL_SIDE_MAX * WALL_SIDE_MAX, 'receivers'),
  state: z.enum(['spliced', 'single']),
});

export const sourceSchema: z.ZodType<Source> = z.strictObject({
  key: keyText<SourceKey>(),
  name: nameText,
  transmitters: devices(SOURCE_TRANSMITTERS_MAX, 'transmitters'),
});
