import type { Brand } from '../kernel/index.ts';

export type OperatorKey = Brand<string, 'OperatorKey'>;
export type GroupKey = Brand<string, 'GroupKey'>;
export type DeviceGroupKey = Brand<string, 'DeviceGroupKey'>;

/**
 * What a person may do on the manager's pages, from everything to his own account alone. Rights at desks are grants, and
 * have nothing to do with it.
 */
export const roles = ['administrator', 'supervisor', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];

/** A person who signs in, at a seat's OSD or on the pages. The password's hash is the store's alone and never part of this. */
export interface Operator {
  readonly key: OperatorKey;
  /** What is typed at the sign-in screen. Any script; compared after NFC, letter case ignored. */
  readonly name: string;
  readonly disabled: boolean;
  readonly role: Role;
  readonly groups: readonly GroupKey[];
}

/** Operators with the same rights. */
export interface Group {
  readonly key: GroupKey;
  readonly name: string;
}

export const operatorKey = (text: string): OperatorKey => text as OperatorKey;
export const groupKey = (text: string): GroupKey => text as GroupKey;
export const deviceGroupKey = (text: string): DeviceGroupKey => text as DeviceGroupKey;

/** Two names are the same person when this is equal. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();
