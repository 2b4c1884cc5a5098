import { type OsdState, presentOsd } from '@seatmatrix/osd';
import { paintScene } from '@seatmatrix/osd/paint';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPageFonts } from '../../console/page-fonts.ts';
import '../../style/osd.css';
import { type Region, WHOLE_DISPLAY } from './region.ts';

/**
 * A desk's display, or a region of it, painted by the OSD's own painter in the screen's own pixels: as wide as there is
 * room, and never blurred. `label` says in words what it shows.
 */
export function OsdCanvas({
  state,
  label,
  region = WHOLE_DISPLAY,
}: {
  readonly state: OsdState | null;
  readonly label: string;
  readonly region?: Region;
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef({ state, region });
  const paint = useRef<() => void>(() => undefined);
  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    const around = frame.current;
    if (context === null || around === null) return;
    const fonts = createPageFonts(() => paint.current());
    paint.current = () => {
      const { state: wanted, region: part } = shown.current;
      const density = window.devicePixelRatio * (around.clientWidth / part.width);
      const width = Math.round(WHOLE_DISPLAY.width * density);
      const height = Math.round(WHOLE_DISPLAY.height * density);
      if (width === 0) return;
      const { canvas: sheet } = context;
      if (sheet.width !== width || sheet.height !== height) Object.assign(sheet, { width, height });
      const scene = wanted === null ? null : presentOsd(wanted, { width, height });
      paintScene(context, scene, [{ x: 0, y: 0, width, height }], fonts);
    };
    const watch = new ResizeObserver(() => paint.current());
    watch.observe(around);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    shown.current = { state, region };
    paint.current();
  }, [state, region]);
  return (
    <div ref={frame} className="osd-window" style={{ aspectRatio: `${region.width} / ${region.height}` }}>
      <canvas
        ref={canvas}
        className="osd-preview"
        role="img"
        aria-label={label}
        style={{
          width: `${(WHOLE_DISPLAY.width / region.width) * 100}%`,
          left: `${(-region.x / region.width) * 100}%`,
          top: `${(-region.y / region.height) * 100}%`,
        }}
      />
    </div>
  );
}
