import type { DeviceKey, Receiver, Seat, Source, Wall } from '@seatmatrix/protocol/domain';
import type { ChangeRefusal } from '../directory.ts';
import type { DirectoryIndex } from '../directory-index.ts';
import { allOf, conflict, distinct, invalid, type Law, noSuchDevice } from './law.ts';

/** A console is opened at a seat by its name. */
const seatNameIsFree: Law<Seat> = (seat, site) => {
  const other = site.seatsNamed(seat.name).find((each) => each.key !== seat.key);
  return other === undefined ? null : conflict('/name', `there is already a seat ${other.name}`);
};

const seatReceivers: Law<Seat> = (seat, site) =>
  eachReceiver({ receivers: seat.receivers, kind: 'desk', owner: 'seat' }, site) ??
  places(seat.receivers, (key) => {
    const { seats, walls } = site.usesOf(key);
    return (
      takenBy(
        'seat',
        seats.find((each) => each.key !== seat.key),
      ) ?? takenBy('wall', walls[0])
    );
  });

export const seatLaw: Law<Seat> = allOf(seatNameIsFree, seatReceivers);

const wallIsFull: Law<Wall> = ({ rows, columns, receivers }) =>
  rows * columns === receivers.length
    ? null
    : invalid('/receivers', `${rows} × ${columns} needs ${rows * columns} receivers, not ${receivers.length}`);

const wallReceivers: Law<Wall> = (wall, site) =>
  eachReceiver({ receivers: wall.receivers, kind: 'display', owner: 'wall' }, site) ??
  places(wall.receivers, (key) => {
    const { seats, walls } = site.usesOf(key);
    return (
      takenBy(
        'wall',
        walls.find((each) => each.key !== wall.key),
      ) ?? takenBy('seat', seats[0])
    );
  });

export const wallLaw: Law<Wall> = allOf(wallIsFull, wallReceivers);

export const sourceLaw: Law<Source> = (source, site) => {
  for (const [index, key] of source.transmitters.entries()) {
    const pointer = `/transmitters/${index}`;
    const device = site.deviceByKey(key);
    if (device === undefined) return noSuchDevice(pointer, key);
    if (device.kind !== 'transmitter') return invalid(pointer, `${device.id} is not a transmitter`);
    const other = site.usesOf(key).sources.find((each) => each.key !== source.key);
    if (other !== undefined) return conflict(pointer, `the source ${other.name} already has ${device.id}`);
  }
  return distinct(source.transmitters, { pointer: '/transmitters', noun: 'transmitter' });
};

function eachReceiver(
  list: {
    readonly receivers: readonly DeviceKey[];
    readonly kind: Receiver['receiverKind'];
    readonly owner: 'seat' | 'wall';
  },
  site: DirectoryIndex,
): ChangeRefusal | null {
  for (const [index, key] of list.receivers.entries()) {
    const pointer = `/receivers/${index}`;
    const device = site.deviceByKey(key);
    if (device === undefined) return noSuchDevice(pointer, key);
    if (device.kind !== 'receiver') return invalid(pointer, `${device.id} is not a receiver`);
    if (device.receiverKind !== list.kind) {
      return invalid(pointer, `${device.id} is a ${device.receiverKind}; a ${list.owner} has ${list.kind}s alone`);
    }
  }
  return distinct(list.receivers, { pointer: '/receivers', noun: 'receiver' });
}

function places(receivers: readonly DeviceKey[], taken: (key: DeviceKey) => string | null): ChangeRefusal | null {
  for (const [index, key] of receivers.entries()) {
    const message = taken(key);
    if (message !== null) return conflict(`/receivers/${index}`, message);
  }
  return null;
}

const takenBy = (noun: string, owner: { readonly name: string } | undefined): string | null =>
  owner === undefined ? null : `the ${noun} ${owner.name} already has this receiver`;
