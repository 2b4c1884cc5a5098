import { Fault } from '@seatmatrix/protocol/kernel';
import { type SoundDevice, soundElements } from '../drivers/gstreamer/sound-parts.ts';
import { exists } from './native/gstreamer.ts';

/** Throws `driver-unavailable` with the Debian package of what is missing. */
export function requireSoundElements(device: SoundDevice, direction: 'source' | 'sink'): void {
  const missing = soundElements(device, direction).find(({ element }) => !exists(element));
  if (missing === undefined) return;
  throw new Fault({
    code: 'driver-unavailable',
    message: `GStreamer has no ${missing.element}; Debian's package ${missing.debian} brings it`,
  });
}
