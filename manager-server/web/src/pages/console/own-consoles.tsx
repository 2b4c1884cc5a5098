import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type OwnConsoles, useConsoles } from '../../api/account-queries.ts';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import { Empty, Page } from '../../shell/page.tsx';
import { receiverConsole, seatConsole } from './console-place.ts';

type Receiver = OwnConsoles['receivers'][number];
type Refusal = NonNullable<Receiver['refusal']>;

interface Place {
  readonly name: string;
  readonly path: string;
  readonly receivers: readonly Receiver[];
}

/** An operator's first page: the desks that are his to open, and why the others are not. */
export default function OwnConsolesPage(): ReactNode {
  const { receivers, seats } = useConsoles();
  const byKey = new Map(receivers.map((receiver) => [receiver.key, receiver]));
  const whole = seats.map(
    ({ name, receivers: keys }): Place => ({
      name,
      path: seatConsole(name),
      receivers: keys.flatMap((key) => byKey.get(key) ?? []),
    }),
  );
  const single = receivers.map(
    (receiver): Place => ({
      name: `${receiver.id} ${receiver.name}`,
      path: receiverConsole(receiver.id),
      receivers: [receiver],
    }),
  );
  return (
    <Page title={word('myConsoles')} text={word('myConsolesText')}>
      {receivers.length === 0 && (
        <div className="card">
          <Empty title={word('noConsoles')} text={word('noConsolesText')} />
        </div>
      )}
      <div className="stack wide">
        {whole.length > 0 && <Places title={word('wholeSeats')} places={whole} />}
        {single.length > 0 && <Places title={word('ownSingleDesks')} places={single} />}
      </div>
    </Page>
  );
}

function Places({ title, places }: { readonly title: string; readonly places: readonly Place[] }): ReactNode {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <div className="cards">
        {places.map((place) => (
          <PlaceCard key={place.path} place={place} />
        ))}
      </div>
    </section>
  );
}

function PlaceCard({ place: { name, path, receivers } }: { readonly place: Place }): ReactNode {
  // Of a seat with one display away the others are worth opening.
  const refusal = receivers.some((each) => each.refusal === 'taken')
    ? 'taken'
    : receivers.every((each) => each.refusal === 'offline')
      ? 'offline'
      : null;
  const mine = receivers.some((each) => each.mine);
  return (
    <article className="card stack" data-console={path}>
      <div className="row between">
        <h3 className="clip" title={name}>
          {name}
        </h3>
        <State refusal={refusal} mine={mine} />
      </div>
      {receivers.length > 1 && (
        <span className="quiet small">
          {word('screens', { count: receivers.length })} · {receivers.map(({ id }) => id).join(' ')}
        </span>
      )}
      {refusal === null ? (
        <div className="row wrap foot">
          <Button component="a" href={path} leftSection={<Icon name="screen" size={16} />}>
            {word('consoleOpenHere')}
          </Button>
          <Button component="a" href={path} target="_blank" rel="noreferrer" variant="default">
            {word('consoleOpenTab')}
          </Button>
        </div>
      ) : (
        <p className="quiet foot">{word(refusal === 'taken' ? 'consoleTakenText' : 'consoleOfflineText')}</p>
      )}
    </article>
  );
}

function State({ refusal, mine }: { readonly refusal: Refusal | null; readonly mine: boolean }): ReactNode {
  if (mine) return <span className="chip good">{word('consoleMine')}</span>;
  if (refusal === 'taken') return <span className="chip warn">{word('consoleTaken')}</span>;
  if (refusal === 'offline') return <span className="chip bad">{word('consoleOffline')}</span>;
  return <span className="chip info">{word('consoleFree')}</span>;
}
