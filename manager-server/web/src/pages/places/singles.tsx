import type { ReactNode } from 'react';
import { GradualList } from '../../parts/gradual-list.tsx';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { Preview } from '../../parts/preview.tsx';
import type { SiteView } from '../../site-view.ts';

/** Devices that stand alone, with what they show: what seats, walls and sources can be made of. */
export function Singles({
  title,
  text,
  devices,
  site,
}: {
  readonly title: string;
  readonly text: string;
  readonly devices: readonly string[];
  readonly site: SiteView;
}): ReactNode {
  if (devices.length === 0) return null;
  return (
    <section className="singles-card card">
      <h2>{title}</h2>
      <p className="quiet small">{text}</p>
      <GradualList
        entries={devices}
        tag="ul"
        endTag="li"
        className="singles-list"
        entry={(key) => (
          <li key={key} className="single" data-single={site.devices.get(key)?.id}>
            <Preview device={key} label={site.labelOf(key)} />
            <span className="row small">
              <OnlineMark online={site.isOnline(key)} />
              <span className="clip" title={site.labelOf(key)}>
                {site.labelOf(key)}
              </span>
            </span>
            {site.operatorAt(key) !== undefined && (
              <span className="chip info plain single-operator">{site.operatorAt(key)?.name}</span>
            )}
          </li>
        )}
      />
    </section>
  );
}
