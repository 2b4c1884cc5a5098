import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { word } from '../../language/words.ts';
import { EntryForm } from './entry-form.tsx';

export default function SignInPage(): ReactNode {
  return (
    <EntryForm
      title={word('signIn')}
      text={word('administrator')}
      fields={[
        { name: 'name', label: word('userName'), type: 'text', autocomplete: 'username' },
        { name: 'password', label: word('password'), type: 'password', autocomplete: 'current-password' },
      ]}
      button={word('signIn')}
      submit={async ({ name = '', password = '' }) => {
        await answerOf(api.POST('/api/session', { body: { name, password } }));
        location.assign(next());
      }}
    />
  );
}

/** Where the person wanted to go; only ever a path of this site. */
function next(): string {
  const wanted = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
