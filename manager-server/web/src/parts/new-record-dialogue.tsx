import { Button, Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../language/words.ts';
import { act } from '../shell/notices.tsx';

/** What the fields of a form get: the value so far, and why the manager did not take it. */
export interface FieldsOf<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly problem: unknown;
}

/** Asks for everything that a new record needs; a refusal leaves what was entered, with the reason at its field. */
export function NewRecordDialogue<Value>(options: {
  readonly title: string;
  readonly empty: Value;
  readonly fields: (of: FieldsOf<Value>) => ReactNode;
  readonly complete: (value: Value) => boolean;
  readonly nameOf: (value: Value) => string;
  readonly make: (value: Value) => Promise<{ readonly key: string }>;
  readonly close: () => void;
  readonly created: (key: string) => void;
  readonly size?: ModalProps['size'];
}): ReactNode {
  const { title, empty, fields, complete, nameOf, make, close, created, size = 'lg' } = options;
  const [value, set] = useState(empty);
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    let key: string | null = null;
    const done = await act(
      async () => {
        try {
          ({ key } = await make(value));
        } catch (error) {
          setProblem(error);
          throw error;
        }
      },
      { done: word('created', { name: nameOf(value) }) },
    );
    if (!done) return;
    close();
    if (key !== null) created(key);
  };
  return (
    <Modal opened onClose={close} title={title} size={size}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (complete(value)) void add();
        }}
      >
        {fields({ value, set, problem })}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={!complete(value)}>
            {title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
