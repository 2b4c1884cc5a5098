import type { DeviceKey, PointerInput, Usage } from '@seatmatrix/protocol/domain';

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
    }
  /** For the input router there. The first one after `focus` tells what is held already. Positions are absolute. */
  | {
      readonly type: 'input';
      readonly display: DeviceKey;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
    };
