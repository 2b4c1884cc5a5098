import type { OperatorKey, SessionId } from '@seatmatrix/protocol/domain';
import type { BoxSide, SessionView } from '../api/box-side.ts';
import type { Directory } from '../directory/directory.ts';
import type { SiteFeed } from '../feed/index.ts';
import type { Sightings } from './sightings.ts';

export interface DeskSightingsOptions {
  readonly boxSide: Pick<BoxSide, 'sessions'>;
  readonly directory: Pick<Directory, 'snapshot'>;
  readonly feed: Pick<SiteFeed, 'subscribe'>;
  readonly sightings: Sightings;
}

interface Known {
  readonly operator: OperatorKey;
  readonly where: string;
}

/** Notes who came to a desk and who left one, as the site's events tell it. */
export function noteDesks({ boxSide, directory, feed, sightings }: DeskSightingsOptions): { end(): void } {
  const now = (): ReadonlyMap<SessionId, Known> =>
    new Map(
      boxSide
        .sessions()
        .map((session) => [session.id, { operator: session.operator, where: placeOf(session) }] as const),
    );
  const placeOf = ({ seat, receivers: [receiver] }: SessionView): string => {
    const { devices, seats } = directory.snapshot;
    const device = receiver === undefined ? undefined : devices.get(receiver)?.value;
    const name = seat === null ? undefined : seats.get(seat)?.value.name;
    return name ?? (device === undefined ? '' : `${device.id} ${device.name}`);
  };
  let known = now();
  return feed.subscribe(null, (message) => {
    if (message.type !== 'event' || message.event.type !== 'session') return;
    const before = known;
    known = now();
    const changed = [...[...before].filter(([id]) => !known.has(id)), ...[...known].filter(([id]) => !before.has(id))];
    for (const [, { operator, where }] of changed) {
      if (directory.snapshot.operators.has(operator)) sightings.atDesk(operator, where);
    }
  });
}
