import { unreachable } from '@seatmatrix/protocol/kernel';
import { collectionNames } from '../codec/index.ts';
import type { DirectorySnapshot } from '../collection.ts';
import type { ChangeRefusal } from '../directory.ts';
import { type DirectoryIndex, indexDirectory } from '../directory-index.ts';
import type { RecordName } from '../record-name.ts';
import { deviceLaw } from './device-laws.ts';
import { deviceGroupLaw, grantLaw } from './grant-laws.ts';
import { hotkeyLaw } from './hotkey-laws.ts';
import { groupLaw, operatorLaw } from './person-laws.ts';
import { seatLaw, sourceLaw, wallLaw } from './place-laws.ts';

/** Why the record may not stand among the others of the site; null when it may. One that is not there breaks nothing. */
export function judgeRecord({ collection, key }: RecordName, site: DirectoryIndex): ChangeRefusal | null {
  const { snapshot } = site;
  const judge = <Value>(
    held: ReadonlyMap<string, { readonly value: Value }>,
    law: (value: Value, site: DirectoryIndex) => ChangeRefusal | null,
  ) => {
    const found = held.get(key);
    return found === undefined ? null : law(found.value, site);
  };
  switch (collection) {
    case 'devices':
      return judge(snapshot.devices, deviceLaw);
    case 'device-groups':
      return judge(snapshot['device-groups'], deviceGroupLaw);
    case 'operators':
      return judge(snapshot.operators, operatorLaw);
    case 'groups':
      return judge(snapshot.groups, groupLaw);
    case 'grants':
      return judge(snapshot.grants, grantLaw);
    case 'hotkeys':
      return judge(snapshot.hotkeys, hotkeyLaw);
    case 'seats':
      return judge(snapshot.seats, seatLaw);
    case 'walls':
      return judge(snapshot.walls, wallLaw);
    case 'sources':
      return judge(snapshot.sources, sourceLaw);
    case 'settings':
      return null;
    default:
      return unreachable(collection);
  }
}

export interface BrokenLaw extends RecordName {
  readonly refusal: ChangeRefusal;
}

/** Every record of the site that could not have been written by a change. Empty unless somebody edited the file. */
export function brokenLaws(snapshot: DirectorySnapshot): readonly BrokenLaw[] {
  const site = indexDirectory(snapshot);
  return collectionNames.flatMap((collection) =>
    [...snapshot[collection].keys()].flatMap((key) => {
      const refusal = judgeRecord({ collection, key }, site);
      return refusal === null ? [] : [{ collection, key, refusal }];
    }),
  );
}
