import type { DeviceKey } from '@seatmatrix/protocol/domain';
import { type Instant, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import type { Look, PreviewReason } from './preview-look.ts';

/** How large and how often: the size of a place on a page, and as often as a person looks for a change. */
export const PREVIEW_WIDTH = 320;
export const PREVIEW_INTERVAL = seconds(2);

/** After the last page that looked: who scrolls comes back, and a socket costs the box a handshake. */
export const LINGER = seconds(10);

/** A box that was asked dials within a round trip and a handshake. */
export const ASK_LIMIT = seconds(5);

/** A box whose socket ends, or that says nothing, is asked again so much later. */
export const AGAIN_AFTER = seconds(5);

/** One that did not come at all. */
export const ABSENT_AGAIN_AFTER = seconds(15);

/** One that sent what it should not. */
export const CUT_AGAIN_AFTER = seconds(60);

/** A box says something every interval, if only that nothing changed; two may get lost in a stall. */
export const SILENCE_MAX = milliseconds(PREVIEW_INTERVAL * 3);

/** Frames at once after a stall; in the long run one an interval. */
export const FRAMES_AT_ONCE = 3;

/** Each costs its box a picture every interval and us up to 64 KiB. */
export const SOURCES_MAX = 1024;

export type PageId = number;

export type Phase =
  /** Nothing is asked of it: it is away, or makes no pictures. */
  | { readonly type: 'away' }
  | { readonly type: 'asked'; readonly until: Instant }
  | { readonly type: 'open'; readonly silentAt: Instant; readonly purse: Purse }
  /** It is asked again then. */
  | { readonly type: 'resting'; readonly until: Instant };

export interface Purse {
  readonly left: number;
  readonly at: Instant;
}

/** A transmitter that somebody looks at, or did a moment ago. */
export interface Source {
  readonly phase: Phase;
  /** Null: there is a picture, the runner keeps it. */
  readonly reason: PreviewReason | null;
  /** By page, the devices that show it there. */
  readonly watchers: ReadonlyMap<PageId, ReadonlySet<DeviceKey>>;
  /** Null while somebody looks. */
  readonly endsAt: Instant | null;
}

export interface PreviewState {
  readonly pages: ReadonlyMap<PageId, ReadonlyMap<DeviceKey, Look>>;
  readonly sources: ReadonlyMap<DeviceKey, Source>;
}

export const NO_PREVIEWS: PreviewState = { pages: new Map(), sources: new Map() };

interface Timed {
  readonly now: Instant;
}

export type PreviewInput = Timed &
  (
    | {
        readonly type: 'looks';
        readonly page: PageId;
        /** In place of those before; empty for a page that left. */
        readonly looks: ReadonlyMap<DeviceKey, Look>;
      }
    /** What can be asked of a transmitter has changed, or was found out when it was asked. */
    | { readonly type: 'reach'; readonly source: DeviceKey; readonly reach: 'here' | 'offline' | 'unable' }
    | { readonly type: 'opened'; readonly source: DeviceKey }
    | { readonly type: 'closed'; readonly source: DeviceKey }
    | {
        readonly type: 'frame';
        readonly source: DeviceKey;
        readonly frame: 'picture' | 'unchanged' | PreviewReason;
      }
    /** It sent what is no frame, or no picture. */
    | { readonly type: 'misconduct'; readonly source: DeviceKey; readonly what: string }
    | { readonly type: 'time' }
  );

export type PreviewOut =
  /** Have the box dial. */
  | { readonly type: 'ask'; readonly source: DeviceKey }
  /** Say on its socket what is wanted. */
  | { readonly type: 'want'; readonly source: DeviceKey }
  /** End its socket; nobody needs it. */
  | { readonly type: 'close'; readonly source: DeviceKey }
  /** End its socket for what it did. */
  | { readonly type: 'cut'; readonly source: DeviceKey; readonly what: string }
  /** Nobody looked for long: let its picture go. */
  | { readonly type: 'forget'; readonly source: DeviceKey }
  | {
      readonly type: 'tell';
      readonly page: PageId;
      readonly device: DeviceKey;
      readonly source: DeviceKey | null;
      readonly reason: PreviewReason | null;
    }
  /** Send the page the source's newest picture. */
  | { readonly type: 'picture'; readonly page: PageId; readonly source: DeviceKey };
