import { useState } from 'react';
import { keepRecord } from '../api/cache.ts';
import { replace } from '../api/changes.ts';
import { ProblemError } from '../api/problem.ts';
import type { CollectionName, Collections } from '../api/records.ts';
import { word } from '../language/words.ts';
import { act } from '../shell/notices.tsx';
import { type Editing, useDraft } from './draft.ts';

export interface RecordDraft<Value> extends Editing<Value> {
  readonly current: Value;
  /** Somebody else has changed the record since the editing began. */
  readonly conflict: boolean;
  /** Why the manager did not take it. */
  readonly problem: unknown;
  readonly saving: boolean;
  save(): Promise<boolean>;
  takeTheirs(): void;
  keepMine(): void;
}

/** Edits one record of a collection; what others do to it meanwhile is never overwritten unseen. */
export function useRecordDraft<Name extends CollectionName>(
  name: Name,
  current: Collections[Name],
): RecordDraft<Collections[Name]> {
  const editing = useDraft<Collections[Name]>(`${name}/${current.key}`, current);
  const [problem, setProblem] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);

  const send = async () => {
    try {
      const saved = await replace(name, { ...editing.value, version: editing.base.version });
      editing.discard();
      setProblem(null);
      return saved;
    } catch (error) {
      setProblem(error);
      // The manager says what the record is now: the form shows both.
      if (error instanceof ProblemError && error.code === 'version-conflict') {
        keepRecord(name, error.current as Collections[Name]);
      }
      throw error;
    }
  };

  return {
    ...editing,
    current,
    problem,
    saving,
    conflict: editing.changed && editing.base.version !== current.version,
    async save() {
      const before = editing.base;
      let version = before.version;
      setSaving(true);
      const done = await act(
        async () => {
          version = (await send()).version;
        },
        { done: word('saved'), undo: () => replace(name, { ...before, version }) },
      );
      setSaving(false);
      return done;
    },
    takeTheirs() {
      setProblem(null);
      editing.discard();
    },
    keepMine() {
      setProblem(null);
      editing.rebase(current, { ...editing.value, version: current.version });
    },
    discard() {
      setProblem(null);
      editing.discard();
    },
  };
}
