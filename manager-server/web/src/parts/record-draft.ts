import { useState } from 'react';
import { keepRecord, keepSettings } from '../api/cache.ts';
import { replace, replaceSettings } from '../api/changes.ts';
import { ProblemError } from '../api/problem.ts';
import type { CollectionName, Collections, Settings } from '../api/records.ts';
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
export const useRecordDraft = <Name extends CollectionName>(
  name: Name,
  current: Collections[Name],
): RecordDraft<Collections[Name]> =>
  useVersionedDraft<Collections[Name]>({
    name: `${name}/${current.key}`,
    current,
    put: (value) => replace(name, value),
    keep: (value) => keepRecord(name, value),
  });

/** As a record, of which there is one. */
export const useSettingsDraft = (current: Settings): RecordDraft<Settings> =>
  useVersionedDraft<Settings>({ name: 'settings', current, put: replaceSettings, keep: keepSettings });

interface VersionedDraftOptions<Value> {
  readonly name: string;
  readonly current: Value;
  readonly put: (value: Value) => Promise<Value>;
  readonly keep: (value: Value) => void;
}

function useVersionedDraft<Value extends { readonly version: number }>(
  options: VersionedDraftOptions<Value>,
): RecordDraft<Value> {
  const { name, current, put, keep } = options;
  const editing = useDraft<Value>(name, current);
  const [problem, setProblem] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);

  const send = async () => {
    try {
      const saved = await put({ ...editing.value, version: editing.base.version });
      editing.discard();
      setProblem(null);
      return saved;
    } catch (error) {
      setProblem(error);
      // The manager says what the record is now: the form shows both.
      if (error instanceof ProblemError && error.code === 'version-conflict') keep(error.current as Value);
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
      let { version } = before;
      setSaving(true);
      const done = await act(
        async () => {
          ({ version } = await send());
        },
        { done: word('saved'), undo: () => put({ ...before, version }) },
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
