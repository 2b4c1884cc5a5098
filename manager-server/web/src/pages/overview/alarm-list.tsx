import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { Device } from '../../api/records.ts';
import { type PlainWord, word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { twinPlaces } from '../../parts/twin-place.ts';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import { type Alarm, type AlarmType, alarmsOf } from './alarms.ts';
import { useLateReceivers } from './late-receivers.ts';

/** Of one kind; who wants all of them has the list of devices. */
const NAMED = 8;

const looks: Readonly<Record<AlarmType, { readonly tone: 'bad' | 'warn'; readonly name: PlainWord }>> = {
  twins: { tone: 'bad', name: 'alarmTwins' },
  offline: { tone: 'bad', name: 'alarmOffline' },
  hot: { tone: 'bad', name: 'alarmHot' },
  notShown: { tone: 'warn', name: 'alarmNotShown' },
  noSignal: { tone: 'warn', name: 'alarmNoSignal' },
};

/** What needs somebody, or the good news that nothing does. */
export function AlarmList({ site }: { readonly site: SiteView }): ReactNode {
  const late = useLateReceivers(site);
  const alarms = useMemo(() => alarmsOf(site, late), [site, late]);
  if (alarms.length === 0) {
    return (
      <p className="card all-well row" role="status" data-alarms="none">
        <Icon name="check" />
        <span className="strong">{word('allWell')}</span>
        <span className="quiet">{word('allWellText')}</span>
      </p>
    );
  }
  return (
    <section className="card flush alarms" role="alert" aria-label={word('alarms')} data-alarms={alarms.length}>
      <ul className="rows">
        {alarms.map((alarm) => (
          <AlarmRow key={alarm.type} alarm={alarm} site={site} />
        ))}
      </ul>
    </section>
  );
}

function AlarmRow({ alarm: { type, devices }, site }: { readonly alarm: Alarm; readonly site: SiteView }): ReactNode {
  const { tone, name } = looks[type];
  const rest = devices.length - NAMED;
  return (
    <li className={`alarm ${tone}`} data-alarm={type}>
      <Icon name="warn" />
      <span className="alarm-name strong">
        {word(name)}
        <span className="number quiet"> {devices.length}</span>
      </span>
      <span className="alarm-devices">
        {devices.slice(0, NAMED).map((device) => (
          <DeviceLink key={device.key} device={device} text={detailOf(type, { device, site })} />
        ))}
        {rest > 0 && (
          <Link className="link" href="/devices">
            {word('andMore', { count: rest })}
          </Link>
        )}
      </span>
    </li>
  );
}

const DeviceLink = ({ device, text }: { readonly device: Device; readonly text: string }): ReactNode => (
  <span>
    <Link className="link" href={`/devices?device=${encodeURIComponent(device.key)}`}>
      {labelOf(device)}
    </Link>
    {text !== '' && <span className="quiet small any"> {text}</span>}
  </span>
);

function detailOf(type: AlarmType, { device, site }: { readonly device: Device; readonly site: SiteView }): string {
  switch (type) {
    case 'twins':
      return twinPlaces(site.boxOf(device.key)?.twins ?? []);
    case 'hot': {
      const degrees = site.boxOf(device.key)?.report?.temperature ?? null;
      return degrees === null ? '' : word('degrees', { count: Math.round(degrees) });
    }
    case 'notShown':
      return word('alarmWants', { transmitter: site.labelOf(site.routeOf(device.key)?.transmitter ?? '') });
    case 'offline':
    case 'noSignal':
      return '';
  }
}
