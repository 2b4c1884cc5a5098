import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { insert, moveCaret, removeAfter, removeBefore, type TextField } from './text-field.ts';

export interface FieldKey {
  readonly key: Usage;
  /** What the key types, or null. */
  readonly character: string | null;
  readonly longest: number;
}

/** The field after the key; null when the key means nothing to a field. */
export function fieldAfterKey(field: TextField, { key, character, longest }: FieldKey): TextField | null {
  if (character !== null) return insert(field, { character, longest });
  switch (key) {
    case Usages.Backspace:
      return removeBefore(field);
    case Usages.Delete:
      return removeAfter(field);
    case Usages.Left:
      return moveCaret(field, field.caret - 1);
    case Usages.Right:
      return moveCaret(field, field.caret + 1);
    case Usages.Home:
      return moveCaret(field, 0);
    case Usages.End:
      return moveCaret(field, field.text.length);
    default:
      return null;
  }
}
