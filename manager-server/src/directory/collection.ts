import type {
  BoxSettings,
  Device,
  DeviceGroup,
  Grant,
  Group,
  Hotkey,
  Operator,
  Seat,
  Source,
  TwoSeatsPolicy,
  Wall,
} from '@seatmatrix/protocol/domain';

/** The site as a whole: one record, key `site`. */
export interface SiteSettings {
  readonly key: 'site';
  readonly name: string;
  readonly twoSeats: TwoSeatsPolicy;
  /** Who needs a second factor on the pages. */
  readonly secondFactor: 'optional' | 'administrators' | 'everybody';
  /** What becomes of pictures that an operator pushed when he is disabled or deleted. */
  readonly pushesOfDisabled: 'keep' | 'end-at-desks' | 'end';
  readonly boxes: Omit<BoxSettings, 'revision'>;
}

/** Everything that administrators edit, by collection. The keys are also the paths under /api. */
export interface Collections {
  readonly devices: Device;
  readonly 'device-groups': DeviceGroup;
  readonly operators: Operator;
  readonly groups: Group;
  readonly grants: Grant;
  readonly hotkeys: Hotkey;
  readonly seats: Seat;
  readonly walls: Wall;
  readonly sources: Source;
  readonly settings: SiteSettings;
}

export type CollectionName = keyof Collections;

export interface Versioned<Value> {
  readonly value: Value;
  readonly version: number;
}

/** The directory at one moment. Immutable; a change makes a new one that shares what stayed. */
export type DirectorySnapshot = {
  readonly [Name in CollectionName]: ReadonlyMap<string, Versioned<Collections[Name]>>;
};
