import type { ReactNode } from 'react';
import type { Wall } from '../../api/records.ts';
import { Preview } from '../../parts/preview.tsx';
import type { SiteView } from '../../site-view.ts';

/** Displays side by side, small, each with its number and what it shows. */
export function RowPicture({
  devices,
  site,
  numbered,
}: {
  readonly devices: readonly string[];
  readonly site: SiteView;
  readonly numbered: (index: number) => string;
}): ReactNode {
  return (
    <ol className="row-picture">
      {devices.map((device, index) => (
        <li key={device} data-device={site.devices.get(device)?.id}>
          <Preview device={device} label={site.labelOf(device)} />
          <span className="screen-number">{numbered(index)}</span>
          <span className="small quiet clip">{site.devices.get(device)?.id ?? device}</span>
        </li>
      ))}
    </ol>
  );
}

/** A wall as it hangs: spliced, one picture over all tiles; single, each its own. */
export function WallPicture({ wall, site }: { readonly wall: Wall; readonly site: SiteView }): ReactNode {
  return (
    <div className="wall-picture">
      <TileGrid {...wall} gap={wall.state === 'spliced' ? 2 : 4}>
        {(index) => {
          const device = wall.receivers[index];
          return device === undefined ? null : (
            <TilePicture key={device} device={device} index={index} wall={wall} label={site.labelOf(device)} />
          );
        }}
      </TileGrid>
    </div>
  );
}

export function TileGrid(options: {
  readonly rows: number;
  readonly columns: number;
  readonly gap: number;
  readonly children: (index: number) => ReactNode;
}): ReactNode {
  const { rows, columns, gap, children } = options;
  const style = { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap };
  return (
    <div className="tiles" style={style}>
      {Array.from({ length: rows * columns }, (_, index) => children(index))}
    </div>
  );
}

/** What one tile shows: of a spliced wall its part of the picture. */
export function TilePicture({
  device,
  index,
  wall,
  label,
}: {
  readonly device: string;
  readonly index: number;
  readonly wall: Pick<Wall, 'rows' | 'columns' | 'state'>;
  readonly label: string;
}): ReactNode {
  if (wall.state === 'single') return <Preview device={device} label={label} />;
  const [row, column] = [Math.floor(index / wall.columns), index % wall.columns];
  const style = {
    width: `${wall.columns * 100}%`,
    height: `${wall.rows * 100}%`,
    left: `${-column * 100}%`,
    top: `${-row * 100}%`,
  };
  return (
    <div className="tile-part">
      <div className="tile-whole" style={style}>
        <Preview device={device} label={label} />
      </div>
    </div>
  );
}
