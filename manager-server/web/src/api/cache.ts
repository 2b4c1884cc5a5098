import { queryClient } from './queries.ts';
import type { ByKey, CollectionName, Collections, Settings } from './records.ts';

/** What the page knows of a collection; undefined when nothing has asked for it yet. */
export const known = <Name extends CollectionName>(name: Name): ByKey<Collections[Name]> | undefined =>
  queryClient.getQueryData<ByKey<Collections[Name]>>([name]);

/** Takes in a record as it now is. An older one than is known is passed over: answers and events overtake each other. */
export function keepRecord<Name extends CollectionName>(name: Name, record: Collections[Name]): void {
  patchMap<Collections[Name]>([name], (records) => {
    const before = records.get(record.key);
    if (before !== undefined && before.version > record.version) return;
    records.set(record.key, record);
  });
}

export function dropRecord(name: CollectionName, key: string): void {
  patchMap([name], (records) => void records.delete(key));
}

export function keepSettings(settings: Settings): void {
  queryClient.setQueryData<Settings>(['settings'], (before) =>
    before !== undefined && before.version > settings.version ? before : settings,
  );
}

/** Changes a copy of a map that is known; does nothing when it is not. */
export function patchMap<Value>(queryKey: readonly string[], change: (map: Map<string, Value>) => void): void {
  queryClient.setQueryData<ByKey<Value>>(queryKey, (before) => {
    if (before === undefined) return undefined;
    const after = new Map(before);
    change(after);
    return after;
  });
}
