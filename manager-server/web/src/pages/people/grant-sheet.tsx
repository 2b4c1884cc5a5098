// biome-ignore-all lint/a11y/useSemanticElements: a table of a whole site has a million cells; this grid has those in view
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { word } from '../../language/words.ts';
import { type Cell, type CellRange, cellCount, type GrantSheet, rangeBetween } from './grant-change.ts';
import { GrantLine } from './grant-line.tsx';
import { headHeight, NAMES, ROW, useColumnWidth } from './grant-sizes.ts';
import { cellName } from './grant-table.ts';

const OVERSCAN = 3;

/** The cells that are in view of a sheet of any size, changed one by one, by range, by row and by column. */
export function GrantSheetView(options: {
  readonly sheet: GrantSheet;
  readonly mayChange: boolean;
  /** `give` null: as the range asks for. */
  readonly change: (range: CellRange, give: boolean | null) => void;
}): ReactNode {
  const { sheet, mayChange, change } = options;
  const { rows, columns } = sheet;
  const frame = useRef<HTMLDivElement>(null);
  const column = useColumnWidth(frame, columns.length);
  const head = headHeight(column);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Cell>({ row: 0, column: 0 });
  const dragged = useRef<'no' | 'pressed' | 'moved'>('no');
  /** A press with Shift focuses a cell too, which begins nothing new. */
  const extending = useRef(false);
  const vertical = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: OVERSCAN,
  });
  const horizontal = useVirtualizer({
    count: columns.length,
    horizontal: true,
    getScrollElement: () => frame.current,
    estimateSize: () => column,
    paddingStart: NAMES,
    scrollPaddingStart: NAMES,
    overscan: OVERSCAN,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of the former width
  useEffect(() => horizontal.measure(), [column]);

  const range = rangeBetween(anchor, at);
  const apply = (wanted: CellRange, give: boolean | null = null) => {
    if (mayChange) change(wanted, give);
  };
  const moveTo = (row: number, to: number, extend: boolean) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, to)),
    };
    setAt(next);
    if (!extend) setAnchor(next);
    vertical.scrollToIndex(next.row);
    horizontal.scrollToIndex(next.column);
    // The cell may be drawn only once it is in view.
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        frame.current
          ?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)
          ?.focus({ preventScroll: true }),
      );
    });
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(at.row + step.row, at.column + step.column, event.shiftKey);
  };
  /** By place and not by element: whoever drags fast passes cells that are not drawn yet. */
  const cellUnder = ({ clientX, clientY }: PointerEvent): Cell | null => {
    const box = frame.current;
    if (box === null) return null;
    const { left, top } = box.getBoundingClientRect();
    const row = Math.floor((clientY - top + box.scrollTop - head) / ROW);
    const to = Math.floor((clientX - left + box.scrollLeft - NAMES) / column);
    const inside = clientX - left > NAMES && clientY - top > head;
    return inside && row >= 0 && row < rows.length && to >= 0 && to < columns.length ? { row, column: to } : null;
  };
  const press = (event: PointerEvent) => {
    const cell = event.button === 0 && event.pointerType === 'mouse' ? cellUnder(event) : null;
    dragged.current = cell === null ? 'no' : 'pressed';
    extending.current = event.shiftKey;
    if (cell === null || event.shiftKey) return;
    setAnchor(cell);
    setAt(cell);
  };
  const drag = (event: PointerEvent) => {
    if (dragged.current === 'no' || event.buttons !== 1) return;
    const cell = cellUnder(event);
    if (cell === null || (cell.row === at.row && cell.column === at.column)) return;
    dragged.current = 'moved';
    setAt(cell);
  };
  const release = () => {
    if (dragged.current !== 'moved') return;
    // The first cell says what is wanted of all: as a click on it would.
    const first = sheetCell(sheet, anchor);
    apply(range, first === 'none');
    // The click that follows is the drag's end.
    window.setTimeout(() => {
      dragged.current = 'no';
    });
  };
  const click = (cell: Cell, extend: boolean) => {
    if (dragged.current === 'moved') return;
    extending.current = false;
    if (extend) {
      setAt(cell);
      const wanted = rangeBetween(anchor, cell);
      // As with check boxes: the range becomes what its first cell is.
      apply(wanted, cellCount(wanted) === 1 ? null : sheetCell(sheet, anchor) === 'granted');
      return;
    }
    const inRange = cellCount(range) > 1 && cell.row === at.row && cell.column === at.column;
    apply(inRange ? range : rangeBetween(cell, cell));
    setAnchor(cell);
    setAt(cell);
  };

  const focused = (cell: Cell) => {
    if (cell.row === at.row && cell.column === at.column) return;
    setAt(cell);
    if (!extending.current) setAnchor(cell);
  };

  const shownColumns = horizontal.getVirtualItems();
  return (
    <div
      ref={frame}
      className={column >= 96 ? 'card flush grant-grid roomy' : 'card flush grant-grid'}
      role="grid"
      tabIndex={-1}
      aria-label={word('grants')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      onKeyDown={key}
      onFocus={(event) => {
        const cell = cellOf(event.target);
        if (cell !== null) focused(cell);
      }}
      onClick={(event) => {
        const cell = cellOf(event.target);
        if (cell !== null) click(cell, event.shiftKey);
      }}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
    >
      <div
        className="sheet"
        role="presentation"
        style={{ height: vertical.getTotalSize(), width: horizontal.getTotalSize() }}
      >
        <div className="heads" role="row" aria-rowindex={1} tabIndex={-1} style={{ height: head }}>
          <div className="corner" role="columnheader" tabIndex={-1} aria-colindex={1} style={{ width: NAMES }}>
            <span className="legend">
              <span>✓ {word('legendGranted')}</span>
              <span>○ {word('legendHeld')}</span>
              {cellCount(range) > 1 && <span>{word('chosenCells', { count: cellCount(range) })}</span>}
            </span>
          </div>
          {shownColumns.map(({ index, start }) => {
            const each = columns[index];
            return each === undefined ? null : (
              <div
                key={index}
                className={each.object.type === 'device-group' ? 'head strong' : 'head'}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={index + 2}
                style={{ left: start, width: column }}
              >
                <button
                  type="button"
                  title={`${each.name} — ${word('grantColumn', { object: each.name })}`}
                  aria-label={word('grantColumn', { object: each.name })}
                  tabIndex={index === at.column ? 0 : -1}
                  onClick={() => apply({ row: 0, column: index, lastRow: rows.length - 1, lastColumn: index })}
                >
                  <span>{each.name}</span>
                </button>
              </div>
            );
          })}
        </div>
        {vertical.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <GrantLine
              key={index}
              row={row}
              index={index}
              top={start}
              column={column}
              sheet={sheet}
              shown={shownColumns}
              at={at}
              range={range}
              wholeRow={() => apply({ row: index, column: 0, lastRow: index, lastColumn: columns.length - 1 })}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The cell whose button this is. */
function cellOf(target: EventTarget): Cell | null {
  const place = target instanceof HTMLElement ? target.dataset.cell : undefined;
  const [row, column] = place?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function sheetCell({ rows, columns, cells }: GrantSheet, { row, column }: Cell): 'granted' | 'none' {
  const [who, what] = [rows[row], columns[column]];
  if (who === undefined || what === undefined) return 'none';
  return cells.has(cellName(who.subject, what.object)) ? 'granted' : 'none';
}

const steps: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
  Home: { row: 0, column: Number.NEGATIVE_INFINITY },
  End: { row: 0, column: Number.POSITIVE_INFINITY },
};
