import type { DeviceKey } from '@seatmatrix/protocol/domain';
import type { PreviewReason, Watcher } from './preview-look.ts';

/** How many devices a page may look at, at one time. */
export const DEVICES_MAX = 64;

/** Somebody at a page, and what is told there. */
export interface PreviewWatcher {
  readonly who: Watcher;
  /** Whose picture this device's is from now on, and why there is none. */
  shows(device: DeviceKey, shown: { readonly source: DeviceKey | null; readonly reason: PreviewReason | null }): void;
  /** `picture` has a newer one of this source. */
  pictureCame(source: DeviceKey): void;
}

export interface PreviewWatch {
  /** In place of those before; DEVICES_MAX at most. */
  look(devices: readonly DeviceKey[]): void;
  /** The newest jpeg of a source that somebody looks at. */
  picture(source: DeviceKey): Uint8Array | null;
  end(): void;
}
