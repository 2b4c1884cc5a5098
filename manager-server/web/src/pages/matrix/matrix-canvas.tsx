import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Device } from '../../api/records.ts';
import { createPageFonts } from '../../console/page-fonts.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import type { SiteView } from '../../site-view.ts';
import { setRoute } from './connect.ts';
import { type Crosspoint, crosspointOf } from './crosspoint.ts';
import { CELL, HEAD, NAMES, type Place, placeAt, scrollTo, type View } from './matrix-geometry.ts';
import { matrixColours, paintMatrix } from './matrix-painter.ts';

export interface MatrixCanvasOptions {
  readonly receivers: readonly Device[];
  readonly transmitters: readonly Device[];
  readonly site: SiteView;
}

/** One canvas of the window's size over a scrolled extent of any: a thousand by a thousand costs what is in view. */
export function MatrixCanvas({ receivers, transmitters, site }: MatrixCanvasOptions): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const [keyed, setKeyed] = useState(false);
  const [hovered, setHovered] = useState<Place | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const size = { rows: receivers.length, columns: transmitters.length };
  const at = {
    row: Math.min(focus.row, Math.max(0, size.rows - 1)),
    column: Math.min(focus.column, Math.max(0, size.columns - 1)),
  };
  const crosspoint = (receiver: string, transmitter: string) => crosspointOf(site.routeOf(receiver), transmitter);

  const scene = useRef<() => void>(() => undefined);
  scene.current = () => {
    const context = canvas.current?.getContext('2d', { alpha: false }) ?? null;
    if (context === null || frame.current === null) return;
    const view = viewOf(frame.current);
    fit(context, view);
    paintMatrix(
      context,
      { receivers, transmitters, crosspoint, isOnline: site.isOnline, hovered, focused: keyed ? at : null, dragged },
      { view, colours: matrixColours(frame.current), fonts: fonts.current },
    );
  };
  const waiting = useRef(false);
  const paint = useCallback(() => {
    if (waiting.current) return;
    waiting.current = true;
    requestAnimationFrame(() => {
      waiting.current = false;
      scene.current();
    });
  }, []);
  const fonts = useRef(createPageFonts(paint));
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of these changes is to be seen
  useEffect(paint, [receivers, transmitters, site, hovered, focus, keyed, dragged, scheme]);
  useEffect(() => {
    const observer = new ResizeObserver(paint);
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [paint]);

  const toggle = ({ row, column }: Place) => {
    const [receiver, transmitter] = [receivers[row], transmitters[column]];
    if (receiver === undefined || transmitter === undefined) return;
    const shown = site.routeOf(receiver.key)?.transmitter ?? null;
    const before = shown === null ? null : (site.devices.get(shown) ?? null);
    void setRoute(receiver, { next: shown === transmitter.key ? null : transmitter, before });
  };
  const pointed = (event: PointerEvent): Place | null => {
    if (frame.current === null || canvas.current === null) return null;
    const box = canvas.current.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    return placeAt(point, { view: viewOf(frame.current), size });
  };
  const released = (event: PointerEvent) => {
    const place = pointed(event);
    setDragged(null);
    if (place === null || place.row < 0) return;
    if (dragged !== null) {
      const receiver = receivers[place.row];
      const shown = receiver === undefined ? null : (site.routeOf(receiver.key)?.transmitter ?? null);
      // Dragging onto a row never disconnects it.
      if (shown !== transmitters[dragged]?.key) toggle({ row: place.row, column: dragged });
    } else if (place.column >= 0) {
      setFocus(place);
      toggle(place);
    }
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      toggle(at);
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.max(0, Math.min(size.rows - 1, at.row + step.row)),
      column: Math.max(0, Math.min(size.columns - 1, at.column + step.column)),
    };
    setFocus(next);
    if (frame.current !== null) frame.current.scrollTo(scrollTo(next, viewOf(frame.current)));
  };
  const [receiver, transmitter] = [receivers[at.row], transmitters[at.column]];
  return (
    <>
      <div ref={frame} className="matrix" onScroll={paint}>
        <div className="extent" style={{ width: NAMES + size.columns * CELL, height: HEAD + size.rows * CELL }} />
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a control of its own kind, which says below what it stands on */}
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-label={word('matrixLabel', size)}
          aria-describedby="crosspoint"
          onFocus={() => setKeyed(true)}
          onBlur={() => setKeyed(false)}
          onKeyDown={key}
          onPointerMove={(event) => setHovered(pointed(event))}
          onPointerLeave={() => setHovered(null)}
          onPointerDown={(event) => {
            const place = pointed(event);
            if (place !== null && place.row < 0) setDragged(place.column);
          }}
          onPointerUp={released}
        />
      </div>
      <p id="crosspoint" className="toolbar small quiet" role="status">
        {receiver !== undefined &&
          transmitter !== undefined &&
          word(crosspointWords[crosspoint(receiver.key, transmitter.key)], {
            receiver: labelOf(receiver),
            transmitter: labelOf(transmitter),
          })}
      </p>
    </>
  );
}

const crosspointWords = {
  live: 'crosspointLive',
  wanted: 'crosspointWanted',
  attempt: 'crosspointAttempt',
  none: 'crosspointNone',
} as const satisfies Readonly<Record<Crosspoint, string>>;

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
  Home: { row: 0, column: Number.NEGATIVE_INFINITY },
  End: { row: 0, column: Number.POSITIVE_INFINITY },
};

const viewOf = (frame: HTMLElement): View => ({
  left: frame.scrollLeft,
  top: frame.scrollTop,
  width: frame.clientWidth,
  height: frame.clientHeight,
});

/** As many pixels as the screen has. */
function fit(context: CanvasRenderingContext2D, { width, height }: View): void {
  const { canvas } = context;
  const scale = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
}
