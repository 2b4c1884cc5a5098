import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccount } from '../api/queries.ts';
import { word } from '../language/words.ts';
import { Empty, Page } from './page.tsx';
import { roleNames, rolesOf } from './role-pages.ts';

const ownRole = {
  administrator: 'administratorRole',
  supervisor: 'supervisorRole',
  auditor: 'auditorRole',
  operator: 'operatorRole',
} as const;

/** Tells whoever comes to a page that his role does not open why that is so, in place of a row of refusals. */
export function RoleGate({ children }: { readonly children: ReactNode }): ReactNode {
  const [location] = useLocation();
  const { role } = useAccount();
  const wanted = rolesOf(location);
  if (wanted.includes(role)) return children;
  return (
    <Page title={word('notForRole')}>
      <div className="card">
        <Empty
          title={word('notForRole')}
          text={word('notForRoleText', { role: word(ownRole[role]), wanted: roleNames(wanted) })}
        >
          <Button component={Link} href="/">
            {word(role === 'operator' ? 'myConsoles' : 'home')}
          </Button>
        </Empty>
      </div>
    </Page>
  );
}
