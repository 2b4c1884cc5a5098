import type { OperatorAccess } from '../../api/account-queries.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';

/** When and where. */
export function seenText(seen: OperatorAccess['seen']): string {
  if (seen === null) return word('neverSeen');
  const told = { time: dateTime(seen.at), where: seen.where };
  return seen.place === 'desk' ? word('seenAtDesk', told) : word('seenOnPages', told);
}
