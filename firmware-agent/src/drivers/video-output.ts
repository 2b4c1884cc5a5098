import type { AccessUnit, Chroma, Codec, Crop, VideoMode } from '@seatmatrix/protocol/domain';

export type VideoOutputEvent =
  | { readonly type: 'monitor'; readonly mode: VideoMode; readonly edid: Uint8Array }
  | { readonly type: 'no-monitor' }
  /** What decodes, and why that: for people. */
  | { readonly type: 'engine'; readonly engine: string }
  /** This unit's picture is on the screen. */
  | { readonly type: 'shown'; readonly unit: AccessUnit }
  /** The unit could not be decoded; the last picture stays. */
  | { readonly type: 'undecodable'; readonly unit: AccessUnit };

/**
 * The desk's screen, below the OSD.
 *
 * Contract: `listen` is called once and first tells the monitor; `show` returns at once and, of units that wait for a
 * decoder, the newest key of the newest generation wins; the last picture stays until the next; `clear` shows the
 * stand-by background and is for signing out, never for a switch.
 */
export interface VideoOutput extends AsyncDisposable {
  /** What it can show. */
  readonly codecs: readonly Codec[];
  readonly chromas: readonly Chroma[];
  listen(listener: (event: VideoOutputEvent) => void): void;
  show(unit: AccessUnit, crop: Crop | null): void;
  clear(): void;
}
