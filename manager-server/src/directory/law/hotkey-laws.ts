import {
  type Device,
  type DeviceKey,
  type Hotkey,
  type HotkeyConflict,
  hotkeyConflict,
  idFromDigits,
  NAME_TEXT_MAX,
} from '@seatmatrix/protocol/domain';
import { unreachable } from '@seatmatrix/protocol/kernel';
import type { ChangeRefusal } from '../directory.ts';
import type { DirectoryIndex } from '../directory-index.ts';
import { allOf, conflict, distinct, invalid, type Law, noSuchDevice } from './law.ts';

const domainLaw: Law<Hotkey> = (hotkey, site) => {
  const found = hotkeyConflict(hotkey, rivals(hotkey, site));
  return found === null ? null : refusal(hotkey, found);
};

const devicesAreDistinct: Law<Hotkey> = (hotkey) => distinct(hotkey.devices, { pointer: '/devices', noun: 'device' });

export const hotkeyLaw: Law<Hotkey> = allOf(domainLaw, devicesAreDistinct);

/** Of the whole site only what the domain's law can stumble over: its own devices, and what its text could mean. */
function rivals(hotkey: Hotkey, site: DirectoryIndex) {
  const devices = new Map<DeviceKey, Device>();
  const add = (device: Device | undefined) => {
    if (device !== undefined) devices.set(device.key, device);
  };
  for (const key of hotkey.devices) add(site.deviceByKey(key));
  for (const kind of ['transmitter', 'receiver'] as const) {
    const id = idFromDigits(hotkey.text, kind);
    if (id !== null) add(site.deviceById(id));
  }
  return { devices, hotkeys: site.hotkeysWithText(hotkey.text) };
}

function refusal(hotkey: Hotkey, found: HotkeyConflict): ChangeRefusal {
  switch (found.type) {
    case 'malformed':
      return invalid('/text', `1 to ${NAME_TEXT_MAX} letters and digits`);
    case 'reserved':
      return invalid('/text', `${hotkey.text} means every receiver`);
    case 'empty':
      return invalid('/devices', 'a hotkey stands for one device or more');
    case 'unknown-device':
      return noSuchDevice(`/devices/${hotkey.devices.indexOf(found.device)}`, found.device);
    case 'mixed-kinds':
      return invalid('/devices', 'a hotkey stands for transmitters or for receivers, not for both');
    case 'equals-id':
      return conflict('/text', `${hotkey.text} already means the device ${found.id}`);
    case 'equals-hotkey':
      return conflict('/text', `there is already a hotkey ${found.text}`);
    default:
      return unreachable(found);
  }
}
