/** Short enough to feel at once, long enough that the eight routes of a seat are one look. */
const GATHER_FOR = 60;

export interface Gathering {
  add(kind: string, key: string): void;
}

/**
 * Collects keys by kind for a moment and hands them over together, each key once. What comes while those are being seen
 * to waits for it: a thousand boxes that come back ask as much as the manager answers, and no more.
 *
 * `ready` may give a promise of having seen to them.
 */
export function createGathering(
  ready: (kind: string, keys: ReadonlySet<string>) => unknown,
  later: (then: () => void) => void = (then) => void window.setTimeout(then, GATHER_FOR),
): Gathering {
  const gathered = new Map<string, Set<string>>();
  const busy = new Set<string>();
  const begin = (kind: string) =>
    later(() => {
      const all = gathered.get(kind) ?? new Set();
      gathered.delete(kind);
      busy.add(kind);
      const seenTo = () => {
        busy.delete(kind);
        if (gathered.has(kind)) begin(kind);
      };
      // Who failed has told so; what comes next is tried all the same.
      Promise.resolve(ready(kind, all)).then(seenTo, seenTo);
    });
  return {
    add(kind, key) {
      const keys = gathered.get(kind);
      if (keys !== undefined) {
        keys.add(key);
        return;
      }
      gathered.set(kind, new Set([key]));
      if (!busy.has(kind)) begin(kind);
    },
  };
}
