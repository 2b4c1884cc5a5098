import { answerOf, api } from '../../api/client.ts';
import type { AuditEntry } from '../../api/records.ts';
import { csv } from './csv.ts';

/** Which entries; empty texts and null times say nothing. */
export interface AuditWish {
  readonly actor: string;
  readonly action: string;
  /** Milliseconds since 1970. */
  readonly from: number | null;
  readonly until: number | null;
}

const names = ['actor', 'action'] as const;
const moments = ['from', 'until'] as const;

/** The wish that stands in the page's address. */
export function wishOf(params: URLSearchParams): AuditWish {
  const moment = (name: (typeof moments)[number]) => {
    const at = Number(params.get(name) ?? Number.NaN);
    return Number.isSafeInteger(at) && at > 0 ? at : null;
  };
  const text = (name: (typeof names)[number]) => params.get(name) ?? '';
  return { actor: text('actor'), action: text('action'), from: moment('from'), until: moment('until') };
}

/** The address's parameters with another wish in them; nothing stands there for what is not wished. */
export function withWish(params: URLSearchParams, wish: AuditWish): URLSearchParams {
  const after = new URLSearchParams(params);
  for (const name of [...names, ...moments]) {
    const value = wish[name];
    if (value === null || value === '') after.delete(name);
    else after.set(name, String(value));
  }
  return after;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly next: number | null;
}

/** As many as the manager gives at once. */
const EXPORT_PAGE = 1000;

export async function auditPage(wish: AuditWish, before: number | null, limit = 100): Promise<AuditPage> {
  const query = {
    limit,
    ...(before === null ? {} : { before }),
    ...(wish.actor === '' ? {} : { actor: wish.actor }),
    ...(wish.action === '' ? {} : { action: wish.action }),
    ...(wish.from === null ? {} : { from: wish.from }),
    ...(wish.until === null ? {} : { until: wish.until }),
  };
  return answerOf(api.GET('/api/audit', { params: { query } }));
}

/** Every entry that matches, page after page. */
export async function allEntries(wish: AuditWish, progress: (count: number) => void): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let before: number | null = null;
  do {
    const page: AuditPage = await auditPage(wish, before, EXPORT_PAGE);
    entries.push(...page.items);
    progress(entries.length);
    before = page.next;
  } while (before !== null);
  return entries;
}

const header = ['number', 'at', 'actor', 'from', 'action', 'object', 'outcome', 'detail'] as const;

export const auditCsv = (entries: readonly AuditEntry[]): string =>
  csv([
    header,
    ...entries.map(({ number, at, actor, from, action, object, outcome, detail }) => [
      number,
      new Date(at).toISOString(),
      ...[actor, from, action, object, outcome, detail],
    ]),
  ]);

/** Whether any text of the entry has this in it, in any letter case. */
export function entryMatches(entry: AuditEntry, text: string): boolean {
  const wanted = text.trim().normalize('NFC').toLowerCase();
  const whole = [entry.actor, entry.from, entry.action, entry.object, entry.detail].join('\n');
  return whole.normalize('NFC').toLowerCase().includes(wanted);
}
