import type {
  AccessMode,
  Fingerprint,
  Generation,
  KeyboardLeds,
  PointerInput,
  Usage,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';

/** Names one peer link inside this process. A link that is dialled again has another one. */
export type LinkName = string;

export type SessionInput =
  /** A route's link is up. A session of the same receiver that is not newer ends. */
  | {
      readonly type: 'open';
      readonly link: LinkName;
      readonly receiver: Fingerprint;
      readonly generation: Generation;
      readonly mode: AccessMode;
      readonly at: Instant;
    }
  | {
      readonly type: 'input';
      readonly link: LinkName;
      readonly sequence: number;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
      readonly at: Instant;
    }
  /** `held`, or any other message but `input`. */
  | { readonly type: 'heard'; readonly link: LinkName; readonly at: Instant }
  /** The plan changed what this link may do. */
  | { readonly type: 'mode'; readonly link: LinkName; readonly mode: AccessMode; readonly at: Instant }
  /** The link closed, or its route ended. */
  | { readonly type: 'close'; readonly link: LinkName; readonly at: Instant }
  | { readonly type: 'leds'; readonly leds: KeyboardLeds; readonly at: Instant }
  /** The agent starts or stops, or the computer enumerated the gadget anew: nobody holds anything. */
  | { readonly type: 'reset'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type SessionOut =
  | { readonly type: 'keyboard'; readonly report: Uint8Array }
  | { readonly type: 'absolute-pointer'; readonly report: Uint8Array }
  | { readonly type: 'relative-pointer'; readonly report: Uint8Array }
  | { readonly type: 'leds'; readonly link: LinkName; readonly leds: KeyboardLeds }
  /** This link was ended by a newer one of the same receiver (close with `replaced`). */
  | { readonly type: 'replaced'; readonly link: LinkName }
  /** Its keys were released because it fell silent. It lives on: what it says next counts again. */
  | { readonly type: 'silent'; readonly link: LinkName }
  | { readonly type: 'wake'; readonly at: Instant };
