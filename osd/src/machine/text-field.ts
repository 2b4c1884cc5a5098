/** One line that is typed into. Only ASCII can be typed, so a character is one place of the caret. */
export interface TextField {
  readonly text: string;
  readonly caret: number;
  /** The whole text is selected: the next character replaces it. */
  readonly selected: boolean;
}

export const emptyField: TextField = { text: '', caret: 0, selected: false };

export const selectAll = (field: TextField): TextField =>
  field.text === '' ? field : { text: field.text, caret: field.text.length, selected: true };

/** The same field when it is full. */
export function insert(field: TextField, typed: { readonly character: string; readonly longest: number }): TextField {
  const { text, caret } = field.selected ? emptyField : field;
  if (text.length >= typed.longest) return field;
  return {
    text: text.slice(0, caret) + typed.character + text.slice(caret),
    caret: caret + typed.character.length,
    selected: false,
  };
}

export function removeBefore(field: TextField): TextField {
  if (field.selected) return emptyField;
  if (field.caret === 0) return field;
  const caret = field.caret - 1;
  return { text: field.text.slice(0, caret) + field.text.slice(field.caret), caret, selected: false };
}

export function removeAfter(field: TextField): TextField {
  if (field.selected) return emptyField;
  const { text, caret } = field;
  return { text: text.slice(0, caret) + text.slice(caret + 1), caret, selected: false };
}

/** Moving the caret leaves the selection. */
export function moveCaret(field: TextField, caret: number): TextField {
  return { text: field.text, caret: Math.max(0, Math.min(field.text.length, caret)), selected: false };
}
