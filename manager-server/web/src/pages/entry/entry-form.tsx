import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { Appearance } from '../../shell/appearance.tsx';

export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: string;
}

/** The one form of a page without a frame. `submit` throws what is to be told. */
export function EntryForm(options: {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly EntryField[];
  readonly button: string;
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<void>;
}): ReactNode {
  const { title, text, fields, button, submit } = options;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = `${title} · ${word('site')}`;
    form.current?.querySelector('input')?.focus();
  }, [title]);

  const send = async () => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    setBusy(true);
    setProblem('');
    try {
      await submit(Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')])));
    } catch (error) {
      setProblem(failureText(error));
      setBusy(false);
      form.current.querySelector<HTMLInputElement>('input[type="password"]')?.select();
    }
  };

  return (
    <>
      <header className="entry-bar">
        <span className="row strong">
          <img src="/icon.svg" alt="" width={28} height={28} />
          {word('site')}
        </span>
        <span className="row">
          <Appearance />
        </span>
      </header>
      <main className="entry">
        <form
          ref={form}
          className="card stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <h1>{title}</h1>
          <p className="quiet">{text}</p>
          {fields.map((field) => (
            <Field key={field.name} field={field} />
          ))}
          <Button type="submit" size="md" loading={busy} mt={6}>
            {button}
          </Button>
          <p className="callout bad" role="alert" hidden={problem === ''}>
            {problem}
          </p>
        </form>
      </main>
    </>
  );
}

function Field({ field: { name, label, type, autocomplete } }: { readonly field: EntryField }): ReactNode {
  const common = { id: name, name, label, required: true, withAsterisk: false, autoComplete: autocomplete };
  return type === 'password' ? (
    <PasswordInput {...common} visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }} />
  ) : (
    <TextInput {...common} autoCapitalize="off" spellCheck={false} />
  );
}
