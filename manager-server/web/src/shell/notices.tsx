import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { failureText } from '../language/failure-text.ts';
import { word } from '../language/words.ts';
import { Icon } from './icons.tsx';

/** Long enough to read it and to reach for "undo". */
const SHOWN_FOR = 9000;

interface Notice {
  readonly number: number;
  readonly text: string;
  readonly bad: boolean;
  readonly undo: (() => Promise<unknown>) | null;
}

let notices: readonly Notice[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Does something and tells how it went: `done` in words, with a way back, or the manager's reason against it. */
export async function act(
  action: () => Promise<unknown>,
  told: { readonly done: string; readonly undo?: () => Promise<unknown> },
): Promise<boolean> {
  try {
    await action();
  } catch (error) {
    tell({ text: failureText(error), bad: true, undo: null });
    return false;
  }
  tell({ text: told.done, bad: false, undo: told.undo ?? null });
  return true;
}

export const tellFailure = (error: unknown): void => tell({ text: failureText(error), bad: true, undo: null });
export const tellProblem = (text: string): void => tell({ text, bad: true, undo: null });
export const tellDone = (text: string): void => tell({ text, bad: false, undo: null });

/** What was done and what was refused, below everything else and read aloud. Refusals stay until they are closed. */
export function Notices(): ReactNode {
  const shown = useSyncExternalStore(subscribe, () => notices);
  return (
    <section className="notices" aria-live="polite" aria-label={word('notices')}>
      {shown.map((notice) => (
        <div
          key={notice.number}
          className={notice.bad ? 'notice bad' : 'notice'}
          role={notice.bad ? 'alert' : 'status'}
        >
          <span className="words">{notice.text}</span>
          {notice.undo !== null && (
            <Button size="compact-sm" variant="light" onClick={() => void takeBack(notice)}>
              {word('undo')}
            </Button>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={word('close')} onClick={() => drop(notice.number)}>
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}

async function takeBack({ number, undo }: Notice): Promise<void> {
  drop(number);
  if (undo !== null) await act(undo, { done: word('undone') });
}

function tell(notice: Omit<Notice, 'number'>): void {
  count += 1;
  const number = count;
  set([...notices.slice(-3), { ...notice, number }]);
  if (!notice.bad) window.setTimeout(() => drop(number), SHOWN_FOR);
}

function drop(number: number): void {
  set(notices.filter((each) => each.number !== number));
}

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
