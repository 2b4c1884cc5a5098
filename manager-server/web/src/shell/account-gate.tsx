import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, doneOf } from '../api/client.ts';
import { queryClient, useAccount } from '../api/queries.ts';
import { word } from '../language/words.ts';
import { LiveSite } from '../live/live-site.tsx';
import { EntryForm } from '../pages/entry/entry-form.tsx';
import { signOut } from './sign-out.ts';

/** Whoever may not see the pages, or not yet, is told why and what to do. */
export function AccountGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { role, restriction } = useAccount();
  if (restriction === 'password-too-short') return <NewPassword />;
  if (restriction === 'second-factor-missing')
    return <Told title={word('secondFactorMissing')} text={word('secondFactorMissingText')} />;
  if (role === 'operator') return <Told title={word('notForOperators')} text={word('notForOperatorsText')} />;
  return (
    <>
      <LiveSite />
      {children}
    </>
  );
}

function NewPassword(): ReactNode {
  return (
    <EntryForm
      title={word('passwordTooShortTitle')}
      text={word('passwordTooShortText')}
      fields={[
        { name: 'current', label: word('currentPassword'), type: 'password', autocomplete: 'current-password' },
        { name: 'next', label: word('nextPassword'), type: 'password', autocomplete: 'new-password' },
        { name: 'again', label: word('passwordAgain'), type: 'password', autocomplete: 'new-password' },
      ]}
      button={word('changePassword')}
      submit={async ({ current = '', next = '', again = '' }) => {
        if (next !== again) throw new RangeError(word('passwordsDiffer'));
        await doneOf(api.PUT('/api/session/password', { body: { current, next } }));
        await queryClient.resetQueries();
      }}
    />
  );
}

function Told({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <main className="empty" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <Button onClick={() => void signOut()}>{word('signOut')}</Button>
    </main>
  );
}
