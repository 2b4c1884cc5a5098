import type { KeyboardLeds } from './hid.ts';
import type { Crop } from './place.ts';
import type { AccessUnit, Codec } from './video.ts';

/** Browser page → receiver whose drivers are that page. */
export type ConsoleInput =
  /** A boot keyboard report and an absolute pointer report, as the page's hid-host would read them. */
  | { readonly type: 'keyboard'; readonly report: Uint8Array }
  | { readonly type: 'pointer'; readonly report: Uint8Array }
  /** The page's decoder failed, or lost its place: it goes on with a key unit only. */
  | { readonly type: 'want-key-frame' }
  /** What the page can show; a page that never says so can show all. */
  | { readonly type: 'codecs'; readonly codecs: readonly Codec[] };

/** Receiver → browser page. Scenes are JSON of osd/scene: the page paints them with the OSD's own painter. */
export type ConsoleOutput =
  /** Whether this page's keys count. A second page on the same receiver only watches. */
  | { readonly type: 'role'; readonly role: 'control' | 'watch' }
  | { readonly type: 'unit'; readonly unit: AccessUnit; readonly crop: Crop | null }
  | { readonly type: 'no-picture' }
  | { readonly type: 'scene'; readonly scene: string | null }
  | { readonly type: 'leds'; readonly leds: KeyboardLeds };
