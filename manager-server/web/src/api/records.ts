import type { components } from './generated/openapi.ts';

type Schemas = components['schemas'];

export type Device = Schemas['Device'];
export type Transmitter = Extract<Device, { readonly kind: 'transmitter' }>;
export type Receiver = Extract<Device, { readonly kind: 'receiver' }>;
export type SourceSettings = Transmitter['settings'];
export type DeviceGroup = Schemas['DeviceGroup'];
export type Operator = Schemas['Operator'];
export type Group = Schemas['Group'];
export type Grant = Schemas['Grant'];
export type Hotkey = Schemas['Hotkey'];
export type Seat = Schemas['Seat'];
export type Wall = Schemas['Wall'];
export type Source = Schemas['Source'];
export type Settings = Schemas['Settings'];

export type Box = Schemas['Box'];
export type BoxReport = Schemas['BoxReport'];
export type Route = Schemas['Route'];
export type Session = Schemas['Session'];
export type AuditEntry = Schemas['AuditEntry'];
/** Who is signed in. */
export type Account = Schemas['Account'];
export type CommandOutcome = Schemas['CommandOutcome'];
export type Trial = Schemas['Trial'];

/** Everything that administrators edit, by collection: the names are the API's paths. */
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
}

export type CollectionName = keyof Collections;

export const collectionNames: readonly CollectionName[] = [
  'devices',
  'device-groups',
  'operators',
  'groups',
  'grants',
  'hotkeys',
  'seats',
  'walls',
  'sources',
];

type WithoutKey<Value> = Value extends { readonly settings: unknown }
  ? Omit<Value, 'key' | 'version' | 'settings'> & { readonly settings?: Value['settings'] }
  : Value extends unknown
    ? Omit<Value, 'key' | 'version'>
    : never;

/** A record before the manager has given it a key and a version; it completes the settings that are left out. */
export type New<Name extends CollectionName> = WithoutKey<Collections[Name]>;

/** What is known of records by their keys. */
export type ByKey<Value> = ReadonlyMap<string, Value>;
