import type {
  BoxSettings,
  CommandRefusal,
  CommandTarget,
  DeskNotice,
  ListPage,
  OsdFunction,
  PasswordRefusal,
  ReceiverKind,
  SignInRefusal,
  Usage,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';

/** All that is so without the operator's doing. Sent whole whenever any of it changes. */
export interface Situation {
  readonly version: string;
  /** Null until the manager has said who this box is. */
  readonly device: { readonly id: string; readonly name: string; readonly receiverKind: ReceiverKind } | null;
  /** Whether the box's network socket has a carrier. */
  readonly carrier: boolean;
  readonly manager: 'live' | 'lost';
  /** The box waits for an administrator; its key's fingerprint is shown to be compared. */
  readonly pending: { readonly fingerprint: string } | null;
  readonly operator: string | null;
  /** Whether this display has the seat's keyboard and pointer. */
  readonly focused: boolean;
  /** This display's number in its seat, from 1, and how many there are. */
  readonly display: { readonly number: number; readonly count: number };
  readonly source: SourceSituation | null;
}

export interface SourceSituation {
  readonly id: string;
  readonly name: string;
  /** `frozen`: the link to the computer's box is up, and no picture comes over it. */
  readonly picture: 'opening' | 'live' | 'no-signal' | 'frozen' | 'lost';
  readonly mode: 'shared' | 'view';
}

/**
 * Everything that the OSD can be told. Keys come only while it captures (`capturesKeys`); the router keeps
 * the matching key-ups. `tick` comes no later than the last `wake` effect asked for.
 */
export type OsdInput =
  | { readonly type: 'situation'; readonly situation: Situation; readonly at: Instant }
  | { readonly type: 'settings'; readonly settings: BoxSettings; readonly at: Instant }
  | { readonly type: 'open'; readonly function: OsdFunction; readonly at: Instant }
  | {
      readonly type: 'key';
      readonly key: Usage;
      readonly pressed: boolean;
      readonly held: ReadonlySet<Usage>;
      readonly at: Instant;
    }
  /** A key went past the OSD to the computer while a menu lingered: it closes at once. */
  | { readonly type: 'passed'; readonly at: Instant }
  | { readonly type: 'list'; readonly page: ListPage; readonly at: Instant }
  | { readonly type: 'sign-in-answer'; readonly refusal: SignInRefusal | null; readonly at: Instant }
  | { readonly type: 'password-answer'; readonly refusal: PasswordRefusal | null; readonly at: Instant }
  | {
      readonly type: 'command-answer';
      readonly refusal: CommandRefusal | null;
      readonly targets: readonly CommandTarget[];
      readonly at: Instant;
    }
  | { readonly type: 'notice'; readonly notice: DeskNotice; readonly at: Instant }
  | { readonly type: 'message'; readonly text: string; readonly seconds: number; readonly at: Instant }
  | { readonly type: 'identify'; readonly seconds: number; readonly at: Instant }
  /** Keys did not reach the computer, because the link to it was cut. */
  | { readonly type: 'keys-dropped'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

/** Everything that the OSD can ask for. */
export type OsdEffect =
  | { readonly type: 'sign-in'; readonly name: string; readonly password: string }
  | { readonly type: 'sign-out' }
  | {
      readonly type: 'command';
      readonly function: OsdFunction;
      readonly text: string;
      readonly withoutPicture: boolean;
    }
  | { readonly type: 'change-password'; readonly current: string; readonly next: string }
  /** Null: the menu is closed and no page is wanted. */
  | { readonly type: 'watch-list'; readonly watch: { readonly function: OsdFunction; readonly page: number } | null }
  | { readonly type: 'focus-display'; readonly number: number }
  /** Type the site's hotkey sequence into the computer: nested KVM switches have the same one. */
  | { readonly type: 'send-hotkey' }
  | { readonly type: 'wake'; readonly at: Instant };
