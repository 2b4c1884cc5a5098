import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/generated/openapi.ts';
import { ProblemError } from '../../api/problem.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { CopyLine } from '../../parts/copy-line.tsx';
import '../../style/account.css';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Begun = components['schemas']['SecondFactorEnrolment'];

type Step =
  | { readonly type: 'password' }
  | { readonly type: 'scan'; readonly begun: Begun }
  | { readonly type: 'recovery'; readonly codes: readonly string[] };

/** The password, the QR code with its first code, the recovery codes: one after the other. */
export function SecondFactorEnrolment(options: {
  /** Null where there is no way back. */
  readonly cancel: (() => void) | null;
  readonly enrolled: () => void;
}): ReactNode {
  const { cancel, enrolled } = options;
  const [step, setStep] = useState<Step>({ type: 'password' });
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (step.type === 'recovery') return <RecoveryCodes codes={step.codes} kept={enrolled} />;

  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (step.type === 'password') {
        const begun = await answerOf(api.POST('/api/session/second-factor', { body: { password: text } }));
        setStep({ type: 'scan', begun });
      } else {
        const body = { code: text.replaceAll(' ', '') };
        const { recoveryCodes } = await answerOf(api.PUT('/api/session/second-factor', { body }));
        setStep({ type: 'recovery', codes: recoveryCodes });
      }
      setText('');
    } catch (error) {
      setProblem(failureText(error));
      // The secret was shown too long ago: the next one is made with the password again.
      if (error instanceof ProblemError && error.code === 'none-begun') setStep({ type: 'password' });
    }
    setBusy(false);
  };
  const common = { required: true, withAsterisk: false, value: text, error: problem } as const;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {step.type === 'password' ? (
        <PasswordInput
          key="password"
          {...common}
          label={word('currentPassword')}
          description={word('confirmPasswordText')}
          name="enrol-password"
          autoComplete="current-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      ) : (
        <>
          <div className="stack tight">
            <h3>{word('scanTitle')}</h3>
            <p className="quiet">{word('scanText')}</p>
          </div>
          <div className="scan">
            <QrCode modules={step.begun.modules} />
            <div className="stack">
              <CopyLine label={word('secretKey')} text={spaced(step.begun.secret)} />
              <TextInput
                key="code"
                {...common}
                label={word('sixDigits')}
                name="enrol-code"
                autoComplete="one-time-code"
                inputMode="numeric"
                autoFocus
                maxLength={10}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
              />
            </div>
          </div>
        </>
      )}
      <div className="row end">
        {cancel !== null && (
          <Button variant="default" onClick={cancel}>
            {word('cancel')}
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={text === ''}>
          {word(step.type === 'password' ? 'continue' : 'enrolNow')}
        </Button>
      </div>
    </form>
  );
}

/** In groups of four: easier to type. Authenticators take it with its spaces. */
const spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
