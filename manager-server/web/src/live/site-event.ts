import type { BoxReport } from '../api/records.ts';

/** What the manager's feed tells; see docs/integrators.md. */
export type SiteEvent =
  | { readonly type: 'resource'; readonly collection: string; readonly key: string; readonly version: number | null }
  | {
      readonly type: 'presence';
      readonly fingerprint: string;
      readonly device: string | null;
      readonly state: 'online' | 'offline' | 'pending';
    }
  | { readonly type: 'report'; readonly fingerprint: string; readonly device: string }
  /** Figures that always move, of all boxes where they moved in the last second. */
  | {
      readonly type: 'figures';
      readonly boxes: readonly { readonly fingerprint: string; readonly report: BoxReport }[];
    }
  | {
      readonly type: 'route';
      readonly receiver: string;
      readonly transmitter: string | null;
      readonly attempt: string | null;
      readonly status: string | null;
    }
  | { readonly type: 'session'; readonly seat: string; readonly operator: string | null };
