import type { Device } from '@seatmatrix/protocol/domain';
import { allOf, conflict, type Law } from './law.ts';

const idIsFree: Law<Device> = (device, site) => {
  const other = site.devicesWithId(device.id).find((each) => each.key !== device.key);
  return other === undefined ? null : conflict('/id', `${device.id} is already the ID of ${other.name}`);
};

/** An operator who types the hotkey would reach this device and never again what the hotkey stands for. */
const idHidesNoHotkey: Law<Device> = (device, site) => {
  const hotkey = site.hotkeysMeaning(device.id)[0];
  return hotkey === undefined
    ? null
    : conflict('/id', `${device.id} would take the place of the hotkey ${hotkey.text}`);
};

const fitsItsPlace: Law<Device> = (device, site) => {
  if (device.kind !== 'receiver') return null;
  const { seats, walls } = site.usesOf(device.key);
  const [seat, wall] = [seats[0], walls[0]];
  if (device.receiverKind !== 'desk' && seat !== undefined) {
    return conflict('/receiverKind', `the seat ${seat.name} has it, and a seat has desks alone`);
  }
  if (device.receiverKind !== 'display' && wall !== undefined) {
    return conflict('/receiverKind', `the wall ${wall.name} has it, and a wall has displays alone`);
  }
  return null;
};

export const deviceLaw: Law<Device> = allOf(idIsFree, idHidesNoHotkey, fitsItsPlace);
