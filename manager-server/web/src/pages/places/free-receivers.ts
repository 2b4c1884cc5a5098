import type { ByKey, Device, Seat, Wall } from '../../api/records.ts';

/** Receivers of a use that no other place has; those of `own` count as free. By ID. */
export function freeReceivers(
  receivers: readonly Device[],
  {
    use,
    own,
    seats,
    walls,
  }: {
    readonly use: 'desk' | 'display';
    readonly own: string;
    readonly seats: ByKey<Seat>;
    readonly walls: ByKey<Wall>;
  },
): readonly string[] {
  const taken = new Set(
    [...seats.values(), ...walls.values()].filter(({ key }) => key !== own).flatMap((place) => place.receivers),
  );
  return receivers
    .filter((device) => device.kind === 'receiver' && device.receiverKind === use && !taken.has(device.key))
    .map(({ key }) => key);
}
