import type { Device } from '../../api/records.ts';
import type { SiteView } from '../../site-view.ts';
import type { MatrixColumn, MatrixRow } from './matrix-axes.ts';

export interface MatrixFilter {
  readonly receivers: string;
  readonly transmitters: string;
  /** Only what is online. */
  readonly online: boolean;
  /** Only receivers that show something, and what they show. */
  readonly connected: boolean;
}

export const everything: MatrixFilter = { receivers: '', transmitters: '', online: false, connected: false };

type Known = Pick<SiteView, 'isOnline' | 'routeOf'>;

export function filteredRows(
  rows: readonly MatrixRow[],
  { receivers, online, connected }: MatrixFilter,
  site: Known,
): readonly MatrixRow[] {
  const wanted = folded(receivers.trim());
  return rows.filter((row) => {
    if (online && !row.receivers.some(({ key }) => site.isOnline(key))) return false;
    if (connected && !row.receivers.some(({ key }) => isConnected(site, key))) return false;
    const names = [row.name, row.group?.name ?? ''];
    return wanted === '' || matches(wanted, [...row.receivers, ...names]);
  });
}

export function filteredColumns(
  columns: readonly MatrixColumn[],
  { transmitters, online, connected }: MatrixFilter,
  site: Known & Pick<SiteView, 'receivers'>,
): readonly MatrixColumn[] {
  const wanted = folded(transmitters.trim());
  const shown = connected ? shownTransmitters(site) : null;
  return columns.filter(({ transmitter, group }) => {
    if (online && !site.isOnline(transmitter.key)) return false;
    if (shown !== null && !shown.has(transmitter.key)) return false;
    return wanted === '' || matches(wanted, [transmitter, group?.name ?? '']);
  });
}

/** Where the typed letters lead: the first receiver or transmitter whose ID or name begins with them. */
export function placeOfTyped(
  typed: string,
  { rows, columns }: { readonly rows: readonly MatrixRow[]; readonly columns: readonly MatrixColumn[] },
): { readonly row: number } | { readonly column: number } | null {
  const wanted = folded(typed);
  const begins = (...texts: readonly string[]) => texts.some((text) => folded(text).startsWith(wanted));
  const row = rows.findIndex(({ receivers, name }) => begins(name, ...receivers.map(({ id }) => id)));
  if (row >= 0) return { row };
  const column = columns.findIndex(({ transmitter: { id, name } }) => begins(id, name));
  return column >= 0 ? { column } : null;
}

function shownTransmitters(site: Known & Pick<SiteView, 'receivers'>): ReadonlySet<string> {
  const routes = site.receivers.map(({ key }) => site.routeOf(key));
  return new Set(routes.flatMap((route) => [route?.transmitter ?? null, route?.attempt ?? null]).filter(isKey));
}

function isConnected(site: Known, receiver: string): boolean {
  const route = site.routeOf(receiver);
  return isKey(route?.transmitter ?? null) || isKey(route?.attempt ?? null);
}

const isKey = (key: string | null): key is string => key !== null;

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

const matches = (wanted: string, of: readonly (Device | string)[]): boolean =>
  of.some((each) =>
    folded(typeof each === 'string' ? each : `${each.id} ${each.name}\n${each.location}`).includes(wanted),
  );
