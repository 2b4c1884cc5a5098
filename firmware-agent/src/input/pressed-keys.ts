import type { KeyEdge, Usage } from '@seatmatrix/protocol/domain';

/** The keys that are pressed now in the order in which they went down: those held before keep their place. */
export function pressedInOrder(before: readonly Usage[], now: ReadonlySet<Usage>): readonly Usage[] {
  const held = before.filter((key) => now.has(key));
  const kept = new Set(held);
  return [...held, ...[...now].filter((key) => !kept.has(key))];
}

/**
 * What happened between two pressed sets. Releases come first: a report that lifts Shift and presses O at once is a tap
 * that ended before the O, not an O inside the tap.
 */
export function keyEdges(before: Iterable<Usage>, now: Iterable<Usage>): readonly KeyEdge[] {
  const old = new Set(before);
  const fresh = new Set(now);
  return [
    ...[...old].filter((key) => !fresh.has(key)).map((key) => ({ key, pressed: false })),
    ...[...fresh].filter((key) => !old.has(key)).map((key) => ({ key, pressed: true })),
  ];
}

export const sameKeys = (one: readonly Usage[], other: readonly Usage[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);
