import { type DeviceGroup, type Grant, kindFor } from '@seatmatrix/protocol/domain';
import { allOf, conflict, distinct, invalid, type Law, noSuchDevice } from './law.ts';

export const deviceGroupLaw: Law<DeviceGroup> = (group, site) => {
  for (const [index, key] of group.devices.entries()) {
    if (site.deviceByKey(key) === undefined) return noSuchDevice(`/devices/${index}`, key);
  }
  return distinct(group.devices, { pointer: '/devices', noun: 'device' });
};

const subjectExists: Law<Grant> = ({ subject }, { snapshot }) => {
  const exists = subject.type === 'operator' ? snapshot.operators.has(subject.key) : snapshot.groups.has(subject.key);
  return exists ? null : invalid('/subject/key', `there is no ${subject.type} ${subject.key}`);
};

/**
 * A device must be of the right's kind. A device group may hold both kinds (a room with its computers and desks): the
 * grant is on those of its devices that the right fits, now and later.
 */
const objectFits: Law<Grant> = ({ right, object }, site) => {
  if (object.type === 'device-group') {
    if (site.snapshot['device-groups'].has(object.key)) return null;
    return invalid('/object/key', `there is no device group ${object.key}`);
  }
  const device = site.deviceByKey(object.key);
  if (device === undefined) return noSuchDevice('/object/key', object.key);
  const kind = kindFor(right);
  return device.kind === kind ? null : invalid('/object/key', `${right} is a right on a ${kind}, not a ${device.kind}`);
};

const saysSomethingNew: Law<Grant> = (grant, site) => {
  const other = site.grantsMeaning(grant).find((each) => each.key !== grant.key);
  return other === undefined ? null : conflict('', 'this right is already granted');
};

export const grantLaw: Law<Grant> = allOf(subjectExists, objectFits, saysSomethingNew);
