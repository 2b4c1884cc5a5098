import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { useCollection, useSessions } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { GradualList } from '../../parts/gradual-list.tsx';
import { Page } from '../../shell/page.tsx';
import { type SiteView, useSiteView } from '../../site-view.ts';
import { FirstSteps } from './first-steps.tsx';
import { LatestEvents } from './latest-events.tsx';
import { PlaceCard } from './place-card.tsx';
import { sitePlaces } from './site-places.ts';
import { TransmitterRow } from './transmitter-row.tsx';

/** Who sits where and sees what, and what needs somebody. */
export default function OverviewPage(): ReactNode {
  const site = useSiteView();
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const places = useMemo(() => sitePlaces(site.receivers, { seats, walls }), [site, seats, walls]);
  if (site.devices.size === 0) {
    return (
      <Page title={word('overview')}>
        <FirstSteps site={site} />
      </Page>
    );
  }
  return (
    <Page title={word('overview')}>
      <div className="stack wide">
        <FirstSteps site={site} />
        <Figures site={site} />
        {site.pending.length > 0 && (
          <div className="callout warn row between wrap" role="status">
            <span>{word('waitingBoxes', { count: site.pending.length })}</span>
            <Button component={Link} href="/devices" size="compact-md">
              {word('lookAtThem')}
            </Button>
          </div>
        )}
        <section className="stack">
          <h2>{word('consoles')}</h2>
          <GradualList
            entries={places}
            tag="div"
            endTag="div"
            className="cards"
            entry={(place) => <PlaceCard key={place.path} place={place} site={site} />}
          />
        </section>
        <div className="columns">
          <section className="stack">
            <h2>{word('transmitters')}</h2>
            <div className="card flush scroll">
              <GradualList
                entries={site.transmitters}
                tag="ul"
                endTag="li"
                className="rows"
                entry={(device) => <TransmitterRow key={device.key} device={device} site={site} />}
              />
            </div>
          </section>
          <section className="stack">
            <h2>{word('latestEvents')}</h2>
            <LatestEvents site={site} />
          </section>
        </div>
      </div>
    </Page>
  );
}

function Figures({ site }: { readonly site: SiteView }): ReactNode {
  const sessions = useSessions();
  const online = (devices: SiteView['transmitters']) => devices.filter(({ key }) => site.isOnline(key)).length;
  const noSignal = site.transmitters.filter(({ key }) => {
    const box = site.boxOf(key);
    return box?.online === true && (box.report?.capture === 'no-signal' || box.report?.capture === 'no-cable');
  }).length;
  const figures = [
    { name: word('transmittersOnline'), value: online(site.transmitters), of: site.transmitters.length },
    { name: word('receiversOnline'), value: online(site.receivers), of: site.receivers.length },
    { name: word('operatorsSignedIn'), value: sessions.length, of: null },
    { name: word('withoutPicture'), value: noSignal, of: null },
  ];
  return (
    <dl className="figures">
      {figures.map(({ name, value, of }) => (
        <div key={name} className={of !== null && value < of ? 'card figure short' : 'card figure'}>
          <dt>{name}</dt>
          <dd>
            {value}
            {of !== null && <small> / {of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
