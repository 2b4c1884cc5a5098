import { type ReactNode, useEffect, useState } from 'react';
import { decimal, percent } from '../../language/format.ts';
import { type PlainWord, word } from '../../language/words.ts';
import { type FigureSample, useHistory } from '../../live/box-figures.ts';
import { bitRateText } from './picture-words.ts';
import { type Point, Sparkline } from './sparkline.tsx';

interface Curve {
  readonly name: PlainWord;
  readonly of: (sample: FigureSample) => number | null;
  readonly text: (value: number) => string;
  readonly floor: number;
}

const curves: readonly Curve[] = [
  { name: 'bitRate', of: ({ bitsPerSecond }) => bitsPerSecond, text: bitRateText, floor: 500_000 },
  {
    name: 'delay',
    of: ({ delay }) => delay,
    text: (value) => word('milliseconds', { count: decimal(value) }),
    floor: 20,
  },
  { name: 'loss', of: ({ loss }) => loss, text: percent, floor: 0.02 },
];

/** The figures of the last minutes, as far as this page was open. */
export function BoxHistory({ fingerprint }: { readonly fingerprint: string }): ReactNode {
  const history = useHistory(fingerprint);
  const now = useNow();
  const drawn = curves.flatMap((curve) => {
    const points = history.flatMap((sample): readonly Point[] => {
      const value = curve.of(sample);
      return value === null ? [] : [{ at: sample.at, value }];
    });
    const last = points.at(-1);
    const flat = points.every(({ value }) => value === 0);
    return last === undefined || (flat && curve.name === 'bitRate') ? [] : [{ curve, points, last: last.value }];
  });
  if (drawn.length === 0) return null;
  return (
    <ul className="curves" aria-label={word('lastMinutes')}>
      {drawn.map(({ curve, points, last }) => (
        <li key={curve.name}>
          <span className="row between">
            <span className="small quiet">{word(curve.name)}</span>
            <span className="number strong">{curve.text(last)}</span>
          </span>
          <Sparkline
            points={points}
            floor={curve.floor}
            until={Math.max(now, points.at(-1)?.at ?? now)}
            label={word('curveOf', { name: word(curve.name), value: curve.text(last) })}
          />
        </li>
      ))}
    </ul>
  );
}

/** A box that says nothing is as it was: its curves go on. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

/** Milliseconds. */
const TICK = 2000;
