import type { ReactNode } from 'react';
import { HISTORY_TIME } from '../../live/box-figures.ts';

export interface Point {
  readonly at: number;
  readonly value: number;
}

const WIDTH = 160;
const HEIGHT = 34;
/** Milliseconds; what is shorter is no curve. */
const SPAN_MIN = 20_000;

/**
 * The last minutes of one figure, the newest at the right: each value stands until the next. `floor`: the scale reaches
 * that far at least, so that noise near nothing looks like nothing.
 */
export function Sparkline({
  points,
  floor,
  until,
  label,
}: {
  readonly points: readonly Point[];
  readonly floor: number;
  /** The right end: the newest value stands until here. */
  readonly until: number;
  readonly label: string;
}): ReactNode {
  const top = Math.max(floor, ...points.map(({ value }) => value));
  const begin = points[0]?.at ?? until;
  const span = Math.min(HISTORY_TIME, Math.max(SPAN_MIN, until - begin));
  const x = (at: number) => Math.max(0, WIDTH - ((until - at) / span) * WIDTH);
  const y = (value: number) => HEIGHT - 2 - (value / top) * (HEIGHT - 5);
  const steps = points.map(({ at, value }, index) => {
    const before = points[index - 1];
    return before === undefined
      ? `M${x(at).toFixed(1)} ${y(value).toFixed(1)}`
      : `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`;
  });
  const line = steps.join('');
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
