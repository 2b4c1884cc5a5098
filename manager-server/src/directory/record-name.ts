import type { Grant } from '@seatmatrix/protocol/domain';
import { unreachable } from '@seatmatrix/protocol/kernel';
import type { CollectionName, Collections, DirectorySnapshot } from './collection.ts';

/** A record by its place. */
export interface RecordName {
  readonly collection: CollectionName;
  readonly key: string;
}

/** A record's value together with its collection. */
export type CollectionValue = {
  readonly [Name in CollectionName]: { readonly collection: Name; readonly value: Collections[Name] };
}[CollectionName];

/** What people call the record: a device by its ID and name, a grant by who may do what. The key where it is not there. */
export function nameRecord({ collection, key }: RecordName, site: DirectorySnapshot): string {
  const held = site[collection].get(key);
  // The value was taken from the collection of this name.
  return held === undefined ? key : nameValue({ collection, value: held.value } as CollectionValue, site);
}

/** The same for a value that need not be in the site. */
export function nameValue(named: CollectionValue, site: DirectorySnapshot): string {
  switch (named.collection) {
    case 'devices':
      return `${named.value.id} ${named.value.name}`;
    case 'hotkeys':
      return named.value.text;
    case 'grants':
      return nameGrant(named.value, site);
    case 'device-groups':
    case 'operators':
    case 'groups':
    case 'seats':
    case 'walls':
    case 'sources':
    case 'settings':
      return named.value.name;
    default:
      return unreachable(named);
  }
}

function nameGrant({ right, subject, object }: Grant, site: DirectorySnapshot): string {
  const who = nameRecord({ collection: subject.type === 'operator' ? 'operators' : 'groups', key: subject.key }, site);
  const what = nameRecord(
    { collection: object.type === 'device' ? 'devices' : 'device-groups', key: object.key },
    site,
  );
  return `${right} ${what} by ${subject.type} ${who}`;
}
