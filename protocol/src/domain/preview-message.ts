import type { Duration } from '../kernel/index.ts';
import type { AccessUnit } from './video.ts';

/** Manager → box on the box's preview socket: what the administrator's page wants of this box now. */
export type PreviewRequest =
  | {
      readonly type: 'wanted';
      /** Pixels; the height follows. */
      readonly widthMax: number;
      /** Shortest time between two pictures. */
      readonly interval: Duration;
    }
  | { readonly type: 'unwanted' };

/** Box → manager: a small picture of what a transmitter captures or a receiver shows, or why there is none. */
export type PreviewFrame =
  | { readonly type: 'unit'; readonly unit: AccessUnit }
  | { readonly type: 'unavailable'; readonly reason: 'no-cable' | 'no-signal' | 'unsupported-mode' | 'none' };
