// biome-ignore-all lint/a11y/useSemanticElements: a table of a whole site has a million cells; this grid has those in view
import type { Right } from '@seatmatrix/protocol/domain';
import { memo, type ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { type Cell, type CellRange, cellCount, type GrantSheet, isInside } from './grant-change.ts';
import { NAMES, ROW } from './grant-sizes.ts';
import { type CellState, cellState, type GrantRow } from './grant-table.ts';

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
  readonly wholeRow: () => void;
}): ReactNode {
  const { row, index, top, column, sheet, shown, at, range, wholeRow } = options;
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
        return (
          <GrantCell
            key={columnIndex}
            row={index}
            column={columnIndex}
            left={left}
            width={column}
            state={cellState(sheet.cells, row, what)}
            subject={row.name}
            object={what.name}
            right={sheet.right}
            chosen={cellCount(range) > 1 && isInside(cell, range)}
            current={at.row === index && at.column === columnIndex}
          />
        );
      })}
    </div>
  );
}

/** Scrolling moves hundreds of these: each is made anew only when something in it is another. The sheet hears its clicks. */
const GrantCell = memo(function GrantCell(cell: {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly state: CellState;
  readonly subject: string;
  readonly object: string;
  readonly right: Right;
  readonly chosen: boolean;
  readonly current: boolean;
}): ReactNode {
  const { row, column, left, width, state, subject, object, right, chosen, current } = cell;
  const label = word(labels[state], { subject, object, right: word(right) });
  return (
    <div
      className="cell-place"
      role="gridcell"
      tabIndex={-1}
      aria-colindex={column + 2}
      aria-selected={chosen}
      style={{ left, width }}
    >
      <button
        type="button"
        className={chosen ? `cell ${state} chosen` : `cell ${state}`}
        data-cell={`${row} ${column}`}
        aria-pressed={state === 'granted'}
        aria-label={label}
        title={label}
        tabIndex={current ? 0 : -1}
      >
        {signs[state]}
      </button>
    </div>
  );
});

const labels = { granted: 'cellGranted', held: 'cellThrough', none: 'cellNone' } as const;
const signs = { granted: '✓', held: '○', none: '' } as const;
