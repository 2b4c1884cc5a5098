import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, doneOf } from '../../api/client.ts';
import { queryClient, useAccount } from '../../api/queries.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { tellDone } from '../../shell/notices.tsx';
import { PasswordAdvice } from './password-advice.tsx';
import { DESK_PASSWORD_MIN, PAGE_PASSWORD_MIN } from './password-rules.ts';

const nothing = { current: '', next: '', again: '' };

/** Changing one's own password. */
export function PasswordCard(): ReactNode {
  const { name, role, secondFactor } = useAccount();
  const [value, setValue] = useState(nothing);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  // A shorter one is taken of an operator, and keeps him from the pages unless a code stands beside it.
  const least = role === 'operator' && secondFactor ? DESK_PASSWORD_MIN : PAGE_PASSWORD_MIN;
  const change = async () => {
    if (value.next !== value.again) {
      setProblem(word('passwordsDiffer'));
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      const body = { current: value.current, next: value.next };
      await doneOf(api.PUT('/api/session/password', { body }));
      setValue(nothing);
      tellDone(word('passwordChanged'));
      await queryClient.invalidateQueries({ queryKey: ['web-sessions'] });
    } catch (error) {
      setProblem(failureText(error));
    }
    setBusy(false);
  };
  return (
    <section className="card stack" aria-labelledby="own-password">
      <div className="stack tight">
        <h2 id="own-password">{word('ownPassword')}</h2>
        <p className="quiet">{word('ownPasswordText')}</p>
      </div>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        {/* Password stores fill in by the account's name, which stands nowhere else here. */}
        <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
        {(
          [
            ['current', 'currentPassword', 'current-password'],
            ['next', 'nextPasswordPlain', 'new-password'],
            ['again', 'passwordAgain', 'new-password'],
          ] as const
        ).map(([field, label, autoComplete]) => (
          <PasswordInput
            key={field}
            name={field}
            label={word(label)}
            autoComplete={autoComplete}
            required
            withAsterisk={false}
            value={value[field]}
            visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
            onChange={({ currentTarget }) => setValue({ ...value, [field]: currentTarget.value })}
          />
        ))}
        <PasswordAdvice password={value.next} again={value.again} name={name} least={least} />
        {problem !== '' && (
          <p className="callout bad" role="alert">
            {problem}
          </p>
        )}
        <div className="row end">
          <Button type="submit" loading={busy} disabled={value.current === '' || value.next === ''}>
            {word('changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
