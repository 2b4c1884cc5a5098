import type { Brand } from '../kernel/index.ts';
import type { DeviceKey } from './device.ts';

export type SeatKey = Brand<string, 'SeatKey'>;
export type WallKey = Brand<string, 'WallKey'>;
export type SourceKey = Brand<string, 'SourceKey'>;

/** F7 counts to eight, and so does a desk. */
export const SEAT_RECEIVERS_MAX = 8;

/** An operator's position: its receivers from left to right, one keyboard and mouse, one sign-in. */
export interface Seat {
  readonly key: SeatKey;
  readonly name: string;
  readonly receivers: readonly DeviceKey[];
  /** Signs out after so many minutes without a key or a pointer movement; null never does. */
  readonly idleMinutes: number | null;
}

/** A grid of receivers. Spliced shows one source across all of them, single one source on each. */
export interface Wall {
  readonly key: WallKey;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row from the top left: rows × columns of them. */
  readonly receivers: readonly DeviceKey[];
  readonly state: 'spliced' | 'single';
}

/** A computer with several video outputs: its transmitters in order, the main picture first. */
export interface Source {
  readonly key: SourceKey;
  readonly name: string;
  readonly transmitters: readonly DeviceKey[];
}

/** The part of a picture that a wall's tile shows, in fractions of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const seatKey = (text: string): SeatKey => text as SeatKey;
export const wallKey = (text: string): WallKey => text as WallKey;
export const sourceKey = (text: string): SourceKey => text as SourceKey;

/** What the receiver at this place of a spliced wall shows of the whole picture. */
export function tileCrop(wall: Pick<Wall, 'rows' | 'columns'>, index: number): Crop {
  const width = 1 / wall.columns;
  const height = 1 / wall.rows;
  return { left: (index % wall.columns) * width, top: Math.floor(index / wall.columns) * height, width, height };
}
