import { useSyncExternalStore } from 'react';

/** What a person is editing: what it began from, and what it is now. */
interface Draft<Value> {
  readonly base: Value;
  readonly value: Value;
}

/** Kept outside of the pages: leaving one, or choosing another language, loses nothing. */
const drafts = new Map<string, Draft<unknown>>();
const listeners = new Set<() => void>();

export interface Editing<Value> {
  readonly value: Value;
  readonly changed: boolean;
  /** What it was when the editing began. */
  readonly base: Value;
  set(value: Value): void;
  /** Goes on with the same wishes as a change of another base. */
  rebase(base: Value, value: Value): void;
  discard(): void;
}

/**
 * Edits a copy of `current` under a name of its own. As long as nothing is changed it follows `current`; from the first
 * change on it stays what the person made of it, and `base` what that was made of.
 */
export function useDraft<Value>(name: string, current: Value): Editing<Value> {
  // Only this function writes under this name, and with this type.
  const draft = useSyncExternalStore(subscribe, () => drafts.get(name)) as Draft<Value> | undefined;
  return {
    value: draft?.value ?? current,
    base: draft?.base ?? current,
    changed: draft !== undefined,
    set: (value) => keepDraft(name, { base: draft?.base ?? current, value }),
    rebase: (base, mine) => keepDraft(name, { base, value: mine }),
    discard: () => dropDraft(name),
  };
}

function keepDraft(name: string, draft: Draft<unknown>): void {
  if (sameValue(draft.value, draft.base)) drafts.delete(name);
  else drafts.set(name, draft);
  tell();
}

export function dropDraft(name: string): void {
  drafts.delete(name);
  tell();
}

export const hasDrafts = (): boolean => drafts.size > 0;

/** By content: what is edited is plain data. */
export const sameValue = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

// A reload would lose what the pages themselves keep.
window.addEventListener('beforeunload', (event) => {
  if (hasDrafts()) event.preventDefault();
});
