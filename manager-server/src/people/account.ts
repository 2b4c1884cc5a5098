import type { Operator, OperatorKey, Role } from '@seatmatrix/protocol/domain';

/** A person, as the pages know him. */
export interface Account {
  readonly key: OperatorKey;
  readonly name: string;
  readonly role: Role;
}

export const accountOf = ({ key, name, role }: Operator): Account => ({ key, name, role });

/** As the audit names him: `administrator:admin`. */
export const actorName = ({ role, name }: Pick<Account, 'role' | 'name'>): string => `${role}:${name}`;
