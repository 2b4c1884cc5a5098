import type { Account } from '../api/records.ts';
import { word } from '../language/words.ts';

type Role = Account['role'];

const readers: readonly Role[] = ['administrator', 'supervisor', 'auditor'];
const everybody: readonly Role[] = [...readers, 'operator'];

/** Who may open a page, by the beginning of its path, as the manager's policy has it. */
const restricted: Readonly<Record<string, readonly Role[]>> = {
  '/audit': ['administrator', 'auditor'],
  '/security': ['administrator', 'auditor'],
  '/account': everybody,
};

const names = {
  administrator: 'shortAdministrator',
  supervisor: 'shortSupervisor',
  auditor: 'shortAuditor',
  operator: 'shortOperator',
} as const;

/** The first page is everybody's: an operator has his consoles there. */
export function rolesOf(path: string): readonly Role[] {
  if (path === '/') return everybody;
  const found = Object.entries(restricted).find(([begin]) => path === begin || path.startsWith(`${begin}/`));
  return found?.[1] ?? readers;
}

export const roleNames = (roles: readonly Role[]): string => roles.map((role) => word(names[role])).join(' · ');
