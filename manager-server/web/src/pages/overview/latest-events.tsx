import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { answerOf, api } from '../../api/client.ts';
import { useAccount, useCollection } from '../../api/queries.ts';
import type { AuditEntry } from '../../api/records.ts';
import { dateTime, time } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { type HeardEvent, PAGE_OPENED, useLatestEvents } from '../../live/latest-events.ts';
import { rolesOf } from '../../shell/role-pages.ts';
import type { SiteView } from '../../site-view.ts';
import { actorName, auditSentence } from './audit-sentence.ts';
import { type Named, Sentence } from './event-sentence.tsx';

/** As many as are worth a look back. */
const SHOWN = 60;
const DAY = 86_400_000;

interface Told {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly named: Readonly<Record<string, Named>>;
  readonly refused: boolean;
}

interface Names {
  readonly device: (key: string) => Named;
  readonly operator: (key: string) => Named;
  readonly seat: (key: string) => Named;
  /** Of what the audit names by its text. */
  readonly object: (text: string) => Named;
}

/** What happens while the page is open, and before it what the audit has, for those who may read it. */
export function LatestEvents({ site }: { readonly site: SiteView }): ReactNode {
  const heard = useLatestEvents();
  const names = useNames(site);
  const { role } = useAccount();
  const mayRead = rolesOf('/audit').includes(role);
  const before = useQuery({ queryKey: ['audit', 'before'], queryFn: entriesBefore, enabled: mayRead }).data ?? [];
  const told = [
    ...heard.flatMap((each) => eventTold(each, names)),
    ...before.flatMap((entry) => entryTold(entry, names)),
  ].slice(0, SHOWN);
  if (told.length === 0) {
    return <p className="card quiet">{word(mayRead ? 'noEventsAtAll' : 'noEventsYet')}</p>;
  }
  return (
    <div className="card flush">
      <ol className="rows events scroll">
        {told.map(({ key, at, text, named, refused }) => (
          <li key={key} className="row" data-refused={refused}>
            <time className="small quiet number" dateTime={new Date(at).toISOString()} title={dateTime(at)}>
              {Date.now() - at < DAY ? time(at) : dateTime(at)}
            </time>
            <span className="grow any">
              <Sentence text={text} named={named} />
            </span>
          </li>
        ))}
      </ol>
      {mayRead && (
        <p className="foot-line small">
          <Link className="link" href="/audit">
            {word('wholeAudit')}
          </Link>
        </p>
      )}
    </div>
  );
}

async function entriesBefore(): Promise<readonly AuditEntry[]> {
  return (await answerOf(api.GET('/api/audit', { params: { query: { limit: SHOWN, until: PAGE_OPENED } } }))).items;
}

function useNames(site: SiteView): Names {
  const operators = useCollection('operators');
  const seats = useCollection('seats');
  const device = (key: string): Named => ({
    text: site.labelOf(key),
    path: site.devices.has(key) ? `/devices?device=${encodeURIComponent(key)}` : null,
  });
  return {
    device,
    operator: (key) => ({ text: operators.get(key)?.name ?? key, path: null }),
    seat: (key) => (seats.has(key) ? { text: seats.get(key)?.name ?? key, path: '/places' } : device(key)),
    object(text) {
      const found = [...site.devices.values()].find(({ id, name }) => text === id || text === `${id} ${name}`);
      return found === undefined ? { text, path: null } : device(found.key);
    },
  };
}

function entryTold(entry: AuditEntry, names: Names): readonly Told[] {
  const text = auditSentence(entry);
  if (text === null) return [];
  const named = { actor: { text: actorName(entry.actor), path: null }, object: names.object(entry.object) };
  return [{ key: `audit ${entry.number}`, at: entry.at, text, named, refused: entry.outcome === 'refused' }];
}

function eventTold({ number, at, event }: HeardEvent, names: Names): readonly Told[] {
  const told = eventSentence(event, names);
  return told === null ? [] : [{ key: `event ${number}`, at, refused: false, ...told }];
}

function eventSentence(event: HeardEvent['event'], names: Names): Pick<Told, 'text' | 'named'> | null {
  switch (event.type) {
    case 'presence': {
      const stranger = { text: event.fingerprint.slice(0, 8), path: '/devices' };
      const name = event.device === null ? stranger : names.device(event.device);
      const text = { pending: 'eventPending', online: 'eventOnline', offline: 'eventOffline' } as const;
      return { text: word(text[event.state], { name: '{name}' }), named: { name } };
    }
    case 'route': {
      // An attempt is not what happened yet.
      if (event.attempt !== null) return null;
      const receiver = names.device(event.receiver);
      if (event.transmitter === null) {
        return { text: word('eventNothingShown', { receiver: '{receiver}' }), named: { receiver } };
      }
      const blank = { receiver: '{receiver}', transmitter: '{transmitter}' };
      return { text: word('eventShows', blank), named: { receiver, transmitter: names.device(event.transmitter) } };
    }
    case 'session': {
      const seat = names.seat(event.seat);
      if (event.operator === null) return { text: word('eventSignedOut', { seat: '{seat}' }), named: { seat } };
      const blank = { seat: '{seat}', operator: '{operator}' };
      return { text: word('eventSignedIn', blank), named: { seat, operator: names.operator(event.operator) } };
    }
    case 'resource':
    case 'report':
    case 'figures':
      return null;
  }
}
