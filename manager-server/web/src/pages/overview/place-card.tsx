import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import type { SitePlace } from './site-places.ts';

const names = { seat: 'seat', desk: 'desk', wall: 'wall' } as const;

/** A desk or wall: who sits there, what each display shows, and the way to its console. */
export function PlaceCard({ place, site }: { readonly place: SitePlace; readonly site: SiteView }): ReactNode {
  const operator = place.receivers.map(({ key }) => site.operatorAt(key)).find((each) => each !== undefined);
  return (
    <article className="card stack" data-place={place.name}>
      <div>
        <div className="small quiet">
          {word(names[place.type])}
          {place.type !== 'wall' && (
            <>
              {' · '}
              {operator === undefined ? word('nobody') : <bdi className="strong">{operator.name}</bdi>}
            </>
          )}
        </div>
        <h3 className="name">{place.name}</h3>
      </div>
      <ul className="shows">
        {place.receivers.map((device) => (
          <li key={device.key} className="row">
            <OnlineMark online={site.isOnline(device.key)} />
            <span className="number quiet">{device.id}</span>
            <span className="grow clip">{device.name}</span>
            <Shown receiver={device.key} site={site} />
          </li>
        ))}
      </ul>
      <div className="foot">
        <Button component="a" href={place.path} variant="light" leftSection={<Icon name="screen" size={16} />}>
          {word(place.type === 'seat' ? 'openSeat' : 'open')}
        </Button>
      </div>
    </article>
  );
}

/** What is wanted, and beside it what is not yet so. */
function Shown({ receiver, site }: { readonly receiver: string; readonly site: SiteView }): ReactNode {
  const route = site.routeOf(receiver);
  if (route?.attempt != null) return <span className="chip info">{site.devices.get(route.attempt)?.id}…</span>;
  if (route?.transmitter == null) return null;
  const live = route.status?.type === 'live';
  const source = site.devices.get(route.transmitter);
  return (
    <span
      className={live ? 'chip good' : 'chip warn'}
      title={`${source?.id ?? ''} ${source?.name ?? ''}${live ? '' : ` · ${word('notShownYet')}`}`}
    >
      {source?.id}
    </span>
  );
}
