import { type Device, type DeviceKey, type DeviceKind, idFromDigits } from './device.ts';
import { ALL, NAME_TEXT_MAX, type OsdFunction } from './function.ts';
import { foldHotkey, type Hotkey, isNameText } from './hotkey.ts';

/** What an operator's text means before rights are asked: devices in the order typed, or every one there is. */
export type Selection =
  | { readonly type: 'devices'; readonly devices: readonly Device[] }
  | { readonly type: 'all' }
  | { readonly type: 'unknown-name' };

export interface NamedDevices {
  deviceById(id: string): Device | undefined;
  deviceByKey(key: DeviceKey): Device | undefined;
  hotkeyByText(folded: string): Hotkey | undefined;
}

export const kindFor = (wanted: OsdFunction): DeviceKind => (wanted === 'connect' ? 'transmitter' : 'receiver');

/**
 * Resolves the input area's text. Connect and fetch take one ID or hotkey; push takes several by comma, or `all`.
 * Anything else, a device of the other kind among them, is an unknown name. A hotkey whose devices are of the wrong
 * kind is one too. The same device named twice counts once, where it first stood.
 */
export function resolveSelection(
  question: { readonly text: string; readonly function: OsdFunction },
  names: NamedDevices,
): Selection {
  const text = question.text.trim();
  const kind = kindFor(question.function);
  if (question.function === 'push' && foldHotkey(text) === ALL) return { type: 'all' };
  const parts = text.split(',').map((part) => part.trim());
  if (question.function !== 'push' && parts.length > 1) return { type: 'unknown-name' };
  const devices = new Map<DeviceKey, Device>();
  for (const part of parts) {
    const found = isNameText(part) && part.length <= NAME_TEXT_MAX ? resolveName(part, { kind, names }) : [];
    if (found.length === 0) return { type: 'unknown-name' };
    for (const device of found) if (!devices.has(device.key)) devices.set(device.key, device);
  }
  return { type: 'devices', devices: [...devices.values()] };
}

function resolveName(
  text: string,
  { kind, names }: { readonly kind: DeviceKind; readonly names: NamedDevices },
): readonly Device[] {
  const id = idFromDigits(text, kind);
  const device = id === null ? undefined : names.deviceById(id);
  if (device !== undefined) return device.kind === kind ? [device] : [];
  const hotkey = names.hotkeyByText(foldHotkey(text));
  if (hotkey === undefined) return [];
  const devices = hotkey.devices.map((key) => names.deviceByKey(key));
  return devices.every((each) => each !== undefined && each.kind === kind)
    ? devices.filter((each) => each !== undefined)
    : [];
}
