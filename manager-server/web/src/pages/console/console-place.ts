import type { OwnConsoles } from '../../api/account-queries.ts';
import type { ByKey, Device, Seat, Wall } from '../../api/records.ts';

export interface ConsolePlace {
  readonly title: string;
  readonly receivers: readonly { readonly id: string; readonly name: string }[];
  /** Of a wall's grid; null for displays side by side. */
  readonly columns: number | null;
}

/** As much of the site as a console's address names. */
export interface PlacesOfSite {
  readonly devices: ByKey<Pick<Device, 'key' | 'id' | 'kind' | 'name'>>;
  readonly seats: ByKey<Pick<Seat, 'name' | 'receivers'>>;
  readonly walls: ByKey<Pick<Wall, 'name' | 'receivers' | 'columns'>>;
}

/** An operator's: the desks that may be his, and no walls. */
export const placesOfOperator = ({ receivers, seats }: OwnConsoles): PlacesOfSite => ({
  devices: new Map(receivers.map(({ key, id, name }) => [key, { key, id, name, kind: 'receiver' }])),
  seats: new Map(seats.map((seat) => [seat.name, seat])),
  walls: new Map(),
});

/**
 * What a path below `/console/` shows: `5004` one receiver, `seat/NAME` a seat's displays, `wall/NAME` a wall's. Null
 * when there is no such place.
 */
export function consolePlace(path: string, site: PlacesOfSite): ConsolePlace | null {
  const [first = '', second] = path.split('/').map(decodeURIComponent);
  const named = (keys: readonly string[]) => keys.flatMap((key) => site.devices.get(key) ?? []);
  if (first === 'seat' && second !== undefined) {
    const seat = [...site.seats.values()].find(({ name }) => name === second);
    return seat === undefined ? null : { title: second, receivers: named(seat.receivers), columns: null };
  }
  if (first === 'wall' && second !== undefined) {
    const wall = [...site.walls.values()].find(({ name }) => name === second);
    return wall === undefined ? null : { title: second, receivers: named(wall.receivers), columns: wall.columns };
  }
  const device = [...site.devices.values()].find(({ id, kind }) => id === first && kind === 'receiver');
  return device === undefined ? null : { title: `${device.id} ${device.name}`, receivers: [device], columns: null };
}

export const seatConsole = (name: string): string => `/console/seat/${encodeURIComponent(name)}`;
export const wallConsole = (name: string): string => `/console/wall/${encodeURIComponent(name)}`;
export const receiverConsole = (id: string): string => `/console/${id}`;
