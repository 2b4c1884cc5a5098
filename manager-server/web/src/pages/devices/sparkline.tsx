import type { ReactNode } from 'react';
import { HISTORY_TIME } from '../../live/box-figures.ts';

export interface Point {
  readonly at: number;
  readonly value: number;
}

const WIDTH = 160;
const HEIGHT = 34;

/**
 * The last minutes of one figure, the newest at the right: each value stands until the next. `floor`: the scale reaches
 * that far at least, so that noise near nothing looks like nothing.
 */
export function Sparkline({
  points,
  floor,
  label,
}: {
  readonly points: readonly Point[];
  readonly floor: number;
  readonly label: string;
}): ReactNode {
  const until = points.at(-1)?.at ?? 0;
  const top = Math.max(floor, ...points.map(({ value }) => value));
  const x = (at: number) => WIDTH - ((until - at) / HISTORY_TIME) * WIDTH;
  const y = (value: number) => HEIGHT - 2 - (value / top) * (HEIGHT - 5);
  const steps = points.map(({ at, value }, index) => {
    const before = points[index - 1];
    return before === undefined
      ? `M${x(at).toFixed(1)} ${y(value).toFixed(1)}`
      : `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`;
  });
  const line = steps.join('');
  const begin = points[0]?.at ?? until;
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <path className="area" d={`${line}H${WIDTH}V${HEIGHT}H${x(begin).toFixed(1)}Z`} />
      <path className="line" d={`${line}H${WIDTH}`} />
    </svg>
  );
}
