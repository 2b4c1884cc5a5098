import type { Brand } from '../kernel/index.ts';
import { type Device, type DeviceId, type DeviceKey, type DeviceKind, idFromDigits } from './device.ts';
import { ALL, NAME_TEXT_MAX } from './function.ts';

export type HotkeyKey = Brand<string, 'HotkeyKey'>;

/** A short text that stands for transmitters or for receivers, in order, wherever an ID may be typed. */
export interface Hotkey {
  readonly key: HotkeyKey;
  readonly text: string;
  readonly devices: readonly DeviceKey[];
}

export const hotkeyKey = (text: string): HotkeyKey => text as HotkeyKey;

/** Hotkeys are case-blind. */
export const foldHotkey = (text: string): string => text.toLowerCase();

export type HotkeyConflict =
  | { readonly type: 'malformed' }
  | { readonly type: 'reserved' }
  | { readonly type: 'equals-id'; readonly id: DeviceId }
  | { readonly type: 'equals-hotkey'; readonly text: string }
  | { readonly type: 'empty' }
  | { readonly type: 'unknown-device'; readonly device: DeviceKey }
  | { readonly type: 'mixed-kinds' };

/** Letters and digits, 1–16. */
export const isNameText = (text: string): boolean => /^[a-z0-9]+$/i.test(text) && text.length <= NAME_TEXT_MAX;

/**
 * Why the hotkey may not exist, or null. Digits that mean an ID of an existing device of the hotkey's kind (whole or
 * short) would never reach the hotkey, so they are refused; so is a text that another hotkey has.
 */
export function hotkeyConflict(
  hotkey: Hotkey,
  site: { readonly devices: ReadonlyMap<DeviceKey, Device>; readonly hotkeys: Iterable<Hotkey> },
): HotkeyConflict | null {
  if (!isNameText(hotkey.text)) return { type: 'malformed' };
  if (foldHotkey(hotkey.text) === ALL) return { type: 'reserved' };
  if (hotkey.devices.length === 0) return { type: 'empty' };
  const kinds = new Set<DeviceKind>();
  for (const key of hotkey.devices) {
    const device = site.devices.get(key);
    if (device === undefined) return { type: 'unknown-device', device: key };
    kinds.add(device.kind);
  }
  if (kinds.size > 1) return { type: 'mixed-kinds' };
  const ids = new Set([idFromDigits(hotkey.text, 'transmitter'), idFromDigits(hotkey.text, 'receiver')]);
  for (const device of site.devices.values()) {
    if (ids.has(device.id)) return { type: 'equals-id', id: device.id };
  }
  for (const other of site.hotkeys) {
    if (other.key !== hotkey.key && foldHotkey(other.text) === foldHotkey(hotkey.text)) {
      return { type: 'equals-hotkey', text: other.text };
    }
  }
  return null;
}
