import type { Device, SourceSettings } from '../../api/records.ts';

/** What is to change in several devices; what is null stays. Settings concern transmitters alone. */
export interface BulkChange {
  readonly location: string | null;
  readonly pointer: SourceSettings['pointer'] | null;
  readonly chroma: SourceSettings['chroma'] | null;
  readonly sound: boolean | null;
}

export const isEmptyChange = (change: BulkChange): boolean => Object.values(change).every((each) => each === null);

/** The device as it is to be; null when the change leaves it as it is. */
export function withBulkChange(device: Device, change: BulkChange): Device | null {
  const location = change.location ?? device.location;
  if (device.kind === 'receiver') return location === device.location ? null : { ...device, location };
  const { settings } = device;
  const pointer = change.pointer ?? settings.pointer;
  const chroma = change.chroma ?? settings.chroma;
  const sound = change.sound ?? settings.sound;
  const same =
    location === device.location &&
    pointer === settings.pointer &&
    chroma === settings.chroma &&
    sound === settings.sound;
  return same ? null : { ...device, location, settings: { ...settings, pointer, chroma, sound } };
}
