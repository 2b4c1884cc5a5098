import { type DeviceKey, POINTER_MAX, type PointerInput, type Usage } from '@seatmatrix/protocol/domain';
import { type Step, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';

export interface SeatDisplay {
  readonly key: DeviceKey;
  /** Reachable from here: this receiver itself always is. */
  readonly online: boolean;
}

export type SeatFocusInput =
  /** From left to right; `own` is the receiver that the keyboard is plugged into, and one of them. */
  | { readonly type: 'seat'; readonly displays: readonly SeatDisplay[]; readonly own: DeviceKey }
  /** The whole physically pressed set. */
  | { readonly type: 'keys'; readonly keys: readonly Usage[] }
  /** `surface` says what a position is a position on; movements go on from where the pointer is. */
  | { readonly type: 'pointer'; readonly pointer: PointerInput; readonly surface: PointerSurface }
  /** F7 and a digit: the display's number, from 1. */
  | { readonly type: 'focus'; readonly number: number };

export type PointerSurface =
  | { readonly type: 'focused' }
  | { readonly type: 'display'; readonly number: number }
  /** All displays of the seat side by side, each with the same width. */
  | { readonly type: 'seat' };

export interface PointerPosition {
  readonly x: number;
  readonly y: number;
}

export type SeatFocusOut =
  /** `pointer` is where it enters (0–32767); null when the focus is lost. Losing comes before getting. */
  | {
      readonly type: 'focus';
      readonly display: DeviceKey;
      readonly focused: boolean;
      readonly pointer: PointerPosition | null;
      /** The display that had the focus went away under the operator's hands. */
      readonly unasked: boolean;
    }
  /**
   * For the input router there. The first one after `focus` tells what is held already. A pointer that moves says both
   * where it is now and how far it went, since only the transmitter knows which of the two its computer's mouse tells.
   */
  | {
      readonly type: 'input';
      readonly display: DeviceKey;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
    };

export interface SeatFocusState {
  readonly displays: readonly SeatDisplay[];
  readonly own: DeviceKey;
  readonly focused: DeviceKey;
  /** Where the pointer is on the focused display, in its logical pixels. */
  readonly pointer: PointerPosition;
  /**
   * Where a device that tells positions said to be last, in logical pixels from the seat's left edge; null where the
   * focus has come by something else since: how far the next position is from there is no movement of a hand.
   */
  readonly touched: PointerPosition | null;
  /** Physically held. */
  readonly keys: readonly Usage[];
  readonly buttons: number;
}

/** Before the first plan a receiver is a seat of its own. */
export const seatOfOne = (own: DeviceKey): SeatFocusState => ({
  displays: [{ key: own, online: true }],
  own,
  focused: own,
  pointer: CENTRE,
  touched: null,
  keys: [],
  buttons: 0,
});

/**
 * Hands the one keyboard and pointer of a seat to one of its displays.
 *
 * A mouse count is a pixel of a logical display of 1920 × 1080, whatever the real one has: speed and the way from edge to
 * edge are then the same on every display. Beyond the left or right edge the pointer enters the next display that is
 * online, at the same height; while a button is held it stays where it is, so that no drag is torn apart. F7 may
 * take it away even then: the old display gets all-up. When the display in focus goes offline, the receiver that has
 * the keyboard takes the focus.
 *
 * A mouse's movement goes on as it came, beyond the edge too: who turns round in a game turns on. Positions become
 * movements by their differences, so that the first one moves nothing.
 */
export const seatFocusStep: Step<SeatFocusState, SeatFocusInput, SeatFocusOut> = (state, input) => {
  switch (input.type) {
    case 'seat':
      return takeSeat(state, input);
    case 'keys': {
      const { keys } = input;
      return { state: { ...state, keys }, out: [{ type: 'input', display: state.focused, keys, pointer: null }] };
    }
    case 'pointer':
      return takePointer(state, input);
    case 'focus': {
      const chosen = state.displays[input.number - 1];
      if (chosen === undefined || !chosen.online || chosen.key === state.focused) return { state, out: [] };
      return focus(state, { display: chosen.key, pointer: CENTRE });
    }
    default:
      return unreachable(input);
  }
};

/** Whether something is held: then a focused neighbour wants to hear `held` (see SILENCE_LIMIT). */
export const seatHolds = (state: SeatFocusState): boolean => state.keys.length > 0 || state.buttons !== 0;

type Focused = Stepped<SeatFocusState, SeatFocusOut>;

const WIDTH = 1920;
const HEIGHT = 1080;
const CENTRE: PointerPosition = { x: WIDTH / 2, y: HEIGHT / 2 };

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** From logical pixels to 0–32767, so that the last pixel of a row is the last position. */
const absolute = ({ x, y }: PointerPosition): PointerPosition => ({
  x: Math.round((x * POINTER_MAX) / (WIDTH - 1)),
  y: Math.round((y * POINTER_MAX) / (HEIGHT - 1)),
});

const logical = ({ x, y }: PointerPosition): PointerPosition => ({
  x: (x * (WIDTH - 1)) / POINTER_MAX,
  y: (y * (HEIGHT - 1)) / POINTER_MAX,
});

function focus(
  state: SeatFocusState,
  {
    display,
    pointer,
    unasked = false,
  }: { readonly display: DeviceKey; readonly pointer: PointerPosition; readonly unasked?: boolean },
): Focused {
  const position = absolute(pointer);
  const { keys, buttons } = state;
  return {
    state: { ...state, focused: display, pointer, touched: null },
    out: [
      { type: 'focus', display: state.focused, focused: false, pointer: null, unasked: false },
      { type: 'focus', display, focused: true, pointer: position, unasked },
      { type: 'input', display, keys, pointer: { buttons, position, movement: null, wheel: 0, tilt: 0 } },
    ],
  };
}

function takeSeat(
  state: SeatFocusState,
  { displays, own }: { readonly displays: readonly SeatDisplay[]; readonly own: DeviceKey },
): Focused {
  const now = { ...state, displays, own };
  const stays = displays.some((display) => display.key === state.focused && display.online);
  if (stays || state.focused === own) return { state: now, out: [] };
  // Before the first plan there was no other display to be taken from.
  const unasked = state.displays.length > 1;
  return focus(now, { display: own, pointer: CENTRE, unasked });
}

function takePointer(
  state: SeatFocusState,
  { pointer, surface }: { readonly pointer: PointerInput; readonly surface: PointerSurface },
): Focused {
  const wanted = wantedPlace(state, { pointer, surface });
  const place =
    state.buttons === 0 ? reachable(state, wanted) : { index: focusedIndex(state), pointer: edge(state, wanted) };
  const display = state.displays[place.index]?.key ?? state.focused;
  const moved = pointer.position !== null || pointer.movement !== null;
  const entered: Focused =
    display === state.focused
      ? { state: { ...state, pointer: place.pointer }, out: [] }
      : focus(state, { display, pointer: place.pointer });
  const touched = pointer.position === null ? entered.state.touched : acrossSeat(wanted);
  const now = { ...entered.state, touched, buttons: pointer.buttons };
  // Entering has told the position already.
  if (entered.out.length > 0 && pointer.buttons === state.buttons && pointer.wheel === 0 && pointer.tilt === 0)
    return { ...entered, state: now };
  // What brought the pointer here is no movement on this display.
  const movement = entered.out.length > 0 ? null : movementOf(pointer, { from: state.touched, to: touched });
  const input: PointerInput = { ...pointer, movement, position: moved ? absolute(now.pointer) : null };
  return { state: now, out: [...entered.out, { type: 'input', display, keys: now.keys, pointer: input }] };
}

/** A display by its index in the seat and a place on it, which may lie beyond its edges. */
interface Place {
  readonly index: number;
  readonly pointer: PointerPosition;
}

const focusedIndex = (state: SeatFocusState): number =>
  state.displays.findIndex((display) => display.key === state.focused);

function wantedPlace(
  state: SeatFocusState,
  { pointer, surface }: { readonly pointer: PointerInput; readonly surface: PointerSurface },
): Place {
  const here = focusedIndex(state);
  if (pointer.position === null) {
    const { dx, dy } = pointer.movement ?? { dx: 0, dy: 0 };
    return { index: here, pointer: { x: state.pointer.x + dx, y: state.pointer.y + dy } };
  }
  switch (surface.type) {
    case 'focused':
      return { index: here, pointer: logical(pointer.position) };
    case 'display':
      return { index: surface.number - 1, pointer: logical(pointer.position) };
    case 'seat': {
      const { x, y } = pointer.position;
      const across = (x / (POINTER_MAX + 1)) * state.displays.length;
      const index = Math.floor(across);
      return { index, pointer: logical({ x: (across - index) * POINTER_MAX, y }) };
    }
    default:
      return unreachable(surface);
  }
}

/** Whole pixels: the movements of many positions then add up to the way from the first to the last. */
const acrossSeat = ({ index, pointer }: Place): PointerPosition => ({
  x: index * WIDTH + Math.round(pointer.x),
  y: Math.round(pointer.y),
});

function movementOf(
  { position, movement }: PointerInput,
  { from, to }: { readonly from: PointerPosition | null; readonly to: PointerPosition | null },
): PointerInput['movement'] {
  if (position === null) return movement;
  return from === null || to === null ? null : { dx: to.x - from.x, dy: to.y - from.y };
}

/** Where the pointer comes to: beyond an edge on the next display that is online, or at the edge when there is none. */
function reachable(state: SeatFocusState, { index, pointer }: Place): Place {
  const here = focusedIndex(state);
  if (index !== here) {
    return state.displays[index]?.online
      ? { index, pointer: onto(pointer) }
      : { index: here, pointer: edge(state, { index, pointer }) };
  }
  const towards = pointer.x < 0 ? -1 : pointer.x >= WIDTH ? 1 : 0;
  if (towards !== 0) {
    for (let next = here + towards; state.displays[next] !== undefined; next += towards) {
      if (!state.displays[next]?.online) continue;
      return { index: next, pointer: onto({ x: pointer.x - towards * WIDTH, y: pointer.y }) };
    }
  }
  return { index: here, pointer: onto(pointer) };
}

const onto = ({ x, y }: PointerPosition): PointerPosition => ({ x: clamp(x, WIDTH), y: clamp(y, HEIGHT) });

/** The place on the display in focus that is nearest to the wanted one. */
function edge(state: SeatFocusState, { index, pointer }: Place): PointerPosition {
  return onto({ x: pointer.x + (index - focusedIndex(state)) * WIDTH, y: pointer.y });
}
