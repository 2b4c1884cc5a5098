import { deviceKey } from '@seatmatrix/protocol/domain';
import type { ChangeRefusal } from '../directory.ts';
import type { DirectoryIndex } from '../directory-index.ts';
import type { RecordName } from '../record-name.ts';
import { conflict } from './law.ts';

/**
 * Why what was deleted is still needed. A device's place in a seat, wall, source or hotkey was arranged on purpose and
 * its order means something: whoever deletes the device decides first what becomes of it.
 */
export function judgeDeletion({ collection, key }: RecordName, site: DirectoryIndex): ChangeRefusal | null {
  if (collection !== 'devices' || site.snapshot.devices.has(key)) return null;
  const { seats, walls, sources, hotkeys } = site.usesOf(deviceKey(key));
  const users = [
    ...seats.map(({ name }) => `the seat ${name}`),
    ...walls.map(({ name }) => `the wall ${name}`),
    ...sources.map(({ name }) => `the source ${name}`),
    ...hotkeys.map(({ text }) => `the hotkey ${text}`),
  ];
  return users.length === 0 ? null : conflict('', `it is still needed by ${users.join(', ')}`);
}
