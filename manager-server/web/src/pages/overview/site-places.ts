import type { ByKey, Device, Seat, Wall } from '../../api/records.ts';
import type { SiteView } from '../../site-view.ts';
import { receiverConsole, seatConsole, wallConsole } from '../console/console-place.ts';

export interface SitePlace {
  readonly type: 'seat' | 'desk' | 'wall';
  readonly name: string;
  /** Of its console. */
  readonly path: string;
  readonly receivers: readonly Device[];
}

/** Seats, then receivers that are a place of their own, then walls. `receivers` are all of the site's, by ID. */
export function sitePlaces(
  receivers: readonly Device[],
  { seats, walls }: { readonly seats: ByKey<Seat>; readonly walls: ByKey<Wall> },
): readonly SitePlace[] {
  const byKey = new Map(receivers.map((device) => [device.key, device]));
  const of = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  const placed = new Set([...seats.values(), ...walls.values()].flatMap((place) => place.receivers));
  return [
    ...[...seats.values()].map(({ name, receivers: keys }) => ({
      type: 'seat' as const,
      ...{ name, path: seatConsole(name), receivers: of(keys) },
    })),
    ...receivers
      .filter(({ key }) => !placed.has(key))
      .map((device) => ({
        type: 'desk' as const,
        ...{ name: device.name, path: receiverConsole(device.id), receivers: [device] },
      })),
    ...[...walls.values()].map(({ name, receivers: keys }) => ({
      type: 'wall' as const,
      ...{ name, path: wallConsole(name), receivers: of(keys) },
    })),
  ];
}

/** By the name of a place or a display of it, an ID, or who sits there. */
export function placesFound(
  places: readonly SitePlace[],
  { text, site }: { readonly text: string; readonly site: Pick<SiteView, 'operatorAt'> },
): readonly SitePlace[] {
  const wanted = fold(text.trim());
  if (wanted === '') return places;
  return places.filter(({ name, receivers }) =>
    [name, ...receivers.flatMap((device) => [device.id, device.name, site.operatorAt(device.key)?.name ?? ''])].some(
      (each) => fold(each).includes(wanted),
    ),
  );
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
