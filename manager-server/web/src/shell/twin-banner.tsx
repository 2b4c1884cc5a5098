import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAccount, useTwins } from '../api/queries.ts';
import { word } from '../language/words.ts';
import { twinPlaces } from '../parts/twin-place.ts';
import { Icon } from './icons.tsx';

/** On every page until it is over: both boxes are kept out, and one of them is perhaps not the site's. */
export function TwinBanner(): ReactNode {
  const { role } = useAccount();
  // The list of boxes is not told to operators.
  return role === 'operator' ? null : <Banner />;
}

function Banner(): ReactNode {
  const twins = useTwins();
  const [first] = twins;
  if (first === undefined) return null;
  return (
    <div className="twin-banner" role="alert" data-banner="twins">
      <Icon name="warn" />
      <span className="grow">
        {word('twinsBanner', { addresses: twins.map((box) => twinPlaces(box.twins)).join('; ') })}
      </span>
      <Link href={first.device === null ? '/devices' : `/devices?device=${encodeURIComponent(first.device)}`}>
        {word('lookAtThem')}
      </Link>
    </div>
  );
}
