import type { KeyboardLeds, PointerInput, Usage } from './hid.ts';
import type { MediaKey, MediaOffer, MediaPath } from './media.ts';
import type { Generation, RouteId, SignedTicket } from './route.ts';
import type { SerialSettings } from './source-settings.ts';
import type { AccessUnit, CaptureState, Codec } from './video.ts';

/**
 * What goes between boxes without the manager. A link carries one route (receiver → transmitter) or one seat
 * neighbour (receiver → receiver); which, its ticket says.
 */
export type PeerMessage =
  /** First on every link, from the side that dialled. */
  | {
      readonly type: 'open';
      readonly ticket: SignedTicket;
      readonly codecs: readonly Codec[];
      readonly offer: MediaOffer | null;
    }
  /** The answer: the link is up. On a seat's link the capture is null and no media follow. */
  | { readonly type: 'opened'; readonly capture: CaptureState | null; readonly media: MediaPath }
  /** Transmitter → receiver: from now on read this epoch too. It is sent with once every member has taken it, or soon. */
  | { readonly type: 'media-key'; readonly key: MediaKey }
  | { readonly type: 'media-key-taken'; readonly epoch: number }
  /** RS-232, both ways; whole writes of at most SERIAL_BYTES_MAX. */
  | { readonly type: 'serial'; readonly bytes: Uint8Array }
  /** Transmitter → receiver: how the computer's RS-232 is set, so that the desk's is set alike. */
  | { readonly type: 'serial-settings'; readonly settings: SerialSettings }
  /**
   * The whole pressed set and the pointer, never an edge: a lost or doubled message heals itself. `sequence` rises by
   * one; a lower one is refused.
   */
  | {
      readonly type: 'input';
      readonly sequence: number;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
    }
  /** Every 100 ms while a key or button is held, so that a silent cut is told from a finger that rests. */
  | { readonly type: 'held' }
  | { readonly type: 'leds'; readonly leds: KeyboardLeds }
  | { readonly type: 'capture'; readonly capture: CaptureState }
  | { readonly type: 'want-key-frame' }
  /** Whether the receiver needs pictures on the media socket now. */
  | { readonly type: 'want-media'; readonly wanted: boolean }
  /** The route ended or was replaced: nothing more will be taken on this link. */
  | { readonly type: 'ended'; readonly route: RouteId; readonly generation: Generation }
  /**
   * Seat link, owner of the keyboard → the display in focus: it has the focus, or lost it. After getting it the first
   * `input` follows at once and tells what is held already; no computer there ever gets those keys.
   */
  | {
      readonly type: 'focus';
      readonly focused: boolean;
      readonly pointer: { readonly x: number; readonly y: number } | null;
    }
  /**
   * Seat link. Display → owner of the keyboard: the OSD chose another display (F7 and a digit). Owner → the other displays:
   * the operator moved the focus there, and keyboards plugged in elsewhere follow.
   */
  | { readonly type: 'focus-wanted'; readonly number: number };

/** As much as 115,200 baud brings in 90 ms, well below a peer frame. */
export const SERIAL_BYTES_MAX = 1024;

/** On the media socket, beside the link: `open` with the same ticket first, then access units. */
export type MediaMessage =
  | Extract<PeerMessage, { readonly type: 'open' }>
  | { readonly type: 'unit'; readonly unit: AccessUnit };
