import {
  type Device,
  type DeviceKey,
  kindFor,
  LIST_PAGE_ROWS,
  type ListPage,
  type OsdFunction,
  type RowState,
} from '@seatmatrix/protocol/domain';
import type { Draft } from './draft.ts';
import type { MatrixState, Watcher } from './matrix-state.ts';
import { isOnline, trustedSessionAt } from './placement.ts';

/** A page of the menu's list and the devices that its rows depend on. */
export interface WatchedPage {
  readonly page: ListPage;
  readonly devices: readonly DeviceKey[];
}

/**
 * Devices within the operator's rights, by ID, eight a page; a page that is no longer there is the last. The receiver that
 * asks is not in the lists of push and fetch. Costs eight look-ups however large the site is.
 */
export function listPage(
  state: MatrixState,
  { receiver, function: wanted, page }: { receiver: DeviceKey; function: OsdFunction; page: number },
): WatchedPage {
  const session = trustedSessionAt(state, receiver);
  const within = session === null ? [] : state.site.withinRights(session.operator, wanted);
  const kind = kindFor(wanted);
  const list = within.filter((device) => device.kind === kind && device.key !== receiver);
  const pages = Math.max(1, Math.ceil(list.length / LIST_PAGE_ROWS));
  const shown = Math.max(0, Math.min(page, pages - 1));
  const rows = list.slice(shown * LIST_PAGE_ROWS, (shown + 1) * LIST_PAGE_ROWS);
  return {
    page: {
      function: wanted,
      page: shown,
      pages,
      total: list.length,
      rows: rows.map((device) => ({
        id: device.id,
        name: device.name,
        state: rowState(state, { receiver, device }),
      })),
    },
    devices: [receiver, ...rows.map((device) => device.key)],
  };
}

export function watchList(
  draft: Draft,
  receiver: DeviceKey,
  watch: { readonly function: OsdFunction; readonly page: number } | null,
): void {
  if (watch === null || trustedSessionAt(draft.state, receiver) === null) {
    draft.setWatcher(receiver, null);
    return;
  }
  const { page, devices } = listPage(draft.state, { receiver, ...watch });
  draft.setWatcher(receiver, { ...watch, sent: page, devices });
  draft.emit({ type: 'list-page', receiver, page });
}

/** Sends the pages that this step changed to the menus that show them, and only those. */
export function refreshLists(draft: Draft, everything: boolean): void {
  if (draft.state.watchers.size === 0) return;
  const receivers = new Set<DeviceKey>(everything ? draft.state.watchers.keys() : []);
  for (const device of draft.touchedRows) {
    for (const receiver of draft.state.watched.get(device) ?? []) receivers.add(receiver);
  }
  for (const receiver of receivers) {
    const watcher = draft.state.watchers.get(receiver);
    if (watcher !== undefined) refresh(draft, receiver, watcher);
  }
}

function refresh(draft: Draft, receiver: DeviceKey, watcher: Watcher): void {
  const { page, devices } = listPage(draft.state, { receiver, function: watcher.function, page: watcher.page });
  if (samePage(page, watcher.sent)) return;
  draft.setWatcher(receiver, { ...watcher, sent: page, devices });
  draft.emit({ type: 'list-page', receiver, page });
}

function rowState(
  state: MatrixState,
  { receiver, device }: { readonly receiver: DeviceKey; readonly device: Device },
): RowState {
  if (!isOnline(state, device.key)) return 'offline';
  const own = state.routes.get(receiver)?.route.transmitter;
  const its = device.kind === 'transmitter' ? device.key : state.routes.get(device.key)?.route.transmitter;
  return own !== undefined && own === its ? 'connected' : 'online';
}

function samePage(one: ListPage, other: ListPage): boolean {
  return (
    one.page === other.page &&
    one.pages === other.pages &&
    one.total === other.total &&
    one.rows.length === other.rows.length &&
    one.rows.every((row, index) => {
      const its = other.rows[index];
      return its !== undefined && row.id === its.id && row.name === its.name && row.state === its.state;
    })
  );
}
