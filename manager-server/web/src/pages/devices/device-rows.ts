import type { Box, Device } from '../../api/records.ts';
import { compareTexts } from '../../language/format.ts';
import type { SiteView } from '../../site-view.ts';

export interface DeviceRow {
  readonly device: Device;
  readonly box: Box | undefined;
  readonly state: DeviceState;
}

/** `twins`: two boxes use one key and both are kept out. `empty`: a place that no box has. */
export type DeviceState = 'online' | 'offline' | 'twins' | 'empty';

export type SortColumn = 'id' | 'name' | 'location' | 'state';

export interface DeviceWish {
  readonly text: string;
  readonly kind: Device['kind'] | 'all';
  readonly state: DeviceState | 'all';
  readonly sort: SortColumn;
  readonly descending: boolean;
}

/** What needs somebody first. */
const stateOrder: readonly DeviceState[] = ['twins', 'offline', 'empty', 'online'];

export function deviceState(box: Box | undefined): DeviceState {
  if (box === undefined) return 'empty';
  if (box.twins.length > 0) return 'twins';
  return box.online ? 'online' : 'offline';
}

/** The devices that match, in the order that was asked for; equal ones by ID. */
export function deviceRows(site: Pick<SiteView, 'devices' | 'boxOf'>, wish: DeviceWish): readonly DeviceRow[] {
  const wanted = fold(wish.text.trim());
  const rows = [...site.devices.values()]
    .map((device) => {
      const box = site.boxOf(device.key);
      return { device, box, state: deviceState(box) };
    })
    .filter(
      ({ device, state }) =>
        (wish.kind === 'all' || device.kind === wish.kind) &&
        (wish.state === 'all' || state === wish.state) &&
        fold(`${device.id}\n${device.name}\n${device.location}`).includes(wanted),
    );
  const sign = wish.descending ? -1 : 1;
  return rows.sort((a, b) => sign * compare(a, b, wish.sort) || (a.device.id < b.device.id ? -1 : 1));
}

function compare(a: DeviceRow, b: DeviceRow, column: SortColumn): number {
  switch (column) {
    case 'id':
      return compareTexts(a.device.id, b.device.id);
    case 'name':
      return compareTexts(a.device.name, b.device.name);
    case 'location':
      return compareTexts(a.device.location, b.device.location);
    case 'state':
      return stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state);
  }
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
