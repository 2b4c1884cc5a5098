import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useCollection, useSessions } from '../../api/queries.ts';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { GradualList } from '../../parts/gradual-list.tsx';
import { Icon } from '../../shell/icons.tsx';
import { Page } from '../../shell/page.tsx';
import { type SiteView, useSiteView } from '../../site-view.ts';
import { AlarmList } from './alarm-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LatestEvents } from './latest-events.tsx';
import { PlaceCard } from './place-card.tsx';
import { placesFound, sitePlaces } from './site-places.ts';
import { shownAtBy, TransmitterRow } from './transmitter-row.tsx';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 12;
const NONE: readonly Device[] = [];

/** Who sits where and sees what, and what needs somebody. */
export default function OverviewPage(): ReactNode {
  const site = useSiteView();
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const places = useMemo(() => sitePlaces(site.receivers, { seats, walls }), [site, seats, walls]);
  const shownAt = useMemo(() => shownAtBy(site), [site]);
  const sources = useMemo(
    () => [
      ...site.transmitters.filter(({ key }) => shownAt.has(key)),
      ...site.transmitters.filter(({ key }) => !shownAt.has(key)),
    ],
    [site, shownAt],
  );
  const [text, setText] = useState('');
  const found = useMemo(() => placesFound(places, { text, site }), [places, text, site]);
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
        <AlarmList site={site} />
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
          <div className="row between wrap">
            <h2>{word('consoles')}</h2>
            {places.length > SEARCHED_FROM && (
              <TextInput
                type="search"
                aria-label={word('searchPlaces')}
                placeholder={word('searchPlaces')}
                leftSection={<Icon name="search" size={16} />}
                w={300}
                value={text}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
              />
            )}
          </div>
          {found.length === 0 && <p className="card quiet">{word('noFilterMatch')}</p>}
          <GradualList
            entries={found}
            tag="div"
            endTag="div"
            className="place-cards"
            entry={(place) => <PlaceCard key={place.path} place={place} site={site} />}
          />
        </section>
        <div className="columns">
          <section className="stack">
            <h2>{word('connections')}</h2>
            <div className="card flush scroll sources">
              <GradualList
                entries={sources}
                tag="ul"
                endTag="li"
                className="rows"
                entry={(device) => (
                  <TransmitterRow
                    key={device.key}
                    device={device}
                    shownAt={shownAt.get(device.key) ?? NONE}
                    site={site}
                  />
                )}
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
