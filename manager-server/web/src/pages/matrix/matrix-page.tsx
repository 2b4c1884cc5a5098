import { Button } from '@mantine/core';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { tellProblem } from '../../shell/notices.tsx';
import { Empty, Page } from '../../shell/page.tsx';
import { useSiteView } from '../../site-view.ts';
import { shownBy } from './crosspoint.ts';
import { type Acting, connectRow, disconnectRow, pushOnto } from './matrix-action.ts';
import { type MatrixColumn, type MatrixRow, matrixColumns, matrixRows } from './matrix-axes.ts';
import { MatrixBar, MatrixLegend } from './matrix-bar.tsx';
import { everything, filteredColumns, filteredRows } from './matrix-filter.ts';
import type { Place } from './matrix-geometry.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixToolbar } from './matrix-toolbar.tsx';
import { PushDialogue } from './push-dialogue.tsx';
import { useDensity } from './remembered-density.ts';
import '../../style/matrix.css';

/** Every receiver and every source, and who shows what. */
export default function MatrixPage(): ReactNode {
  const site = useSiteView();
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const sources = useCollection('sources');
  const rows = useMemo(() => matrixRows(site.receivers, { seats, walls }), [site.receivers, seats, walls]);
  const columns = useMemo(() => matrixColumns(site.transmitters, sources), [site.transmitters, sources]);
  if (rows.length === 0 || columns.length === 0) {
    return (
      <Page title={word('matrix')}>
        <div className="card">
          <Empty title={word('matrixEmpty')} text={word('matrixEmptyText')}>
            <Button component={Link} href="/devices">
              {word('matrixToDevices')}
            </Button>
          </Empty>
        </div>
      </Page>
    );
  }
  return (
    <Page title={word('matrix')} text={word('matrixText')}>
      <Matrix acting={{ site, rows }} columns={columns} />
    </Page>
  );
}

function Matrix({
  acting,
  columns: allColumns,
}: {
  readonly acting: Acting;
  readonly columns: readonly MatrixColumn[];
}): ReactNode {
  const { site, rows: allRows } = acting;
  const [filter, setFilter] = useState(everything);
  const deferred = useDeferredValue(filter);
  const rows = useMemo(() => filteredRows(allRows, deferred, site), [allRows, deferred, site]);
  const columns = useMemo(() => filteredColumns(allColumns, deferred, site), [allColumns, deferred, site]);
  const [density, setDensity] = useDensity(allRows.length + allColumns.length);
  const [moved, setMoved] = useState<Place>({ row: 0, column: 0 });
  const [pushed, setPushed] = useState<MatrixRow | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const cursor = {
    row: Math.max(0, Math.min(moved.row, rows.length - 1)),
    column: Math.max(0, Math.min(moved.column, columns.length - 1)),
  };

  const connect = (place: Place) => {
    const [row, column] = [rows[place.row], columns[place.column]];
    // Dragging onto a row never disconnects it.
    if (row === undefined || column === undefined || shownBy(site, row) === column.transmitter.key) return;
    void connectRow(acting, row, column.transmitter);
  };
  const toggle = (place: Place) => {
    const row = rows[place.row];
    if (row !== undefined && shownBy(site, row) === columns[place.column]?.transmitter.key) {
      void disconnectRow(acting, row);
    } else connect(place);
  };
  const push = (from: number, to: number | null) => {
    const [row, target] = [rows[from], to === null ? null : rows[to]];
    if (row === undefined || target === undefined) return;
    if (shownBy(site, row) === null) tellProblem(word('nothingToPush', { receiver: labelOf(row) }));
    else if (target === null) setPushed(row);
    else void pushOnto(acting, row, target);
  };
  const [row, column] = [rows[cursor.row], columns[cursor.column]];
  return (
    <section className="card flush matrix-card">
      <MatrixToolbar filter={filter} set={setFilter} density={density} setDensity={setDensity} first={search} />
      {row === undefined || column === undefined ? (
        <Empty title={word('noFilterMatch')}>
          <Button variant="default" onClick={() => setFilter(everything)}>
            {word('clearFilter')}
          </Button>
        </Empty>
      ) : (
        <>
          <MatrixGrid
            {...{ rows, columns, site, density, cursor, moved: setMoved, toggle, connect, push }}
            disconnect={(index) => rows[index] !== undefined && void disconnectRow(acting, rows[index])}
            search={() => search.current?.focus()}
          />
          <MatrixBar {...{ site, row, column }} toggle={() => toggle(cursor)} push={() => push(cursor.row, null)} />
          <MatrixLegend />
        </>
      )}
      {pushed !== null && <PushDialogue acting={acting} from={pushed} close={() => setPushed(null)} />}
    </section>
  );
}
