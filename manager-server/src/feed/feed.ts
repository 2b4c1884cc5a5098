import type { BoxReport } from '@seatmatrix/protocol/domain';

/**
 * What pages are told as it happens. Numbered from 1 a start of the manager; a page that comes back with the last number
 * and the feed's id that it saw gets what it missed, or is told to load everything anew.
 */
export interface Feed {
  publish(event: SiteEvent): void;
  /** For those who listen now; has no number of its own and is not kept: the next one of its kind replaces it. */
  mention(event: PassingEvent): void;
}

/** Figures that always move, of all boxes where they moved lately; `boxes` has them too, for who comes later. */
export interface PassingEvent {
  readonly type: 'figures';
  readonly boxes: readonly { readonly fingerprint: string; readonly report: BoxReport }[];
}

export type SiteEvent =
  /** A resource of the directory is new, changed, or gone (version null). */
  | { readonly type: 'resource'; readonly collection: string; readonly key: string; readonly version: number | null }
  /** A box came, went, or waits to be adopted. */
  | {
      readonly type: 'presence';
      readonly fingerprint: string;
      readonly device: string | null;
      readonly state: 'online' | 'offline' | 'pending';
    }
  /** What a box says of itself is another than before (figures that always move aside): `boxes` has it. */
  | { readonly type: 'report'; readonly fingerprint: string; readonly device: string }
  /** What a receiver is to show and does show. */
  | {
      readonly type: 'route';
      readonly receiver: string;
      readonly transmitter: string | null;
      readonly attempt: string | null;
      readonly status: string | null;
    }
  /** Somebody signed in or out at a seat. */
  | { readonly type: 'session'; readonly seat: string; readonly operator: string | null };
