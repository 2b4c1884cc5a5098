import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { Preview } from '../../parts/preview.tsx';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import type { SitePlace } from './site-places.ts';

const names = { seat: 'seat', desk: 'desk', wall: 'wall' } as const;

/** Pixels of a display's picture; a card is as wide as its displays beside each other. */
const DISPLAY_WIDTH = 240;
/** A wall of more breaks its pictures into lines. */
const BESIDE_MAX = 4;

/** A desk or wall: who sits there, what each display shows, live, and the way to its console. */
export function PlaceCard({ place, site }: { readonly place: SitePlace; readonly site: SiteView }): ReactNode {
  const operator = place.receivers.map(({ key }) => site.operatorAt(key)).find((each) => each !== undefined);
  const beside = Math.max(1, Math.min(BESIDE_MAX, place.receivers.length));
  return (
    <article
      className="card stack place"
      data-place={place.name}
      data-beside={beside}
      style={{ flexGrow: beside, flexBasis: beside * DISPLAY_WIDTH }}
    >
      <div className="row place-head">
        <div className="grow">
          <h3 className="name clip" title={place.name}>
            {place.name}
          </h3>
          <div className="small quiet clip">
            {word(names[place.type])}
            {place.type !== 'wall' && (
              <>
                {' · '}
                {operator === undefined ? word('nobody') : <bdi className="strong signed-in">{operator.name}</bdi>}
              </>
            )}
          </div>
        </div>
        <Button
          component="a"
          href={place.path}
          variant="light"
          size="compact-sm"
          leftSection={<Icon name="screen" size={15} />}
          aria-label={`${word(place.type === 'seat' ? 'openSeat' : 'open')} · ${place.name}`}
        >
          {word('openShort')}
        </Button>
      </div>
      <ul className="displays">
        {place.receivers.map((device) => (
          <Display key={device.key} device={device} site={site} />
        ))}
      </ul>
    </article>
  );
}

function Display({ device, site }: { readonly device: Device; readonly site: SiteView }): ReactNode {
  return (
    <li>
      <Preview device={device.key} label={labelOf(device)} />
      <div className="row tight">
        <OnlineMark online={site.isOnline(device.key)} />
        <Link
          className="link clip grow small"
          href={`/devices?device=${encodeURIComponent(device.key)}`}
          title={labelOf(device)}
        >
          <span className="number">{device.id}</span> {device.name}
        </Link>
      </div>
      <Shown receiver={device.key} site={site} />
    </li>
  );
}

/** What is wanted, and beside it what is not yet so. */
function Shown({ receiver, site }: { readonly receiver: string; readonly site: SiteView }): ReactNode {
  const route = site.routeOf(receiver);
  const source = site.devices.get(route?.attempt ?? route?.transmitter ?? '');
  if (source === undefined) return null;
  const live = route?.status?.type === 'live';
  const tone = route?.attempt != null ? 'info' : live ? 'good' : 'warn';
  const late = tone === 'warn' ? ` · ${word('notShownYet')}` : '';
  return (
    <span className={`chip ${tone} clip`} title={labelOf(source) + late}>
      {labelOf(source)}
      {tone === 'info' ? '…' : late}
    </span>
  );
}
