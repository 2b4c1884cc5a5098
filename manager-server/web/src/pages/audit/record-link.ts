import type { ByKey, CollectionName, Collections } from '../../api/records.ts';

type Site = { readonly [Name in CollectionName]: ByKey<Collections[Name]> };

/** Where an entry's action says what kind of thing its object is. */
const places: Readonly<Record<string, { readonly collection: CollectionName; readonly path: string }>> = {
  device: { collection: 'devices', path: '/devices?device=' },
  'device-group': { collection: 'device-groups', path: '/people?tab=deviceGroups&device-group=' },
  operator: { collection: 'operators', path: '/people?operator=' },
  'second-factor': { collection: 'operators', path: '/people?operator=' },
  'sign-in': { collection: 'operators', path: '/people?operator=' },
  'sign-out': { collection: 'operators', path: '/people?operator=' },
  group: { collection: 'groups', path: '/people?tab=groups&group=' },
  hotkey: { collection: 'hotkeys', path: '/hotkeys?hotkey=' },
  seat: { collection: 'seats', path: '/places?seat=' },
  wall: { collection: 'walls', path: '/places?tab=walls&wall=' },
  source: { collection: 'sources', path: '/places?tab=sources&source=' },
  console: { collection: 'devices', path: '/devices?device=' },
};

const pages: Readonly<Record<string, string>> = {
  grant: '/people?tab=grants',
  settings: '/settings',
  authority: '/security',
  token: '/security',
};

/** By what the audit calls them: the newest that has the name, since names are used again. */
export type RecordLinks = (action: string, object: string) => string | null;

/** Addresses of what entries are about, as long as it is there under that name. */
export function recordLinks(site: Site): RecordLinks {
  const byName = new Map<string, string>();
  const add = (collection: CollectionName, name: string, key: string) => byName.set(`${collection} ${name}`, key);
  for (const { key, id, name } of site.devices.values()) {
    add('devices', `${id} ${name}`, key);
    add('devices', id, key);
  }
  for (const { key, text } of site.hotkeys.values()) add('hotkeys', text, key);
  for (const collection of ['device-groups', 'operators', 'groups', 'seats', 'walls', 'sources'] as const) {
    for (const { key, name } of site[collection].values()) add(collection, name, key);
  }
  return (action, object) => {
    const [kind = ''] = action.split('.');
    const place = places[kind];
    if (place === undefined) return pages[kind] ?? null;
    const key = byName.get(`${place.collection} ${object}`);
    return key === undefined ? null : `${place.path}${encodeURIComponent(key)}`;
  };
}
