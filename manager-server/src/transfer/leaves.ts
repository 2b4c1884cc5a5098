import type { Column, Row } from './sheet.ts';

/** What a value without parts is: of a setting. */
export type Leaf = string | number | boolean | null;

/** Written where a number may also be left out: `never` closes by itself. */
export const NEVER = 'never';

/** The parts of nested settings by their paths: `serial.baud`. New settings become new columns by themselves. */
export function leavesOf(value: object, prefix = ''): readonly (readonly [path: string, leaf: Leaf])[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const path = `${prefix}${name}`;
    return typeof part === 'object' && part !== null ? leavesOf(part, `${path}.`) : [[path, part] as const];
  });
}

export const leafText = (leaf: Leaf): string => (leaf === null ? NEVER : String(leaf));

/** Columns for settings like these. */
export const leafColumns = (like: object): readonly Column[] =>
  leavesOf(like).map(([name, leaf]) => ({ name, form: formOf(leaf) }));

export const leafRow = (value: object): Row =>
  Object.fromEntries(leavesOf(value).map(([path, leaf]) => [path, leafText(leaf)]));

/** The same settings with what the row says in place of theirs. */
export function withLeaves(base: object, row: Row, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(base).map(([name, part]) => {
      const path = `${prefix}${name}`;
      if (typeof part === 'object' && part !== null) return [name, withLeaves(part, row, `${path}.`)];
      const cell = row[path];
      return [name, typeof cell === 'string' && (cell !== '' || typeof part === 'string') ? leafOf(cell, part) : part];
    }),
  );
}

/** What does not look like such a value stays a text, for the record's schema to say what is wanted. */
export function leafOf(text: string, like: Leaf): Leaf {
  if (typeof like === 'boolean') return flagOf(text) ?? text;
  if (typeof like === 'string') return text;
  if (like === null && text === NEVER) return null;
  return numberOf(text);
}

/** Spreadsheets write TRUE, people yes. */
export function flagOf(text: string): boolean | null {
  const folded = text.trim().toLowerCase();
  if (['true', 'yes', '1'].includes(folded)) return true;
  return ['false', 'no', '0'].includes(folded) ? false : null;
}

/** `never` where the site may also say nothing; a text that is no number stays one. */
export function numberOf(text: string): number | string | null {
  if (text === NEVER) return null;
  return /^-?\d{1,15}(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}

function formOf(leaf: Leaf): Column['form'] {
  if (typeof leaf === 'boolean') return 'flag';
  return typeof leaf === 'string' ? 'text' : 'number';
}
