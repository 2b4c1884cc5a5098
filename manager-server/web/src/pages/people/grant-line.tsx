// biome-ignore-all lint/a11y/useSemanticElements: a table of a whole site has a million cells; this grid has those in view
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { type Cell, type CellRange, cellCount, type GrantSheet, isInside } from './grant-change.ts';
import { NAMES, ROW } from './grant-sizes.ts';
import { cellState, type GrantRow } from './grant-table.ts';

/** One operator or group with its cells that are in view. */
export function GrantLine(options: {
  readonly row: GrantRow;
  readonly index: number;
  readonly top: number;
  /** Pixels of a column. */
  readonly column: number;
  readonly sheet: GrantSheet;
  readonly shown: readonly { readonly index: number; readonly start: number }[];
  readonly at: Cell;
  readonly range: CellRange;
  readonly click: (cell: Cell, extend: boolean) => void;
  readonly wholeRow: () => void;
  readonly focused: (cell: Cell) => void;
}): ReactNode {
  const { row, index, top, column, sheet, shown, at, range, click, wholeRow, focused } = options;
  return (
    <div
      className="line"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)`, height: ROW }}
    >
      <div
        className={row.subject.type === 'group' ? 'who strong' : 'who'}
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        style={{ width: NAMES }}
      >
        <button
          type="button"
          className="clip"
          title={`${row.name} — ${word('grantRow', { subject: row.name })}`}
          aria-label={word('grantRow', { subject: row.name })}
          tabIndex={index === at.row ? 0 : -1}
          onClick={wholeRow}
        >
          {row.name}
        </button>
        {row.subject.type === 'group' && <span className="small quiet">{word('group')}</span>}
      </div>
      {shown.map(({ index: columnIndex, start: left }) => {
        const what = sheet.columns[columnIndex];
        if (what === undefined) return null;
        const cell = { row: index, column: columnIndex };
        const state = cellState(sheet.cells, row, what);
        const label = word(labels[state], { subject: row.name, object: what.name, right: word(sheet.right) });
        const chosen = cellCount(range) > 1 && isInside(cell, range);
        return (
          <div
            key={columnIndex}
            className="cell-place"
            role="gridcell"
            tabIndex={-1}
            aria-colindex={columnIndex + 2}
            aria-selected={chosen}
            style={{ left, width: column }}
          >
            <button
              type="button"
              className={chosen ? `cell ${state} chosen` : `cell ${state}`}
              data-cell={`${index} ${columnIndex}`}
              aria-pressed={state === 'granted'}
              aria-label={label}
              title={label}
              tabIndex={at.row === index && at.column === columnIndex ? 0 : -1}
              onFocus={() => focused(cell)}
              onClick={(event) => click(cell, event.shiftKey)}
            >
              {signs[state]}
            </button>
          </div>
        );
      })}
    </div>
  );
}

const labels = { granted: 'cellGranted', held: 'cellThrough', none: 'cellNone' } as const;
const signs = { granted: '✓', held: '○', none: '' } as const;
