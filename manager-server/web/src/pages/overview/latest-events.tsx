import type { ReactNode } from 'react';
import { useCollection } from '../../api/queries.ts';
import { time } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { type HeardEvent, useLatestEvents } from '../../live/latest-events.ts';
import type { SiteView } from '../../site-view.ts';

/** What happens while the page is open; the audit has all of it. */
export function LatestEvents({ site }: { readonly site: SiteView }): ReactNode {
  const heard = useLatestEvents();
  const operators = useCollection('operators');
  const seats = useCollection('seats');
  const told = heard.flatMap(({ number, at, event }) => {
    const text = eventText(event, {
      site,
      operator: (key) => operators.get(key)?.name ?? key,
      seat: (key) => seats.get(key)?.name ?? site.labelOf(key),
    });
    return text === null ? [] : [{ number, at, text }];
  });
  if (told.length === 0) return <p className="card quiet">{word('noEventsYet')}</p>;
  return (
    <div className="card flush scroll">
      <ol className="rows">
        {told.map(({ number, at, text }) => (
          <li key={number} className="row">
            <time className="small quiet number">{time(at)}</time>
            <span className="grow any">{text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function eventText(
  event: HeardEvent['event'],
  names: {
    readonly site: SiteView;
    readonly operator: (key: string) => string;
    readonly seat: (key: string) => string;
  },
): string | null {
  const { site } = names;
  switch (event.type) {
    case 'presence': {
      const name = event.device === null ? event.fingerprint.slice(0, 8) : site.labelOf(event.device);
      if (event.state === 'pending') return word('eventPending', { name });
      return word(event.state === 'online' ? 'eventOnline' : 'eventOffline', { name });
    }
    case 'route': {
      const receiver = site.labelOf(event.receiver);
      // An attempt is not what happened yet.
      if (event.attempt !== null) return null;
      if (event.transmitter === null) return word('eventNothingShown', { receiver });
      return word('eventShows', { receiver, transmitter: site.labelOf(event.transmitter) });
    }
    case 'session': {
      const seat = names.seat(event.seat);
      if (event.operator === null) return word('eventSignedOut', { seat });
      return word('eventSignedIn', { seat, operator: names.operator(event.operator) });
    }
    case 'resource':
    case 'report':
      return null;
  }
}
