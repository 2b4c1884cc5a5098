import { type RefObject, useEffect, useState } from 'react';

/** Pixels of a line, and of the names beside it. */
export const ROW = 36;
export const NAMES = 220;
const COLUMN_MIN = 44;
const COLUMN_MAX = 150;
/** From this width on a device's name is read across. */
const ACROSS_FROM = 96;

/** The columns share what the window gives, within what is read and what looks torn apart. */
export function useColumnWidth(frame: RefObject<HTMLElement | null>, count: number): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [frame]);
  if (count === 0 || width === 0) return COLUMN_MIN;
  return Math.max(COLUMN_MIN, Math.min(COLUMN_MAX, Math.floor((width - NAMES) / count)));
}

export const headHeight = (column: number): number => (column >= ACROSS_FROM ? 64 : 150);
