import type {
  BoxCommand,
  BoxReport,
  CommandRefusal,
  CommandTarget,
  DeviceId,
  DeviceKey,
  DeviceKind,
  Fingerprint,
  MediaKey,
  OperatorKey,
  RouteId,
  RouteStatus,
  SeatKey,
  SessionId,
} from '@seatmatrix/protocol/domain';
import type { Transport } from '@seatmatrix/protocol/link';
import type { Actor } from '../directory/directory.ts';
import type { Decision } from '../matrix/decision.ts';
import type { Trial } from '../matrix/trial.ts';
import type { PreviewWatch, PreviewWatcher } from '../previews/index.ts';

/**
 * What pages need of the half of the manager that talks to boxes. Reads are synchronous looks at what is known now;
 * changes resolve when they are durable and audited.
 */
export interface BoxSide {
  boxes(): readonly BoxView[];
  /** Gives a pending box its place. Refused: `unknown-box`, `unknown-device`, `wrong-kind`, `device-taken`. */
  adopt(adoption: {
    readonly fingerprint: Fingerprint;
    readonly device: DeviceKey;
    readonly actor: Actor;
  }): Promise<AdoptionRefusal | null>;
  /** The box is a stranger from now on; its connections close. */
  forget(box: { readonly fingerprint: Fingerprint; readonly actor: Actor }): Promise<'unknown-box' | null>;
  /** `offline` when it is not connected. */
  commandBox(order: {
    readonly fingerprint: Fingerprint;
    readonly command: BoxCommand;
    readonly actor: Actor;
  }): Promise<'unknown-box' | 'offline' | null>;

  /** The keys of a picture that the transmitter now sends to somebody who is no box, or why it does not. */
  foreignViewer(order: ForeignViewerOrder): Promise<MediaKey | ForeignViewerRefusal>;

  enrolmentCodes(): readonly EnrolmentCodeView[];
  /** The code is told once, here, and kept as a hash. */
  createEnrolmentCode(wish: {
    /** Null: whoever comes with it becomes a new device with the next free ID of its kind. */
    readonly device: DeviceKey | null;
    /** How many boxes may come with it; one unless said otherwise, and one alone where it is for a device. */
    readonly uses?: number;
    readonly actor: Actor;
  }): Promise<{ readonly code: string; readonly view: EnrolmentCodeView } | 'unknown-device' | 'device-taken'>;
  cancelEnrolmentCode(code: { readonly key: string; readonly actor: Actor }): Promise<'unknown-code' | null>;

  routes(): readonly RouteView[];
  sessions(): readonly SessionView[];
  endSession(end: { readonly session: SessionId; readonly actor: Actor }): Promise<'unknown-session' | null>;

  /** An administrator puts a transmitter on a receiver; a spliced wall and a multi-head source go as a whole. */
  connect(order: {
    readonly receiver: DeviceKey;
    readonly transmitter: DeviceKey;
    readonly withoutPicture: boolean;
    readonly actor: Actor;
  }): Promise<CommandOutcome>;
  /** Puts what a receiver shows on others: on each of these, or on all that can take it. */
  push(order: {
    readonly receiver: DeviceKey;
    readonly targets: readonly DeviceKey[] | 'all';
    readonly withoutPicture: boolean;
    readonly actor: Actor;
  }): Promise<CommandOutcome>;
  disconnect(order: { readonly receiver: DeviceKey; readonly actor: Actor }): Promise<CommandOutcome>;
  /** What a command would come to. Nothing is done. */
  tryCommand(trial: Trial): Decision;

  /**
   * A transport to the `/console` path of this receiver. Rejects with `link-lost` when there is no such receiver,
   * it is offline, or has no console.
   */
  openConsole(device: DeviceId, signal: AbortSignal): Promise<Transport>;

  /** Small live pictures for somebody at a page, until he leaves. */
  watchPreviews(watcher: PreviewWatcher): PreviewWatch;
}

export interface ForeignViewerOrder {
  readonly device: DeviceKey;
  /** An IP address. */
  readonly host: string;
  readonly port: number;
  readonly seconds: number;
  readonly actor: Actor;
}

/** `cannot`: the transmitter says so itself. */
export type ForeignViewerRefusal = 'unknown-device' | 'no-transmitter' | 'offline' | 'cannot' | 'no-answer';

export type AdoptionRefusal = 'unknown-box' | 'unknown-device' | 'wrong-kind' | 'device-taken';

export interface BoxView {
  readonly fingerprint: Fingerprint;
  readonly state: 'pending' | 'adopted';
  readonly online: boolean;
  /** What it last said it is; null when it has not been heard since the manager started. */
  readonly kind: DeviceKind | null;
  readonly device: DeviceKey | null;
  readonly address: string | null;
  readonly firmware: string | null;
  readonly model: string | null;
  /** Milliseconds since 1970, by the manager's clock. */
  readonly lastSeen: number | null;
  readonly report: BoxReport | null;
  /** From where its key is used, when two boxes have it (a copied disk) and neither is let in; else empty. */
  readonly twins: readonly string[];
}

export interface EnrolmentCodeView {
  readonly key: string;
  readonly device: DeviceKey | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Wanted (`transmitter`, `attempt`) and actual (`status`) of one receiver. */
export interface RouteView {
  readonly receiver: DeviceKey;
  readonly route: RouteId | null;
  readonly transmitter: DeviceKey | null;
  readonly attempt: DeviceKey | null;
  readonly mode: 'shared' | 'view' | null;
  /** Whose grant or push it rests on. */
  readonly basis: { readonly type: 'own-grant' | 'push'; readonly operator: OperatorKey } | null;
  readonly status: RouteStatus | null;
}

export interface SessionView {
  readonly id: SessionId;
  readonly seat: SeatKey | null;
  readonly receivers: readonly DeviceKey[];
  readonly operator: OperatorKey;
  readonly since: number;
}

export interface CommandOutcome {
  readonly refusal: CommandRefusal | null;
  readonly targets: readonly CommandTarget[];
}
