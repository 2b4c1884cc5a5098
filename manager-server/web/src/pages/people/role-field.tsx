import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Operator } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';

type Role = Operator['role'];

const roles: readonly Role[] = ['operator', 'auditor', 'supervisor', 'administrator'];
const names = {
  operator: 'roleOperator',
  auditor: 'roleAuditor',
  supervisor: 'roleSupervisor',
  administrator: 'roleAdministrator',
} as const;

const shortNames = {
  operator: 'operatorRole',
  auditor: 'auditorRole',
  supervisor: 'supervisorRole',
  administrator: 'administratorRole',
} as const;

export const shortRole = (role: Role): string => word(shortNames[role]);

export const roleText = (role: Role): string => word(names[role]);

/** What somebody may do on the pages; grants say what he may do at desks. */
export function RoleField({
  value,
  set,
  problem,
}: {
  readonly value: Role;
  readonly set: (role: Role) => void;
  readonly problem: unknown;
}): ReactNode {
  return (
    <Select
      label={word('role')}
      description={word('roleText')}
      allowDeselect={false}
      data={roles.map((role) => ({ value: role, label: roleText(role) }))}
      value={value}
      error={fieldProblem(problem, '/role')}
      onChange={(chosen) => set(roles.find((role) => role === chosen) ?? 'operator')}
    />
  );
}
