import type { FaultCode } from '../kernel/index.ts';
import type { DeviceId, DeviceKind, Fingerprint } from './device.ts';
import type { ListPage, OsdFunction } from './function.ts';
import type { MediaKey } from './media.ts';
import type { Plan, RouteReport } from './plan.ts';
import type { CommandRefusal, PasswordRefusal, SignInRefusal } from './refusal.ts';
import type { Generation, SessionId } from './route.ts';
import type { BoxSettings } from './settings.ts';
import type { Codec, VideoMode } from './video.ts';

/** What a box can do, agreed in the hello. A box never gets what it did not offer. */
export type Capability = 'route' | 'seat' | 'console' | 'preview' | 'sound' | 'serial';

export interface Hello {
  readonly type: 'hello';
  /** Oldest and newest version of the protocol that the box speaks. */
  readonly versions: { readonly oldest: number; readonly newest: number };
  readonly kind: DeviceKind;
  readonly firmware: string;
  readonly model: string;
  readonly capabilities: readonly Capability[];
  readonly codecs: readonly Codec[];
  /** The highest generation that the box has ever obeyed: the manager goes on above it. */
  readonly highestGeneration: Generation;
  /** The session that the box still shows; null after a start, so that a desk that rebooted is signed out. */
  readonly session: SessionId | null;
  /** Where the box's peer link listens. */
  readonly peer: { readonly host: string; readonly port: number };
  /** What the box shows or serves right now, so that a manager that restarted touches nothing that runs. */
  readonly routes: readonly RouteReport[];
  /** CAs that the box trusts, the one that its own certificate is from first; empty before adoption, and of older boxes. */
  readonly authorities: readonly Fingerprint[];
  /** PEM certificate request for the site's CA; null when the box already has its certificate. */
  readonly certificateRequest: string | null;
  readonly enrolmentCode: string | null;
}

export interface BoxReport {
  readonly type: 'box-report';
  readonly mode: VideoMode | null;
  readonly capture: 'no-cable' | 'no-signal' | 'unsupported-mode' | 'signal' | 'none';
  readonly codec: Codec | null;
  readonly framesPerSecond: number;
  /** What encodes or decodes, and why that: "x264enc: no hardware encoder was found". Null where nothing does. */
  readonly engine: string | null;
  /** Share of packets lost, 0–1, and jitter in milliseconds (RFC 3550 §6.4.1); null where no packets are counted. */
  readonly reception: { readonly loss: number; readonly jitter: number } | null;
  /** Packets since the start that were nobody's, came twice, or were not protected with this session's keys. */
  readonly refused: number;
  /** Milliseconds, from the capture to the display's decoder; null where it is not known. */
  readonly delay: number | null;
  /** Degrees Celsius, of the sensor that is nearest to its limit. */
  readonly temperature: number | null;
  readonly firmware: string;
  /** Of the picture, sent or received; null where it is not counted. */
  readonly bitsPerSecond: number | null;
  /** Degrees Celsius at which the maker of that sensor warns; null where nobody tells. */
  readonly temperatureLimit: number | null;
  /** Work that wants a processor, averaged over a minute, by the number of processors: above 1 it waits. */
  readonly load: number | null;
  /** Bytes. */
  readonly memory: { readonly used: number; readonly total: number } | null;
  /** Seconds since the box was switched on. */
  readonly uptime: number | null;
  readonly identifySigns: readonly IdentifySign[];
}

/** By what a person finds the box: its name on the screen, the LEDs of its keyboards, a lamp on its case. */
export type IdentifySign = 'screen' | 'keyboard' | 'lamp';

/** What a box says to the manager without being asked. */
export type BoxNotice =
  | BoxReport
  | { readonly type: 'route-reports'; readonly reports: readonly RouteReport[] }
  /** The menu shows this page: send it now and whenever it changes. Null: the menu is closed. */
  /** The answer to the box command of the same name; a null key: the picture cannot be sent there. */
  | { readonly type: 'foreign-viewer'; readonly number: number; readonly key: MediaKey | null }
  | { readonly type: 'watch-list'; readonly watch: { readonly function: OsdFunction; readonly page: number } | null };

/** What a box asks; each has one answer. */
export type BoxRequest =
  | { readonly type: 'sign-in'; readonly name: string; readonly password: string }
  | { readonly type: 'sign-out'; readonly reason: 'operator' | 'idle' }
  | {
      readonly type: 'command';
      readonly function: OsdFunction;
      readonly text: string;
      readonly withoutPicture: boolean;
    }
  | { readonly type: 'change-password'; readonly current: string; readonly next: string };

/** One receiver that a command touched, and how it went there. */
export interface CommandTarget {
  readonly id: DeviceId;
  readonly name: string;
  readonly refusal: CommandRefusal | 'nobody-signed-in' | null;
}

export type BoxAnswer =
  | { readonly type: 'sign-in-answer'; readonly refusal: SignInRefusal | null }
  | { readonly type: 'sign-out-answer' }
  /**
   * Refused when `refusal` is not null. A push to several receivers has a target each, and counts as done only
   * when no target refused; otherwise `refusal` is the first target's.
   */
  | {
      readonly type: 'command-answer';
      readonly refusal: CommandRefusal | null;
      readonly targets: readonly CommandTarget[];
    }
  | { readonly type: 'change-password-answer'; readonly refusal: PasswordRefusal | null }
  | { readonly type: 'fault'; readonly code: FaultCode; readonly message: string };

export interface Welcome {
  readonly type: 'welcome';
  readonly version: number;
  readonly state: 'pending' | 'adopted';
  /** PEM: the box's certificate when it was just adopted; it reconnects with it. */
  readonly certificate: string | null;
  /** PEM of the site's CA. */
  readonly authority: string;
  /** Raw 32-byte Ed25519 key that signs tickets. */
  readonly ticketKey: Uint8Array;
  /** Milliseconds since 1970: boxes may have no clock of their own. */
  readonly time: number;
  readonly manager: Fingerprint;
}

/** What the manager says to a box without being asked. */
export type ManagerNotice =
  | Welcome
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'settings'; readonly settings: BoxSettings }
  | { readonly type: 'list-page'; readonly page: ListPage }
  | { readonly type: 'box-command'; readonly command: BoxCommand }
  /** Something happened to this desk that its operator should read: 'your picture was replaced by …'. */
  | { readonly type: 'desk-notice'; readonly notice: DeskNotice };

export type BoxCommand =
  /** Shows itself for so long; 0 ends it. */
  | { readonly type: 'identify'; readonly seconds: number }
  | { readonly type: 'restart' }
  | { readonly type: 'message'; readonly text: string; readonly seconds: number }
  /**
   * To a transmitter: send the picture as plain SRTP to this place for so long, in a viewer group of its own, and tell the
   * keys. For tests with a receiver of somebody else; an administrator asks for it.
   */
  | {
      readonly type: 'foreign-viewer';
      readonly number: number;
      readonly host: string;
      readonly port: number;
      readonly seconds: number;
    }
  /** To a box with the capability `preview`: dial `/preview`, pictures will be asked for there. */
  | { readonly type: 'preview-socket' };

export type DeskNotice =
  | { readonly type: 'pushed-by'; readonly operator: string; readonly source: string }
  | { readonly type: 'right-withdrawn'; readonly source: string }
  | { readonly type: 'signed-out'; readonly reason: 'administrator' | 'disabled' | 'elsewhere' | 'idle' };

export type BoxMessage = Hello | BoxNotice | BoxRequest;
export type ManagerMessage = ManagerNotice | BoxAnswer;

export const PROTOCOL_VERSION = 1;

/** The largest message that can be said on a control link is a plan with a full seat; 64 KiB is eight of them. */
export const CONTROL_FRAME_MAX = 64 * 1024;

/** A 4K jpeg of noise is 6 MB, of a desktop below 2: four leaves room and bounds what a peer can make us hold. */
export const MEDIA_FRAME_MAX = 4 * 1024 * 1024;
