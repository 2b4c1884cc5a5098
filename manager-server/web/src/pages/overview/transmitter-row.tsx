import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Device } from '../../api/records.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { Preview } from '../../parts/preview.tsx';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';

/** Displays that a row names; the others are counted. */
const NAMED = 6;

/** A computer's live picture, its signal, and the displays that show it. */
export function TransmitterRow({
  device,
  shownAt,
  site,
}: {
  readonly device: Device;
  readonly shownAt: readonly Device[];
  readonly site: SiteView;
}): ReactNode {
  const box = site.boxOf(device.key);
  const signal = box?.online === true && box.report !== null ? signalWord(box.report.capture) : null;
  return (
    <li className="row source" data-source={device.id}>
      <div className="source-picture">
        <Preview device={device.key} label={labelOf(device)} />
      </div>
      <div className="grow">
        <div className="row tight">
          <OnlineMark online={site.isOnline(device.key)} />
          <Link
            className="link clip"
            href={`/devices?device=${encodeURIComponent(device.key)}`}
            title={labelOf(device)}
          >
            <span className="number">{device.id}</span> {device.name}
          </Link>
          {signal !== null && <span className="chip warn">{signal}</span>}
        </div>
        {shownAt.length > 0 && (
          <div className="to small">
            <span aria-hidden="true">→</span>
            {shownAt.slice(0, NAMED).map((receiver) => (
              <span key={receiver.key} className="chip plain clip" title={labelOf(receiver)}>
                {labelOf(receiver)}
              </span>
            ))}
            {shownAt.length > NAMED && <span className="quiet number">+{shownAt.length - NAMED}</span>}
          </div>
        )}
      </div>
    </li>
  );
}

/** Which displays are to show each transmitter, by ID. */
export function shownAtBy(site: SiteView): ReadonlyMap<string, readonly Device[]> {
  const shown = new Map<string, Device[]>();
  for (const receiver of site.receivers) {
    const transmitter = site.routeOf(receiver.key)?.transmitter;
    if (transmitter == null) continue;
    const at = shown.get(transmitter) ?? [];
    at.push(receiver);
    shown.set(transmitter, at);
  }
  return shown;
}
