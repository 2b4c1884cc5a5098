import type { DeviceKey } from '@seatmatrix/protocol/domain';
import type { ChangeRefusal } from '../directory.ts';
import type { DirectoryIndex } from '../directory-index.ts';

/**
 * What must hold of a record among all others, beside its own form. Asked of the site as it would be after the change;
 * null when it holds.
 */
export type Law<Value> = (value: Value, site: DirectoryIndex) => ChangeRefusal | null;

export const invalid = (pointer: string, message: string): ChangeRefusal => ({ type: 'invalid', pointer, message });
export const conflict = (pointer: string, message: string): ChangeRefusal => ({ type: 'conflict', pointer, message });

/** The first law that does not hold. */
export function allOf<Value>(...laws: readonly Law<Value>[]): Law<Value> {
  return (value, site) => {
    for (const law of laws) {
      const refusal = law(value, site);
      if (refusal !== null) return refusal;
    }
    return null;
  };
}

/** No entry of the list twice. */
export function distinct(
  list: readonly string[],
  { pointer, noun }: { readonly pointer: string; readonly noun: string },
) {
  const seen = new Set<string>();
  for (const [index, each] of list.entries()) {
    if (seen.has(each)) return invalid(`${pointer}/${index}`, `the same ${noun} twice`);
    seen.add(each);
  }
  return null;
}

export const noSuchDevice = (pointer: string, key: DeviceKey) => invalid(pointer, `there is no device ${key}`);
