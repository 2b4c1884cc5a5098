/** Short enough to feel at once, long enough that the eight routes of a seat are one look. */
const GATHER_FOR = 60;

export interface Gathering {
  add(kind: string, key: string): void;
}

/** Collects keys by kind for a moment and hands them over together, each key once. */
export function createGathering(
  ready: (kind: string, keys: ReadonlySet<string>) => void,
  later: (then: () => void) => void = (then) => void window.setTimeout(then, GATHER_FOR),
): Gathering {
  const gathered = new Map<string, Set<string>>();
  return {
    add(kind, key) {
      const keys = gathered.get(kind);
      if (keys !== undefined) {
        keys.add(key);
        return;
      }
      gathered.set(kind, new Set([key]));
      later(() => {
        const all = gathered.get(kind) ?? new Set();
        gathered.delete(kind);
        ready(kind, all);
      });
    },
  };
}
