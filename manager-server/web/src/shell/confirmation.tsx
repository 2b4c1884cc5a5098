import { Button, Modal } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { word } from '../language/words.ts';

interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** What the button does, as a verb. */
  readonly action: string;
  readonly danger: boolean;
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

/** Asks before what cannot be taken back. */
export function confirmed(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    set({
      ...question,
      answer(yes) {
        set(null);
        resolve(yes);
      },
    });
  });
}

export function Confirmation(): ReactNode {
  const question = useSyncExternalStore(subscribe, () => asked);
  if (question === null) return null;
  return (
    <Modal opened onClose={() => question.answer(false)} title={question.title} zIndex={400}>
      <div className="stack">
        <div className="any">{question.text}</div>
        <div className="row end">
          <Button variant="default" data-autofocus onClick={() => question.answer(false)}>
            {word('cancel')}
          </Button>
          <Button color={question.danger ? 'red' : 'blue'} onClick={() => question.answer(true)}>
            {question.action}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function set(next: Asked | null): void {
  asked = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
