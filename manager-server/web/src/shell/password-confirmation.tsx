import { Button, Modal, PasswordInput } from '@mantine/core';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { api, doneOf } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { failureText } from '../language/failure-text.ts';
import { word } from '../language/words.ts';

let asked: ((confirmed: boolean) => void) | null = null;
const listeners = new Set<() => void>();

/**
 * Does what the manager wants the password once more for: asks when it does, and does it again. Throws when the person
 * does not confirm.
 */
export async function withPassword<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'confirmation-wanted') throw error;
  }
  if (!(await ask())) throw new RangeError(word('confirmCancelled'));
  return action();
}

/** The dialogue, above whatever the action was begun in. */
export function PasswordConfirmation(): ReactNode {
  const answer = useSyncExternalStore(subscribe, () => asked);
  return answer === null ? null : <Dialogue answer={answer} />;
}

function Dialogue({ answer }: { readonly answer: (confirmed: boolean) => void }): ReactNode {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await doneOf(api.POST('/api/account/confirmation', { body: { password } }));
      answer(true);
    } catch (error) {
      setProblem(failureText(error));
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={() => answer(false)} title={word('confirmTitle')} zIndex={420}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // React carries events of a dialogue to what it was opened in: a form there is not meant.
          event.stopPropagation();
          void confirm();
        }}
      >
        <p className="quiet">{word('confirmText')}</p>
        <PasswordInput
          label={word('currentPassword')}
          name="confirm-password"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          value={password}
          error={problem}
          visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <div className="row end">
          <Button variant="default" onClick={() => answer(false)}>
            {word('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {word('confirmButton')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function ask(): Promise<boolean> {
  asked?.(false);
  return new Promise((resolve) => {
    set((confirmed) => {
      set(null);
      resolve(confirmed);
    });
  });
}

function set(next: typeof asked): void {
  asked = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
