import type { Scene } from '@seatmatrix/osd';
import { paintScene } from '@seatmatrix/osd/paint';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPageFonts } from '../../console/page-fonts.ts';

/** A scene painted by the OSD's own painter. `label` says in words what it shows. */
export function OsdCanvas({ scene, label }: { readonly scene: Scene | null; readonly label: string }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Scene | null>(null);
  const paint = useRef<() => void>(() => undefined);
  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null) return;
    const fonts = createPageFonts(() => paint.current());
    paint.current = () => {
      const size = { x: 0, y: 0, width: context.canvas.width, height: context.canvas.height };
      paintScene(context, shown.current, [size], fonts);
    };
    paint.current();
  }, []);
  useEffect(() => {
    shown.current = scene;
    paint.current();
  }, [scene]);
  return (
    <canvas
      ref={canvas}
      className="osd-preview"
      width={scene?.width ?? 1280}
      height={scene?.height ?? 720}
      role="img"
      aria-label={label}
    />
  );
}
