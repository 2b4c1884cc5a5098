import type { BoxAnswer, DeskNotice, DeviceKey, ListPage } from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import type { SiteEvent } from '../feed/feed.ts';
import type { StoreWrite } from '../store/store.ts';

export type MatrixAnswer =
  | BoxAnswer
  | { readonly type: 'end-session-answer'; readonly refusal: 'unknown-session' | null };

/** What a step asks for. All but `write` and `wake` leave only after the step's writes are durable. */
export type MatrixOutput =
  | { readonly type: 'write'; readonly write: StoreWrite }
  | { readonly type: 'answer'; readonly request: string; readonly answer: MatrixAnswer }
  /** The device's plan is no longer what it was sent. */
  | { readonly type: 'plan-changed'; readonly device: DeviceKey }
  | { readonly type: 'list-page'; readonly receiver: DeviceKey; readonly page: ListPage }
  | { readonly type: 'desk-notice'; readonly receiver: DeviceKey; readonly notice: DeskNotice }
  | { readonly type: 'event'; readonly event: SiteEvent }
  /** A tick is wanted no later than this. */
  | { readonly type: 'wake'; readonly at: Instant };
