// biome-ignore-all lint/a11y/useSemanticElements: a table of a whole site has a million cells; this grid has those in view
import { TextInput } from '@mantine/core';
import type { Right } from '@seatmatrix/protocol/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { create, remove } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import { act } from '../../shell/notices.tsx';
import { Empty } from '../../shell/page.tsx';
import { RightChoice } from './effective-rights.tsx';
import {
  cellName,
  cellState,
  type GrantColumn,
  type GrantRow,
  grantColumns,
  grantRows,
  grantsByCell,
} from './grant-table.ts';

const ROW = 36;
const COLUMN = 44;
const HEAD = 150;
const NAMES = 220;

/** People × devices: what is granted, and what is held through a group all the same. Any size: what is in view is drawn. */
export function GrantGrid(): ReactNode {
  const operators = useCollection('operators');
  const groups = useCollection('groups');
  const devices = useCollection('devices');
  const deviceGroups = useCollection('device-groups');
  const grants = useCollection('grants');
  const [right, setRight] = useState<Right>('connect');
  const [people, setPeople] = useState('');
  const [objects, setObjects] = useState('');
  const rows = useMemo(() => grantRows({ operators, groups, text: people }), [operators, groups, people]);
  const columns = useMemo(
    () => grantColumns({ devices, deviceGroups, right, text: objects }),
    [devices, deviceGroups, right, objects],
  );
  const cells = useMemo(() => grantsByCell(grants, right), [grants, right]);

  const toggle = (row: GrantRow, column: GrantColumn) => {
    const words = { subject: row.name, object: column.name, right: word(right) };
    const value = { right, subject: row.subject, object: column.object };
    const grant = cells.get(cellName(row.subject, column.object));
    if (grant === undefined) {
      let made: { readonly key: string; readonly version: number } | null = null;
      const give = async () => {
        made = await create('grants', value);
      };
      void act(give, { done: word('granted', words), undo: async () => made !== null && remove('grants', made) });
    } else {
      void act(() => remove('grants', grant), { done: word('revoked', words), undo: () => create('grants', value) });
    }
  };

  if (operators.size + groups.size === 0 || devices.size === 0) {
    return (
      <div className="card">
        <Empty title={word('grants')} text={word('nothingToGrant')} />
      </div>
    );
  }
  return (
    <section className="stack">
      <p className="quiet">{word('gridText')}</p>
      <div className="row wrap">
        <RightChoice right={right} choose={setRight} />
        <TextInput
          type="search"
          aria-label={word('searchPeople')}
          placeholder={word('searchPeople')}
          leftSection={<Icon name="search" size={16} />}
          value={people}
          onChange={({ currentTarget }) => setPeople(currentTarget.value)}
        />
        <TextInput
          type="search"
          aria-label={word('searchDevicesShort')}
          placeholder={word('searchDevicesShort')}
          leftSection={<Icon name="search" size={16} />}
          value={objects}
          onChange={({ currentTarget }) => setObjects(currentTarget.value)}
        />
        <span className="small quiet">{word('gridKeys')}</span>
      </div>
      <Grid
        rows={rows}
        columns={columns}
        stateOf={(row, column) => cellState(cells, row, column)}
        toggle={toggle}
        rightWord={word(right)}
      />
    </section>
  );
}

interface GridOptions {
  readonly rows: readonly GrantRow[];
  readonly columns: readonly GrantColumn[];
  readonly stateOf: (row: GrantRow, column: GrantColumn) => ReturnType<typeof cellState>;
  readonly toggle: (row: GrantRow, column: GrantColumn) => void;
  readonly rightWord: string;
}

function Grid({ rows, columns, stateOf, toggle, rightWord }: GridOptions): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const vertical = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 4,
  });
  const horizontal = useVirtualizer({
    count: columns.length,
    horizontal: true,
    getScrollElement: () => frame.current,
    estimateSize: () => COLUMN,
    paddingStart: NAMES,
    scrollPaddingStart: NAMES,
    overscan: 4,
  });
  const moveTo = (row: number, column: number) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setAt(next);
    vertical.scrollToIndex(next.row);
    horizontal.scrollToIndex(next.column);
    // The cell may be drawn only once it is in view.
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        frame.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus(),
      );
    });
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(at.row + step.row, at.column + step.column);
  };
  const shownRows = vertical.getVirtualItems();
  const shownColumns = horizontal.getVirtualItems();
  return (
    <div
      ref={frame}
      className="card flush grant-grid"
      role="grid"
      tabIndex={-1}
      aria-label={word('grants')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={key}
    >
      <div
        className="sheet"
        role="presentation"
        style={{ height: vertical.getTotalSize(), width: horizontal.getTotalSize() }}
      >
        <div className="heads" role="row" aria-rowindex={1} tabIndex={-1} style={{ height: HEAD }}>
          <div className="corner" role="columnheader" tabIndex={-1} aria-colindex={1} style={{ width: NAMES }}>
            {word('subject')}
          </div>
          {shownColumns.map(({ index, start }) => {
            const column = columns[index];
            return column === undefined ? null : (
              <div
                key={index}
                className={column.object.type === 'device-group' ? 'head strong' : 'head'}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={index + 2}
                title={column.name}
                style={{ left: start, width: COLUMN }}
              >
                <span>{column.name}</span>
              </div>
            );
          })}
        </div>
        {shownRows.map(({ index: rowIndex, start: top }) => {
          const row = rows[rowIndex];
          if (row === undefined) return null;
          return (
            <div
              key={rowIndex}
              className="line"
              role="row"
              tabIndex={-1}
              aria-rowindex={rowIndex + 2}
              style={{ top, height: ROW }}
            >
              <div
                className={row.subject.type === 'group' ? 'who strong' : 'who'}
                role="rowheader"
                tabIndex={-1}
                aria-colindex={1}
                title={row.name}
                style={{ width: NAMES }}
              >
                <span className="clip">{row.name}</span>
                {row.subject.type === 'group' && <span className="small quiet">{word('group')}</span>}
              </div>
              {shownColumns.map(({ index: columnIndex, start: left }) => {
                const column = columns[columnIndex];
                if (column === undefined) return null;
                const state = stateOf(row, column);
                const here = at.row === rowIndex && at.column === columnIndex;
                const label = word(labels[state], { subject: row.name, right: rightWord, object: column.name });
                return (
                  <div
                    key={columnIndex}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={columnIndex + 2}
                    className="cell-place"
                    style={{ left, width: COLUMN }}
                  >
                    <button
                      type="button"
                      className={`cell ${state}`}
                      data-cell={`${rowIndex} ${columnIndex}`}
                      aria-pressed={state === 'granted'}
                      aria-label={label}
                      title={label}
                      tabIndex={here ? 0 : -1}
                      onFocus={() => setAt({ row: rowIndex, column: columnIndex })}
                      onClick={() => toggle(row, column)}
                    >
                      {signs[state]}
                    </button>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const labels = { granted: 'cellGranted', held: 'cellThrough', none: 'cellNone' } as const;
const signs = { granted: '✓', held: '○', none: '' } as const;

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
