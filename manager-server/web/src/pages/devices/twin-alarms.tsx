import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { twinPlaces } from '../../parts/twin-place.ts';
import type { SiteView } from '../../site-view.ts';

/** Loud, because both boxes are kept out until somebody acts. */
export function TwinAlarms({ site }: { readonly site: SiteView }): ReactNode {
  const twins = [...site.devices.keys()].flatMap((device) => {
    const addresses = site.boxOf(device)?.twins ?? [];
    return addresses.length === 0 ? [] : [{ device, addresses }];
  });
  if (twins.length === 0) return null;
  return (
    <div className="card loud stack" role="alert" data-alarm="twins">
      <h2>{word('twinsTitle')}</h2>
      {twins.map(({ device, addresses }) => (
        <p key={device} className="any">
          {word('twinsText', { device: site.labelOf(device), addresses: twinPlaces(addresses) })}
        </p>
      ))}
    </div>
  );
}
