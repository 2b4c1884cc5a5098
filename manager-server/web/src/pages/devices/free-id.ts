import type { Device } from '../../api/records.ts';

const FIRST = { transmitter: 1, receiver: 5001 } as const;

/** The lowest ID of its kind that no device has, in four digits. */
export function freeId(kind: Device['kind'], devices: Iterable<Device>): string {
  const taken = new Set([...devices].map(({ id }) => Number(id)));
  let number = FIRST[kind];
  while (taken.has(number)) number += 1;
  return String(number).padStart(4, '0');
}
