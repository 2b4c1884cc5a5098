import type {
  DeviceKey,
  Fingerprint,
  Hello,
  OperatorKey,
  OsdFunction,
  RouteReport,
  SessionId,
} from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import type { Asker } from './matrix-state.ts';
import type { Site } from './site.ts';

/** When it happened. */
export interface Moment {
  readonly at: Instant;
  /** Milliseconds since 1970, for records alone. */
  readonly wall: number;
}

/** Something that is so, whatever the matrix thinks of it. */
export type Fact =
  | { readonly type: 'directory-changed'; readonly site: Site }
  /** A box was given this place, or another box than before was. */
  | { readonly type: 'box-adopted'; readonly device: DeviceKey; readonly fingerprint: Fingerprint }
  | { readonly type: 'box-forgotten'; readonly device: DeviceKey }
  | {
      readonly type: 'box-online';
      readonly device: DeviceKey;
      readonly hello: Pick<Hello, 'highestGeneration' | 'session' | 'peer' | 'routes'>;
    }
  | { readonly type: 'box-offline'; readonly device: DeviceKey }
  | { readonly type: 'route-reports'; readonly device: DeviceKey; readonly reports: readonly RouteReport[] }
  | {
      readonly type: 'watch-list';
      readonly receiver: DeviceKey;
      readonly watch: { readonly function: OsdFunction; readonly page: number } | null;
    }
  /** These requests' decisions are durable, and the plans that follow from them have left: their time begins. */
  | { readonly type: 'left'; readonly requests: readonly string[] }
  | { readonly type: 'tick' };

/** Something that somebody wants. Each has exactly one answer under its request. */
export type Request = { readonly request: string } & (
  | /** The password was right. */ {
      readonly type: 'sign-in';
      readonly receiver: DeviceKey;
      readonly operator: OperatorKey;
    }
  | { readonly type: 'sign-out'; readonly receiver: DeviceKey; readonly reason: 'operator' | 'idle' }
  | {
      readonly type: 'command';
      readonly receiver: DeviceKey;
      readonly function: OsdFunction;
      readonly text: string;
      readonly withoutPicture: boolean;
    }
  | { readonly type: 'end-session'; readonly session: SessionId; readonly asker: Asker }
  | {
      readonly type: 'administrator-connect';
      readonly receiver: DeviceKey;
      readonly transmitter: DeviceKey;
      readonly withoutPicture: boolean;
      readonly asker: Asker;
    }
  | {
      readonly type: 'administrator-push';
      /** What this receiver shows is pushed. */
      readonly receiver: DeviceKey;
      readonly targets: readonly DeviceKey[] | 'all';
      readonly withoutPicture: boolean;
      readonly asker: Asker;
    }
  | { readonly type: 'administrator-disconnect'; readonly receiver: DeviceKey; readonly asker: Asker }
);

export type MatrixInput = Moment & (Fact | Request);
