import {
  deviceGroupKey,
  deviceKey,
  type Grant,
  type MayRoute,
  mayRoute,
  type Right,
} from '@seatmatrix/protocol/domain';
import { useMemo } from 'react';
import { domainDeviceGroup, domainGrant, domainOperator } from '../api/domain-records.ts';
import { useCollection } from '../api/queries.ts';
import type * as records from '../api/records.ts';

export const rights: readonly Right[] = ['connect', 'push', 'fetch'];

/** The kind of device that a right is about. */
export const kindOfRight = (right: Right): records.Device['kind'] => (right === 'connect' ? 'transmitter' : 'receiver');

export interface Rights {
  /** Whether and through which grant, by the manager's own rule. */
  may(operator: records.Operator, right: Right, device: string): MayRoute;
}

export function useRights(): Rights {
  const grants = useCollection('grants');
  const deviceGroups = useCollection('device-groups');
  return useMemo(() => rightsOf(grants, deviceGroups), [grants, deviceGroups]);
}

/** Grants are sorted by who holds them, so that a question looks at a person's own and those of his groups alone. */
export function rightsOf(
  grants: records.ByKey<records.Grant>,
  deviceGroups: records.ByKey<records.DeviceGroup>,
): Rights {
  const bySubject = new Map<string, Grant[]>();
  for (const grant of grants.values()) {
    const subject = subjectName(grant.subject);
    const held = bySubject.get(subject);
    if (held === undefined) bySubject.set(subject, [domainGrant(grant)]);
    else held.push(domainGrant(grant));
  }
  const groups = new Map(
    [...deviceGroups.values()].map((group) => [deviceGroupKey(group.key), domainDeviceGroup(group)]),
  );
  return {
    may(operator, right, device) {
      const subjects = [
        { type: 'operator', key: operator.key },
        ...operator.groups.map((key) => ({ type: 'group', key })),
      ];
      const held = subjects.flatMap((subject) => bySubject.get(subjectName(subject)) ?? []);
      return mayRoute(
        { operator: domainOperator(operator), right, device: deviceKey(device) },
        { grants: held, deviceGroups: groups },
      );
    },
  };
}

export const subjectName = ({ type, key }: { readonly type: string; readonly key: string }): string => `${type} ${key}`;
