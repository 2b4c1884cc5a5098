import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { word } from '../../language/words.ts';
import { EntryForm } from './entry-form.tsx';

/** The first administrator of a new site, by the code that the manager printed. */
export default function ClaimPage(): ReactNode {
  return (
    <EntryForm
      title={word('claimTitle')}
      text={word('claimText')}
      fields={[
        { name: 'code', label: word('claimCode'), type: 'text', autocomplete: 'one-time-code' },
        { name: 'name', label: word('userName'), type: 'text', autocomplete: 'username' },
        { name: 'password', label: word('password'), type: 'password', autocomplete: 'new-password' },
        { name: 'again', label: word('passwordAgain'), type: 'password', autocomplete: 'new-password' },
      ]}
      button={word('claim')}
      submit={async ({ code = '', name = '', password = '', again = '' }) => {
        if (password !== again) throw new RangeError(word('passwordsDiffer'));
        await answerOf(api.POST('/api/claim', { body: { code, name, password } }));
        location.assign('/');
      }}
    />
  );
}
