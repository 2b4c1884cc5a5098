/**
 * What a spreadsheet takes for a formula, in Chinese and Japanese ones also in full width, whatever blank stands before;
 * and a text that begins with the guard itself, so that taking it off is exact.
 */
const GUARDED = /^(?:\s*[=+\-@＝＋－＠]|['\t\r\n])/u;

/** A text that no spreadsheet runs: an apostrophe before what would be a formula (OWASP, "CSV injection"). */
export const guarded = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

/** The text as it was before `guarded`; an apostrophe that somebody typed before an ordinary word stays. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && GUARDED.test(cell.slice(1)) ? cell.slice(1) : cell;
