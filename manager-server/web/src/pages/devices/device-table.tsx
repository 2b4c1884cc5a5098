import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { type PlainWord, word } from '../../language/words.ts';
import { kindWord, labelOf } from '../../parts/kind-word.ts';
import type { SiteView } from '../../site-view.ts';
import type { DeviceRow, DeviceWish, SortColumn } from './device-rows.ts';
import { PictureCell } from './picture-cell.tsx';
import { StateChip } from './state-chip.tsx';

const ROW_HEIGHT = 45;
/** So many rows are drawn whole; of longer lists what is in view. */
const DRAWN_WHOLE = 60;

const columns: readonly { readonly name: PlainWord; readonly sort: SortColumn | null }[] = [
  { name: 'deviceId', sort: 'id' },
  { name: 'deviceName', sort: 'name' },
  { name: 'kind', sort: null },
  { name: 'location', sort: 'location' },
  { name: 'state', sort: 'state' },
  { name: 'picture', sort: null },
];

export interface DeviceTableOptions {
  readonly rows: readonly DeviceRow[];
  readonly site: SiteView;
  readonly wish: DeviceWish;
  readonly sortBy: (column: SortColumn) => void;
  readonly choose: (key: string) => void;
  readonly marked: ReadonlySet<string>;
  readonly setMarked: (marked: ReadonlySet<string>) => void;
}

export function DeviceTable({ rows, site, wish, sortBy, choose, marked, setMarked }: DeviceTableOptions): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = rows.length > DRAWN_WHOLE;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = virtual ? [items[0]?.start ?? 0, items.at(-1)?.end ?? 0] : [0, 0];
  const shown = virtual ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const allMarked = rows.every(({ device }) => marked.has(device.key));
  const mark = (key: string, wanted: boolean) => {
    const next = new Set(marked);
    if (wanted) next.add(key);
    else next.delete(key);
    setMarked(next);
  };
  return (
    <div ref={frame} className={virtual ? 'table-wrap tall' : 'table-wrap'}>
      <table className="table devices" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={word('selectAll')}
                checked={allMarked}
                indeterminate={!allMarked && marked.size > 0}
                onChange={() => setMarked(allMarked ? new Set() : new Set(rows.map(({ device }) => device.key)))}
              />
            </th>
            {columns.map(({ name, sort }) => (
              <th
                key={name}
                aria-sort={sort === wish.sort ? (wish.descending ? 'descending' : 'ascending') : undefined}
              >
                {sort === null ? (
                  word(name)
                ) : (
                  <button type="button" onClick={() => sortBy(sort)}>
                    {word(name)} {sort === wish.sort ? (wish.descending ? '↓' : '↑') : ''}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Space height={first} />}
          {shown.map((row) => (
            <Row
              key={row.device.key}
              row={row}
              site={site}
              marked={marked.has(row.device.key)}
              mark={mark}
              choose={choose}
            />
          ))}
          {virtual && <Space height={virtualizer.getTotalSize() - last} />}
        </tbody>
      </table>
    </div>
  );
}

const Space = ({ height }: { readonly height: number }): ReactNode => (
  <tr>
    <td colSpan={columns.length + 1} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

function Row({
  row: { device, box, state },
  site,
  marked,
  mark,
  choose,
}: {
  readonly row: DeviceRow;
  readonly site: SiteView;
  readonly marked: boolean;
  readonly mark: (key: string, wanted: boolean) => void;
  readonly choose: (key: string) => void;
}): ReactNode {
  return (
    <tr className={marked ? 'chosen' : undefined} data-device={device.id}>
      <td>
        <Checkbox
          aria-label={word('selectDevice', { name: labelOf(device) })}
          checked={marked}
          onChange={({ currentTarget }) => mark(device.key, currentTarget.checked)}
        />
      </td>
      <td className="number strong">{device.id}</td>
      <td className="wide-cell">
        <button type="button" className="link clip" title={device.name} onClick={() => choose(device.key)}>
          {device.name}
        </button>
      </td>
      <td>{kindWord(device.kind)}</td>
      <td className="wide-cell">
        <div className="clip" title={device.location}>
          {device.location}
        </div>
      </td>
      <td>
        <StateChip state={state} />
      </td>
      <td>
        <PictureCell device={device} box={box} site={site} />
      </td>
    </tr>
  );
}
