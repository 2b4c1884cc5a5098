import type { Brand } from '../kernel/index.ts';
import type { DeviceKey } from './device.ts';
import type { DeviceGroupKey, GroupKey, Operator, OperatorKey } from './person.ts';

export type GrantKey = Brand<string, 'GrantKey'>;

/** Connect to a transmitter, push to a receiver, fetch from a receiver. */
export type Right = 'connect' | 'push' | 'fetch';

export type GrantSubject =
  | { readonly type: 'operator'; readonly key: OperatorKey }
  | { readonly type: 'group'; readonly key: GroupKey };

export type GrantObject =
  | { readonly type: 'device'; readonly key: DeviceKey }
  | { readonly type: 'device-group'; readonly key: DeviceGroupKey };

export interface Grant {
  readonly key: GrantKey;
  readonly right: Right;
  readonly subject: GrantSubject;
  readonly object: GrantObject;
}

export interface DeviceGroup {
  readonly key: DeviceGroupKey;
  readonly name: string;
  readonly devices: readonly DeviceKey[];
}

/** Who may type on a route: `view` shows the picture and passes no key. */
export type AccessMode = 'shared' | 'view';

export const grantKey = (text: string): GrantKey => text as GrantKey;

export interface RightQuestion {
  readonly operator: Operator;
  readonly right: Right;
  readonly device: DeviceKey;
}

/** How a right is held: the operator's own or a group's grant, on the device or on a device group that holds it. */
export interface GrantChain {
  readonly grant: GrantKey;
  readonly throughGroup: GroupKey | null;
  readonly throughDeviceGroup: DeviceGroupKey | null;
}

export type MayRoute =
  | { readonly allowed: true; readonly chain: GrantChain }
  | { readonly allowed: false; readonly missing: { readonly right: Right; readonly device: DeviceKey } };

export interface GrantTables {
  readonly grants: Iterable<Grant>;
  readonly deviceGroups: ReadonlyMap<DeviceGroupKey, DeviceGroup>;
}

/** The chain of grants that gives the right, or the one that is missing. A disabled operator has no right. */
export function mayRoute(question: RightQuestion, tables: GrantTables): MayRoute {
  const { operator, right, device } = question;
  if (!operator.disabled) {
    for (const grant of tables.grants) {
      if (grant.right !== right || !isSubject(grant.subject, operator)) continue;
      const throughGroup = grant.subject.type === 'group' ? grant.subject.key : null;
      if (grant.object.type === 'device') {
        if (grant.object.key !== device) continue;
        return { allowed: true, chain: { grant: grant.key, throughGroup, throughDeviceGroup: null } };
      }
      const group = tables.deviceGroups.get(grant.object.key);
      if (group === undefined || !group.devices.includes(device)) continue;
      return { allowed: true, chain: { grant: grant.key, throughGroup, throughDeviceGroup: group.key } };
    }
  }
  return { allowed: false, missing: { right, device } };
}

function isSubject(subject: GrantSubject, operator: Operator): boolean {
  return subject.type === 'operator' ? subject.key === operator.key : operator.groups.includes(subject.key);
}
