import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';

/** Asks for both before something that either alone must not do. `send` throws what is to be told. */
export function PasswordAndCode(options: {
  readonly text: string;
  readonly button: string;
  readonly danger: boolean;
  readonly cancel: () => void;
  readonly send: (answer: { readonly password: string; readonly code: string }) => Promise<void>;
}): ReactNode {
  const { text, button, danger, cancel, send } = options;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setProblem('');
    try {
      await send({ password, code });
    } catch (error) {
      setProblem(failureText(error));
      setBusy(false);
    }
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p className={danger ? 'callout warn' : 'callout'}>{text}</p>
      <PasswordInput
        label={word('currentPassword')}
        name="password-for-code"
        autoComplete="current-password"
        autoFocus
        required
        withAsterisk={false}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <TextInput
        label={word('codeOrRecovery')}
        name="code-for-change"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        maxLength={64}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      {problem !== '' && (
        <p className="callout bad" role="alert">
          {problem}
        </p>
      )}
      <div className="row end wrap">
        <Button variant="default" onClick={cancel}>
          {word('cancel')}
        </Button>
        <Button type="submit" color={danger ? 'red' : 'blue'} loading={busy} disabled={password === '' || code === ''}>
          {button}
        </Button>
      </div>
    </form>
  );
}
