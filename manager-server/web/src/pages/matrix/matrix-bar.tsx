import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { word } from '../../language/words.ts';
import type { SiteView } from '../../site-view.ts';
import { receiverConsole } from '../console/console-place.ts';
import { type Crosspoint, shownBy } from './crosspoint.ts';
import { crosspointText, rowText } from './crosspoint-text.ts';
import type { MatrixColumn, MatrixRow } from './matrix-axes.ts';
import { matrixColours } from './matrix-scene.ts';
import { paintMark } from './paint-mark.ts';

/** Where the cursor stands, and what can be done there. */
export function MatrixBar(options: {
  readonly site: SiteView;
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly toggle: () => void;
  readonly push: () => void;
}): ReactNode {
  const { site, row, column, toggle, push } = options;
  const shown = shownBy(site, row);
  const here = shown === column.transmitter.key;
  return (
    <div className="matrix-bar">
      <div className="stack tight grow">
        <strong className="any" role="status">
          {crosspointText(site, row, column)}
        </strong>
        <span className="small quiet any">{rowText(site, row)}</span>
      </div>
      <Button variant={here ? 'default' : 'filled'} onClick={toggle} rightSection={<kbd>Enter</kbd>}>
        {word(here ? 'disconnectAction' : 'connectAction')}
      </Button>
      <Button variant="light" disabled={shown === null} onClick={push} rightSection={<kbd>P</kbd>}>
        {word('pushAction')}
      </Button>
      <Button variant="default" component="a" href={receiverConsole(row.receiver.id)}>
        {word('open')}
      </Button>
    </div>
  );
}

/** What the marks mean, drawn by the painter itself. */
export function MatrixLegend(): ReactNode {
  return (
    <ul className="matrix-legend small quiet" aria-label={word('legend')}>
      {legend.map(([name, crosspoint]) => (
        <li key={name} className="row">
          <Mark crosspoint={crosspoint} />
          {word(name)}
        </li>
      ))}
    </ul>
  );
}

const legend = [
  ['legendLive', { type: 'live', keys: true }],
  ['legendWithoutPicture', { type: 'without-picture', capture: null }],
  ['legendAttempt', { type: 'attempt' }],
  ['legendWanted', { type: 'wanted', reason: 'opening' }],
  ['legendFailed', { type: 'wanted', reason: 'link-failed' }],
] as const satisfies readonly (readonly [string, Crosspoint])[];

const SIZE = 16;

function Mark({ crosspoint }: { readonly crosspoint: Crosspoint }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || canvas.current === null) return;
    const scale = canvas.current.width / SIZE;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, SIZE, SIZE);
    paintMark(context, { crosspoint, x: SIZE / 2, y: SIZE / 2, size: 14, colours: matrixColours(canvas.current) });
  });
  return <canvas ref={canvas} width={SIZE * 2} height={SIZE * 2} />;
}
