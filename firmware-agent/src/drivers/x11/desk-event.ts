import type { DeskMonitor } from './monitor.ts';
import type { XEvent } from './x11-connection.ts';

export interface DeskSize {
  readonly width: number;
  readonly height: number;
}

export type DeskWindowEvent =
  | { readonly type: 'size'; readonly size: DeskSize }
  /** Null when no monitor is on. */
  | { readonly type: 'monitor'; readonly monitor: DeskMonitor | null }
  | { readonly type: 'focus'; readonly focused: boolean }
  /** Told after every focus that came, and when the pointer comes into the window: what was down already. */
  | { readonly type: 'held'; readonly keycodes: ReadonlySet<number> }
  | { readonly type: 'key'; readonly keycode: number; readonly pressed: boolean }
  | { readonly type: 'button'; readonly button: number; readonly pressed: boolean; readonly place: DeskPlace }
  | { readonly type: 'motion'; readonly place: DeskPlace }
  /** A lock or an indicator of the desktop's keyboard changed, if somebody watches them. */
  | { readonly type: 'locks' };

/** Pixels from the window's upper left corner. */
export interface DeskPlace {
  readonly x: number;
  readonly y: number;
}

/** `closed`: whoever sits there closed the window. `lost`: the X server went away. */
export type DeskEnd = 'closed' | 'lost';

export const placeOf = ({ x, y }: XEvent): DeskPlace => ({ x: x ?? 0, y: y ?? 0 });

/** KeymapNotify leaves the first eight of the 256 bits out: no key has those codes. */
export function keycodesIn(keys: Uint8Array): ReadonlySet<number> {
  const keycodes = new Set<number>();
  keys.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) keycodes.add((index + 1) * 8 + bit);
  });
  return keycodes;
}
