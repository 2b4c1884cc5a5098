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

/** Box → manager, one an interval: a small jpeg of what a transmitter captures, that it is still that one, or why there is none. */
export type PreviewFrame =
  | { readonly type: 'unit'; readonly unit: AccessUnit }
  | { readonly type: 'unchanged' }
  | { readonly type: 'unavailable'; readonly reason: 'no-cable' | 'no-signal' | 'unsupported-mode' | 'none' };
