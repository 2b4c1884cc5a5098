import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { exchanged } from '../../parts/moved.ts';
import type { SiteView } from '../../site-view.ts';
import { DeviceTray, FROM_TRAY } from './device-tray.tsx';
import { TileGrid, TilePicture } from './layout-picture.tsx';

const FROM_TILE = 'application/x-seatmatrix-tile';

export interface WallLayout {
  readonly rows: number;
  readonly columns: number;
  /** Row by row; empty where a tile has no receiver yet. */
  readonly receivers: readonly string[];
  readonly state: 'spliced' | 'single';
}

/** Receivers where their displays hang: dragged, or chosen and placed by keys. */
export function WallGrid({
  value,
  set,
  site,
  candidates,
}: {
  readonly value: WallLayout;
  readonly set: (receivers: readonly string[]) => void;
  readonly site: SiteView;
  readonly candidates: readonly string[];
}): ReactNode {
  const [chosen, setChosen] = useState(0);
  const [over, setOver] = useState<number | null>(null);
  const { rows, columns } = value;
  const tiles = Array.from({ length: rows * columns }, (_, index) => value.receivers[index] ?? '');
  const free = candidates.filter((key) => !tiles.includes(key));
  const empty = tiles.filter((key) => key === '').length;
  const put = (key: string, at: number) => {
    set(tiles.with(at, key));
    const next = tiles.findIndex((each, index) => each === '' && index !== at);
    if (next !== -1) setChosen(next);
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(null);
    const { types } = event.dataTransfer;
    if (types.includes(FROM_TILE)) set(exchanged(tiles, { from: Number(event.dataTransfer.getData(FROM_TILE)), to }));
    else if (types.includes(FROM_TRAY)) put(event.dataTransfer.getData(FROM_TRAY), to);
  };
  const key = (event: KeyboardEvent, from: number) => {
    const step = steps(columns)[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') set(tiles.with(from, ''));
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setChosen(from);
    }
    if (step === undefined) return;
    const to = from + step;
    const sameRow = Math.floor(from / columns) === Math.floor(to / columns);
    if (to < 0 || to >= tiles.length || (Math.abs(step) === 1 && columns > 1 && !sameRow)) return;
    event.preventDefault();
    set(exchanged(tiles, { from, to }));
    setChosen(to);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-tile="${to}"]`)?.focus();
  };
  return (
    <>
      <fieldset className="plain stack">
        <legend>{word('wallGrid')}</legend>
        <p className="small quiet">{word('wallGridText')}</p>
        <TileGrid rows={rows} columns={columns} gap={value.state === 'spliced' ? 2 : 6}>
          {(index) => {
            const receiver = tiles[index] ?? '';
            const name = receiver === '' ? word('emptyTile') : site.labelOf(receiver);
            const place = { row: Math.floor(index / columns) + 1, column: (index % columns) + 1 };
            return (
              // biome-ignore lint/a11y/useSemanticElements: browsers do not drag a button
              <div
                key={index}
                role="button"
                tabIndex={0}
                data-tile={index}
                data-over={over === index}
                className={receiver === '' ? 'tile empty-tile' : 'tile'}
                aria-pressed={chosen === index}
                aria-label={word('tile', { ...place, name })}
                draggable={receiver !== ''}
                onDragStart={({ dataTransfer }) => dataTransfer.setData(FROM_TILE, String(index))}
                onDragOver={(event) => {
                  event.preventDefault();
                  setOver(index);
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => drop(event, index)}
                onClick={() => setChosen(index)}
                onKeyDown={(event) => key(event, index)}
              >
                {receiver !== '' && <TilePicture device={receiver} index={index} wall={value} label={name} />}
                <span className="tile-name clip">{name}</span>
              </div>
            );
          }}
        </TileGrid>
        {empty > 0 && <p className="callout warn">{word('wallIncomplete', { count: empty })}</p>}
      </fieldset>
      <DeviceTray
        title={word('freeReceivers')}
        devices={free}
        site={site}
        none={word('noFreeReceivers')}
        put={(receiver) => put(receiver, chosen)}
      />
    </>
  );
}

const steps = (columns: number): Readonly<Record<string, number>> => ({
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
});
