import type { ByKey, Device, Seat, Wall } from '../../api/records.ts';
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
