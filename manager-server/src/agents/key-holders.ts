import type { Fingerprint } from '@seatmatrix/protocol/domain';
import { between, type Clock, type Duration, type Instant, seconds } from '@seatmatrix/protocol/kernel';
import type { ControlSession } from '@seatmatrix/protocol/link';

/** Longer than the 30 s that a box waits at most between two tries: a holder that is still there comes within it. */
export const HOLDER_MEMORY: Duration = seconds(35);

interface Holders {
  /** Where this key came from lately, and when. */
  readonly places: Map<string, Instant>;
  /** Those of them that another place pushed off a running link. */
  readonly displaced: Set<string>;
  twins: boolean;
}

/**
 * From where each box's key is used. A place that was pushed away by another and comes back is the proof that two boxes
 * hold one key (a copied disk): from then on neither is let in, for as long as both are still heard. One box that
 * moved, or restarted, never comes back from where it was.
 */
export class KeyHolders {
  readonly #clock: Clock;
  readonly #boxes = new Map<Fingerprint, Holders>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `found`: that there are two shows just now. `twins`: it is known, and the second is still about. */
  arrived(session: ControlSession, running: ControlSession | null): 'sole' | 'found' | 'twins' {
    const { fingerprint } = session.peer;
    const holders = this.#boxes.get(fingerprint) ?? { places: new Map(), displaced: new Set(), twins: false };
    this.#boxes.set(fingerprint, holders);
    const now = this.#clock.now();
    const place = placeOf(session);
    holders.places.set(place, now);
    for (const [known, heard] of holders.places) {
      if (between(heard, now) < HOLDER_MEMORY) continue;
      holders.places.delete(known);
      holders.displaced.delete(known);
    }
    if (holders.twins && holders.places.size > 1) return 'twins';
    holders.twins = false;
    const pushed = running === null ? place : placeOf(running);
    if (pushed === place) return 'sole';
    holders.twins = holders.displaced.has(place);
    // A link may have run for long: its place is heard until now.
    holders.places.set(pushed, now);
    holders.displaced.add(pushed);
    return holders.twins ? 'found' : 'sole';
  }

  /** The places that use this key, when it is known that there are two and both were heard lately; none otherwise. */
  twinsOf(box: Fingerprint): readonly string[] {
    const holders = this.#boxes.get(box);
    if (holders?.twins !== true) return [];
    const now = this.#clock.now();
    const about = [...holders.places].filter(([, heard]) => between(heard, now) < HOLDER_MEMORY);
    return about.length > 1 ? about.map(([place]) => place) : [];
  }

  forget(box: Fingerprint): void {
    this.#boxes.delete(box);
  }
}

/** The port that a connection comes from is another each time; the one that its peer link listens on is the box's own. */
function placeOf({ peer: { address }, hello: { peer } }: ControlSession): string {
  return `${address.slice(0, address.lastIndexOf(':'))} ${peer.host}:${peer.port}`;
}
