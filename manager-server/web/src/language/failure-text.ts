import { ProblemError, type ProblemField, UnreachableError } from '../api/problem.ts';
import { pageLanguage, word as pageWord } from '../page/words.ts';
import { detailsZh, problemsZh } from './sections/problems.ts';

/** What a person is told of something that failed, with the manager's reason. */
export function failureText(error: unknown): string {
  if (error instanceof UnreachableError) return pageWord('unreachable');
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  const title = pageLanguage() === 'zh' ? (problemsZh[error.code] ?? error.message) : error.message;
  const details = error.fields.map(fieldText).filter((text) => text !== '');
  return details.length === 0 ? title : `${title}${pageLanguage() === 'zh' ? ':' : ': '}${details.join('; ')}`;
}

/** The manager's words about one field. */
export function fieldText({ detail }: ProblemField): string {
  if (pageLanguage() !== 'zh') return detail;
  for (const [pattern, text] of detailsZh) {
    const found = pattern.exec(detail);
    if (found !== null) return text.replace(/\$(\d)/g, (_, index: string) => found[Number(index)] ?? '');
  }
  return detail;
}

/** What the manager says of one field of a form, by its JSON pointer; null when it says nothing. */
export function fieldProblem(error: unknown, pointer: string): string | null {
  if (!(error instanceof ProblemError)) return null;
  const field = error.fields.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
  return field === undefined ? null : fieldText(field);
}
