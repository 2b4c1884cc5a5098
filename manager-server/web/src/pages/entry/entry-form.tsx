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

/** The one form of a page without a frame. `submit` throws what is to be told; `again` when more fields are wanted. */
export function EntryForm(options: {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly EntryField[];
  readonly button: string;
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<'again' | undefined> | Promise<void>;
  /** Below the form. */
  readonly children?: ReactNode;
}): ReactNode {
  const { title, text, fields, button, submit, children } = options;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const last = fields.at(-1)?.name ?? '';
  const count = fields.length;
  const begun = useRef(count);
  useEffect(() => {
    // What came later is what is wanted now.
    const wanted = begun.current === count ? 'input' : `input[name="${last}"]`;
    form.current?.querySelector<HTMLInputElement>(wanted)?.focus();
  }, [last, count]);

  const send = async () => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    setBusy(true);
    setProblem('');
    try {
      const asked = await submit(Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')])));
      if (asked === 'again') setBusy(false);
    } catch (error) {
      setProblem(failureText(error));
      setBusy(false);
      const wrong = begun.current === count ? 'input[type="password"]' : `input[name="${last}"]`;
      form.current.querySelector<HTMLInputElement>(wrong)?.select();
    }
  };

  return (
    <EntryFrame title={title}>
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
        {children}
      </form>
    </EntryFrame>
  );
}

/** What stands around the one card of a page that has no side bar. */
export function EntryFrame({
  title,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · ${word('site')}`;
  }, [title]);
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
      <main className={wide ? 'entry wide' : 'entry'}>{children}</main>
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
