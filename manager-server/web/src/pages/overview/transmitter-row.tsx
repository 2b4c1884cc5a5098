import type { ReactNode } from 'react';
import type { Device } from '../../api/records.ts';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';

/** A computer's box, its signal, and how many displays show it. */
export function TransmitterRow({ device, site }: { readonly device: Device; readonly site: SiteView }): ReactNode {
  const box = site.boxOf(device.key);
  const shownAt = site.receivers.filter(({ key }) => site.routeOf(key)?.transmitter === device.key);
  const signal = box?.online === true && box.report !== null ? signalWord(box.report.capture) : null;
  return (
    <li className="row">
      <OnlineMark online={site.isOnline(device.key)} />
      <span className="number quiet">{device.id}</span>
      <span className="grow clip">{device.name}</span>
      {signal !== null && <span className="chip warn">{signal}</span>}
      {shownAt.length > 0 && <span className="small quiet number clip">→ {shownAt.map(({ id }) => id).join(' ')}</span>}
    </li>
  );
}
