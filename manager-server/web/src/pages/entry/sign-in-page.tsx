import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { word } from '../../language/words.ts';
import { EntryForm } from './entry-form.tsx';

/** Asks for the second factor's code once the manager wants one. */
export default function SignInPage(): ReactNode {
  const [codeWanted, setCodeWanted] = useState(false);
  return (
    <EntryForm
      title={word('signIn')}
      text={word(codeWanted ? 'codeStep' : 'signInText')}
      fields={[
        { name: 'name', label: word('userName'), type: 'text', autocomplete: 'username' },
        { name: 'password', label: word('password'), type: 'password', autocomplete: 'current-password' },
        ...(codeWanted
          ? [{ name: 'code', label: word('code'), type: 'text' as const, autocomplete: 'one-time-code' }]
          : []),
      ]}
      button={word('signIn')}
      submit={async ({ name = '', password = '', code = '' }) => {
        const body = { name, password, ...(code === '' ? {} : { code }) };
        try {
          await answerOf(api.POST('/api/session', { body }));
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'code-wanted') throw error;
          setCodeWanted(true);
          return 'again';
        }
        location.assign(next());
        return undefined;
      }}
    />
  );
}

/** Where the person wanted to go; only ever a path of this site. */
function next(): string {
  const wanted = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
