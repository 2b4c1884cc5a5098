import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { word } from '../../language/words.ts';
import { usePreviews } from '../../live/previews.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { columnText, crosspointText, rowText } from './crosspoint-text.ts';
import { placeOfTyped } from './matrix-filter.ts';
import type { Density, Place } from './matrix-geometry.ts';
import { keyAction } from './matrix-keys.ts';
import { atRest, type PointerInput, pointerStep } from './matrix-pointer.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { MatrixSurface } from './matrix-surface.ts';

/** Letters belong together for so long; milliseconds. */
const TYPED_FOR = 1200;

export interface MatrixGridOptions {
  readonly rows: MatrixScene['rows'];
  readonly columns: MatrixScene['columns'];
  readonly site: MatrixScene['site'];
  readonly density: Density;
  readonly cursor: Place;
  readonly moved: (to: Place) => void;
  /** Connects, or disconnects what is connected. */
  readonly toggle: (place: Place) => void;
  readonly connect: (place: Place) => void;
  readonly disconnect: (row: number) => void;
  readonly push: (from: number, to: number | null) => void;
  readonly search: () => void;
}

/**
 * The crosspoints on a canvas. For assistive technology it is a grid of which only the cursor's cell is there, and read
 * aloud as it moves.
 */
export function MatrixGrid(options: MatrixGridOptions): ReactNode {
  const { rows, columns, site, density, cursor, moved } = options;
  const frame = useRef<HTMLDivElement>(null);
  const extent = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const surface = useRef<MatrixSurface | null>(null);
  const pointer = useRef(atRest);
  const typed = useRef({ text: '', at: 0 });
  const [keyed, setKeyed] = useState(false);
  const [tip, setTip] = useState<{ readonly place: Place; readonly x: number; readonly y: number } | null>(null);
  const scheme = useComputedColorScheme('light');
  const columnOf = useMemo(() => new Map(columns.map(({ transmitter }, index) => [transmitter.key, index])), [columns]);

  const previews = usePreviews(() => surface.current?.paint());
  const looked = useRef('');
  const seen = useRef((_devices: readonly string[]): void => undefined);
  seen.current = (devices) => {
    // Every frame comes by here: the manager hears of it when what is in view is something else.
    const view = devices.join(' ');
    if (previews === null || looked.current === view) return;
    looked.current = view;
    previews.look(devices);
  };
  useEffect(() => {
    if (frame.current === null || extent.current === null || canvas.current === null) return;
    const elements = { frame: frame.current, extent: extent.current, canvas: canvas.current };
    const made = new MatrixSurface(elements, (devices) => seen.current(devices));
    surface.current = made;
    return () => made.close();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are another scheme's, and what is in view is told to the watch that now is
  useEffect(() => {
    surface.current?.show({ rows, columns, columnOf, site, density, focused: keyed ? cursor : null });
  }, [rows, columns, columnOf, site, density, keyed, cursor, scheme, previews]);

  const scrolled = () => {
    // What was under the pointer is elsewhere; the next movement says what is there now.
    surface.current?.point(null, pointer.current.dragged);
    if (tip !== null) setTip(null);
  };
  const go = (to: Place) => {
    moved(to);
    surface.current?.reveal(to);
  };
  const pointed = (event: PointerEvent, type: 'down' | 'move' | 'up') => {
    if (canvas.current === null || surface.current === null) return;
    const box = canvas.current.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    take({ type, ...point, place: surface.current.placeAt(point) });
  };
  const take = (input: PointerInput) => {
    const { state, out } = pointerStep(pointer.current, input);
    pointer.current = state;
    const place = input.type === 'cancel' ? null : input.place;
    surface.current?.point(place, state.dragged);
    if (input.type === 'cancel' || place === null || state.dragged !== null) setTip(null);
    else if (tip?.place.row !== place.row || tip.place.column !== place.column)
      setTip({ place, x: input.x, y: input.y });
    if (out === null) return;
    if (out.type === 'clicked') {
      const { row, column } = out.place;
      moved({ row: row < 0 ? cursor.row : row, column: column < 0 ? cursor.column : column });
      if (row >= 0 && column >= 0) options.toggle(out.place);
    } else if (out.type === 'connect') options.connect({ row: out.row, column: out.column });
    else options.push(out.from, out.row);
  };
  const key = (event: KeyboardEvent) => {
    const now = event.timeStamp;
    const searching = now - typed.current.at < TYPED_FOR && typed.current.text !== '';
    const size = { rows: rows.length, columns: columns.length };
    const pressed = { key: event.key, command: event.ctrlKey || event.metaKey || event.altKey };
    const action = keyAction(pressed, { at: cursor, size, searching });
    if (action === null) return;
    event.preventDefault();
    switch (action.type) {
      case 'move':
        return go(action.to);
      case 'toggle':
        return options.toggle(cursor);
      case 'disconnect':
        return options.disconnect(cursor.row);
      case 'push':
        return options.push(cursor.row, null);
      case 'search':
        return options.search();
      case 'cancel':
        typed.current = { text: '', at: 0 };
        return take({ type: 'cancel' });
      case 'typed': {
        const text = (searching ? typed.current.text : '') + action.text;
        typed.current = { text, at: now };
        const found = placeOfTyped(text, { rows, columns });
        if (found !== null) go({ ...cursor, ...found });
      }
    }
  };
  const [row, column] = [rows[cursor.row], columns[cursor.column]];
  return (
    <div className="matrix-place">
      <div ref={frame} className="matrix" onScroll={scrolled}>
        <div ref={extent} className="extent" />
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of a million cells, of which it holds one
          role="grid"
          tabIndex={0}
          className="matrix-cursor"
          aria-label={word('matrixLabel', { rows: rows.length, columns: columns.length })}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-activedescendant="crosspoint-cell"
          onKeyDown={key}
          onFocus={() => setKeyed(true)}
          onBlur={() => setKeyed(false)}
        >
          <thead>
            <tr aria-rowindex={1}>
              <td aria-colindex={1} />
              <th scope="col" aria-colindex={cursor.column + 2}>
                {column === undefined ? '' : labelOf(column.transmitter)}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr aria-rowindex={cursor.row + 2}>
              <th scope="row" aria-colindex={1}>
                {row === undefined ? '' : labelOf(row)}
              </th>
              <td id="crosspoint-cell" aria-colindex={cursor.column + 2}>
                {row !== undefined && column !== undefined && crosspointText(site, row, column)}
              </td>
            </tr>
          </tbody>
        </table>
        <canvas
          ref={canvas}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            // Where the pointer works, the keys are; and the browser begins no selection.
            event.preventDefault();
            table.current?.focus({ preventScroll: true });
            // A finger scrolls; a drag that leaves the canvas comes back to it.
            if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
            pointed(event, 'down');
          }}
          onPointerMove={(event) => pointed(event, 'move')}
          onPointerUp={(event) => pointed(event, 'up')}
          onPointerCancel={() => take({ type: 'cancel' })}
          onPointerLeave={() => take({ type: 'cancel' })}
        />
      </div>
      {tip !== null && <Tip options={options} tip={tip} frame={frame.current} />}
    </div>
  );
}

/** What lies under the pointer, in words; for the keyboard the line below the matrix says it. */
function Tip(of: {
  readonly options: MatrixGridOptions;
  readonly tip: { readonly place: Place; readonly x: number; readonly y: number };
  readonly frame: HTMLElement | null;
}): ReactNode {
  const { rows, columns, site } = of.options;
  const { place, x, y } = of.tip;
  const [row, column] = [rows[place.row], columns[place.column]];
  const text =
    row !== undefined && column !== undefined
      ? crosspointText(site, row, column)
      : row !== undefined
        ? rowText(site, row)
        : column === undefined
          ? ''
          : columnText(site, column);
  const width = of.frame?.clientWidth ?? 0;
  const right = x > width / 2;
  return (
    <div
      className="matrix-tip"
      aria-hidden="true"
      style={{ top: y + 18, ...(right ? { right: width - x + 6 } : { left: x + 12 }) }}
    >
      {text}
    </div>
  );
}
