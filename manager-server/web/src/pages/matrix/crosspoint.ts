import type { Route } from '../../api/records.ts';

/** What one receiver has to do with one transmitter: wanted and actual apart where they differ. */
export type Crosspoint = 'live' | 'wanted' | 'attempt' | 'none';

export function crosspointOf(route: Route | undefined, transmitter: string): Crosspoint {
  if (route === undefined) return 'none';
  if (route.attempt === transmitter) return 'attempt';
  if (route.transmitter !== transmitter) return 'none';
  return route.status?.type === 'live' ? 'live' : 'wanted';
}
