import {
  type AccessMode,
  type Crop,
  type DeviceKey,
  type OperatorKey,
  PERMITTED_ROUTES_MAX,
  tileCrop,
} from '@seatmatrix/protocol/domain';
import type { MatrixState, Placement, Session } from './matrix-state.ts';

/**
 * Receivers that one transmitter may have. Its plan names each, twice while a mode changes, and has to fit a control
 * frame; a box has no line for that many pictures either.
 */
export const RECEIVERS_MAX = Math.floor(PERMITTED_ROUTES_MAX * 0.8);

/** Whether the transmitter can be had by this receiver as well. */
export function hasRoom(state: MatrixState, { receiver, transmitter }: Placement): boolean {
  const viewers = state.viewers.get(transmitter);
  return viewers === undefined || viewers.size < RECEIVERS_MAX || viewers.has(receiver);
}

export interface PlacementWish {
  /** Where the first head goes. */
  readonly receiver: DeviceKey;
  /** What to show, the main picture first. */
  readonly heads: readonly DeviceKey[];
  readonly mode: (receiver: DeviceKey, transmitter: DeviceKey) => AccessMode;
}

export interface Placements {
  readonly placements: readonly Placement[];
  readonly hold: boolean;
}

/**
 * What goes where when heads are shown at a receiver. A spliced wall takes the main picture across all its tiles, the one
 * that was named first in the list; elsewhere the main picture goes to the named receiver and the rest to the seat's
 * receivers after it, round the end, as many as there are. A head whose transmitter is away keeps its place and
 * leaves its display as it is; a receiver that is away, or may show nothing, has no place.
 */
export function placeHeads(state: MatrixState, wish: PlacementWish): Placements {
  const [main, ...others] = wish.heads;
  if (main === undefined) return { placements: [], hold: false };
  const wall = splicedWallOf(state, wish.receiver);
  if (wall !== null) {
    const tiles = wall.tiles.map(({ receiver, crop }): Placement => {
      return { receiver, transmitter: main, mode: wish.mode(receiver, main), crop };
    });
    const named = tiles.filter((tile) => tile.receiver === wish.receiver);
    const rest = tiles.filter((tile) => tile.receiver !== wish.receiver && mayShow(state, tile.receiver));
    return { placements: [...named, ...rest], hold: true };
  }
  const neighbours = seatFrom(state, wish.receiver).filter(
    (key) => isOnline(state, key) && mayShow(state, key) && splicedWallOf(state, key) === null,
  );
  const placements: Placement[] = [
    { receiver: wish.receiver, transmitter: main, mode: wish.mode(wish.receiver, main), crop: null },
  ];
  for (const [index, transmitter] of others.entries()) {
    const receiver = neighbours[index];
    if (receiver === undefined || !isOnline(state, transmitter)) continue;
    placements.push({ receiver, transmitter, mode: wish.mode(receiver, transmitter), crop: null });
  }
  return { placements, hold: false };
}

/** Whether the receiver shows this already, as this, and would gain nothing. */
export function isInPlace(state: MatrixState, placement: Placement): boolean {
  const route = state.routes.get(placement.receiver)?.route;
  return (
    route !== undefined &&
    route.transmitter === placement.transmitter &&
    sameCrop(route.crop, placement.crop) &&
    (route.mode === placement.mode || placement.mode === 'view')
  );
}

/**
 * The heads of the computer that this receiver shows, to be shown elsewhere as well: those at its seat, and those that
 * the operator may connect to, since a computer's pictures go together. Where the main picture is not at the seat, what
 * is shown there goes alone: nobody who asks for a picture expects another.
 */
export function shownHeads(
  state: MatrixState,
  {
    receiver,
    transmitter,
    may,
  }: {
    readonly receiver: DeviceKey;
    readonly transmitter: DeviceKey;
    readonly may: (head: DeviceKey) => boolean;
  },
): readonly DeviceKey[] {
  const heads = state.site.headsOf(transmitter);
  const seat = state.site.seatOf(receiver).receivers;
  const shown = new Set(seat.map((key) => state.routes.get(key)?.route.transmitter).concat(transmitter));
  const main = heads[0];
  return heads.filter((head) => shown.has(head) || (main !== undefined && shown.has(main) && may(head)));
}

export const isOnline = (state: MatrixState, device: DeviceKey): boolean => Boolean(state.boxes.get(device)?.online);

/** A display always may; a desk while somebody is signed in, or where its policy allows a look without. */
export function mayShow(state: MatrixState, key: DeviceKey): boolean {
  const receiver = state.site.receiver(key);
  if (receiver === undefined) return false;
  return receiver.receiverKind === 'display' || receiver.viewWhileSignedOut || sessionAt(state, key) !== null;
}

export function sessionAt(state: MatrixState, receiver: DeviceKey): Session | null {
  return state.sessions.get(state.site.seatOf(receiver).key) ?? null;
}

/** The session as the receiver itself may use it: none while it is in doubt whether the desk restarted. */
export function trustedSessionAt(state: MatrixState, receiver: DeviceKey): Session | null {
  return state.boxes.get(receiver)?.online?.trusted ? sessionAt(state, receiver) : null;
}

/** A pushed picture: keys only where somebody sits who could have connected himself. */
export function pushedMode(state: MatrixState, receiver: DeviceKey, transmitter: DeviceKey): AccessMode {
  const operator: OperatorKey | undefined = sessionAt(state, receiver)?.operator;
  const desk = state.site.receiver(receiver)?.receiverKind === 'desk';
  return desk && operator !== undefined && state.site.may(operator, 'connect', transmitter) ? 'shared' : 'view';
}

export interface Tile {
  readonly receiver: DeviceKey;
  readonly crop: Crop;
}

export function splicedWallOf(
  state: MatrixState,
  receiver: DeviceKey,
): { readonly key: string; readonly tiles: readonly Tile[] } | null {
  const place = state.site.wallOf(receiver);
  if (place === null || place.wall.state !== 'spliced') return null;
  const { wall } = place;
  return {
    key: wall.key,
    tiles: wall.receivers.map((key, index) => ({ receiver: key, crop: tileCrop(wall, index) })),
  };
}

export function sameCrop(one: Crop | null, other: Crop | null): boolean {
  if (one === null || other === null) return one === other;
  return one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height;
}

/** The seat's receivers after this one, round the end. */
function seatFrom(state: MatrixState, receiver: DeviceKey): readonly DeviceKey[] {
  const { receivers } = state.site.seatOf(receiver);
  const index = receivers.indexOf(receiver);
  return [...receivers.slice(index + 1), ...receivers.slice(0, Math.max(0, index))];
}
