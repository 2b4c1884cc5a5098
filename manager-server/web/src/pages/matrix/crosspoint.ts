import type { BoxReport, Route } from '../../api/records.ts';
import type { SiteView } from '../../site-view.ts';
import type { MatrixRow } from './matrix-axes.ts';

/** Why what is wanted is not what is. */
export type CrosspointReason =
  | 'receiver-offline'
  | 'transmitter-offline'
  | 'link-failed'
  | 'no-signal'
  | 'lost'
  | 'opening';

/** What a row has to do with one transmitter: wanted and actual apart where they differ. */
export type Crosspoint =
  | { readonly type: 'none' }
  | { readonly type: 'attempt' }
  | { readonly type: 'live'; readonly keys: boolean }
  /** Connected, but the computer gives no picture. */
  | { readonly type: 'without-picture'; readonly capture: BoxReport['capture'] | null }
  | { readonly type: 'wanted'; readonly reason: CrosspointReason };

export type CrosspointSite = Pick<SiteView, 'routeOf' | 'isOnline' | 'boxOf'>;

/** Of a wall the tile that is worst off: it shows the picture when all of it does. */
export function crosspointOf(site: CrosspointSite, row: MatrixRow, transmitter: string): Crosspoint {
  let worst: Crosspoint = { type: 'none' };
  for (const { key } of row.receivers) {
    const tile = tileCrosspoint(site, { route: site.routeOf(key), receiver: key, transmitter });
    if (tile.type === 'none') continue;
    if (weights[tile.type] > weights[worst.type]) worst = tile;
  }
  return worst;
}

/** Transmitters that the row shows, is to show, or tries; a wall's tiles may differ for a moment. */
export function transmittersOf(site: CrosspointSite, row: MatrixRow): readonly string[] {
  const found = new Set<string>();
  for (const { key } of row.receivers) {
    const route = site.routeOf(key);
    if (route?.transmitter != null) found.add(route.transmitter);
    if (route?.attempt != null) found.add(route.attempt);
  }
  return [...found];
}

/** What the row is to show; null for nothing. */
export function shownBy(site: CrosspointSite, row: MatrixRow): string | null {
  for (const { key } of row.receivers) {
    const transmitter = site.routeOf(key)?.transmitter ?? null;
    if (transmitter !== null) return transmitter;
  }
  return null;
}

const weights = { none: 0, live: 1, 'without-picture': 2, attempt: 3, wanted: 4 } as const;

function tileCrosspoint(
  site: CrosspointSite,
  of: { readonly route: Route | undefined; readonly receiver: string; readonly transmitter: string },
): Crosspoint {
  const { route, receiver, transmitter } = of;
  if (route === undefined) return { type: 'none' };
  if (route.attempt === transmitter) return { type: 'attempt' };
  if (route.transmitter !== transmitter) return { type: 'none' };
  if (!site.isOnline(receiver)) return { type: 'wanted', reason: 'receiver-offline' };
  if (!site.isOnline(transmitter)) return { type: 'wanted', reason: 'transmitter-offline' };
  switch (route.status?.type) {
    case 'live': {
      const capture = site.boxOf(transmitter)?.report?.capture ?? null;
      const blind = capture !== null && capture !== 'signal' && capture !== 'none';
      return route.status.picture && !blind
        ? { type: 'live', keys: route.mode === 'shared' }
        : { type: 'without-picture', capture };
    }
    case 'failed':
      return { type: 'wanted', reason: route.status.reason };
    case 'lost':
      return { type: 'wanted', reason: 'lost' };
    case 'opening':
    case 'ready':
    case undefined:
      return { type: 'wanted', reason: 'opening' };
  }
}
