import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { remove } from '../api/changes.ts';
import type { CollectionName } from '../api/records.ts';
import { word } from '../language/words.ts';
import { confirmed } from '../shell/confirmation.tsx';
import { act } from '../shell/notices.tsx';
import { dropDraft } from './draft.ts';

/** Asks, and deletes a record with what was being edited of it. */
export function DeleteButton(options: {
  readonly collection: CollectionName;
  readonly record: { readonly key: string; readonly version: number };
  readonly name: string;
  readonly question: { readonly title: string; readonly text: string };
  readonly deleted: () => void;
}): ReactNode {
  const { collection, record, name, question, deleted } = options;
  const go = async () => {
    if (!(await confirmed({ ...question, action: word('remove'), danger: true }))) return;
    if (!(await act(() => remove(collection, record), { done: word('deleted', { name }) }))) return;
    dropDraft(`${collection}/${record.key}`);
    deleted();
  };
  return (
    <Button variant="light" color="red" onClick={() => void go()}>
      {word('remove')}
    </Button>
  );
}
