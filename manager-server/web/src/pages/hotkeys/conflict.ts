import {
  type Hotkey as DomainHotkey,
  deviceKey,
  type HotkeyConflict,
  hotkeyConflict,
  hotkeyKey,
} from '@seatmatrix/protocol/domain';
import { domainDevice, domainHotkey } from '../../api/domain-records.ts';
import type { ByKey, Device, Hotkey } from '../../api/records.ts';
import { word } from '../../language/words.ts';

/** By the manager's own rule, on what the page knows: told while somebody types. */
export function conflictOf(
  hotkey: { readonly key: string; readonly text: string; readonly devices: readonly string[] },
  site: { readonly devices: ByKey<Device>; readonly hotkeys: ByKey<Hotkey> },
): HotkeyConflict | null {
  const asked: DomainHotkey = {
    key: hotkeyKey(hotkey.key),
    text: hotkey.text,
    devices: hotkey.devices.map(deviceKey),
  };
  return hotkeyConflict(asked, {
    devices: new Map([...site.devices.values()].map((device) => [deviceKey(device.key), domainDevice(device)])),
    hotkeys: [...site.hotkeys.values()].map(domainHotkey),
  });
}

export function conflictText(conflict: HotkeyConflict, text: string): string {
  switch (conflict.type) {
    case 'malformed':
      return word('conflictMalformed');
    case 'reserved':
      return word('conflictReserved');
    case 'empty':
      return word('conflictEmpty');
    case 'mixed-kinds':
      return word('conflictMixed');
    case 'equals-id':
      return word('conflictId', { text, id: conflict.id });
    case 'equals-hotkey':
      return word('conflictHotkey', { text: conflict.text });
    case 'unknown-device':
      return word('conflictUnknown');
  }
}

/** Whether it is the text that is wrong, or what it stands for. */
export const concernsText = ({ type }: HotkeyConflict): boolean =>
  type === 'malformed' || type === 'reserved' || type === 'equals-id' || type === 'equals-hotkey';
