import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fieldProblem } from '../language/failure-text.ts';
import { word } from '../language/words.ts';
import { act } from '../shell/notices.tsx';

/** Asks for the name of something new. `make` creates it. */
export function NameDialogue(options: {
  readonly title: string;
  readonly make: (name: string) => Promise<{ readonly key: string }>;
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const { title, make, close, created } = options;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    let key: string | null = null;
    const done = await act(
      async () => {
        try {
          key = (await make(name)).key;
        } catch (error) {
          setProblem(error);
          throw error;
        }
      },
      { done: word('created', { name }) },
    );
    if (!done) return;
    close();
    if (key !== null) created(key);
  };
  return (
    <Modal opened onClose={close} title={title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          label={word('name')}
          name="name"
          required
          maxLength={200}
          data-autofocus
          value={name}
          error={fieldProblem(problem, '/name')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit">{title}</Button>
        </div>
      </form>
    </Modal>
  );
}
