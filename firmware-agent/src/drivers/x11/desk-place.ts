import type { DeskPlace, DeskSize } from './desk-event.ts';
import type { DeskMonitor } from './monitor.ts';
import type { X11Connection } from './x11-connection.ts';
import type { X11Url } from './x11-url.ts';

/** Where the window stands at first: on the whole monitor, or in the middle of it. */
export function placeFor(
  { window }: X11Url,
  { connection, monitor }: { readonly connection: X11Connection; readonly monitor: DeskMonitor | null },
): DeskPlace & { readonly size: DeskSize } {
  const { width, height } = monitor?.mode ?? connection.screen;
  const [left, top] = [monitor?.x ?? 0, monitor?.y ?? 0];
  if (window === null) return { x: left, y: top, size: { width, height } };
  const middle = (whole: number, part: number) => Math.max(0, Math.floor((whole - part) / 2));
  return { x: left + middle(width, window.width), y: top + middle(height, window.height), size: window };
}
