import type { ByKey, Device, Seat, Source, Wall } from '../../api/records.ts';

/** One line of the matrix: a receiver, or all tiles of a spliced wall, which show one picture together. */
export interface MatrixRow {
  /** The one that commands name: of a wall the first tile. */
  readonly receiver: Device;
  readonly receivers: readonly Device[];
  /** `5001`, or `5006–5007`. */
  readonly id: string;
  readonly name: string;
  readonly wall: Wall | null;
  readonly group: AxisGroup | null;
}

export interface MatrixColumn {
  readonly transmitter: Device;
  readonly group: AxisGroup | null;
}

/** What a line belongs to: a seat of several displays, or a computer with several outputs. */
export interface AxisGroup {
  readonly key: string;
  readonly name: string;
  /** From 1, in the order of F7 or of the heads. */
  readonly number: number;
  readonly count: number;
}

/** Receivers by ID, those of a seat together and in its order, a spliced wall as one. */
export function matrixRows(
  receivers: readonly Device[],
  { seats, walls }: { readonly seats: ByKey<Seat>; readonly walls: ByKey<Wall> },
): readonly MatrixRow[] {
  const byKey = new Map(receivers.map((device) => [device.key, device]));
  const devicesOf = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  const seatOf = new Map([...seats.values()].flatMap((seat) => seat.receivers.map((key) => [key, seat] as const)));
  const spliced = [...walls.values()].filter(({ state }) => state === 'spliced');
  const wallOf = new Map(spliced.flatMap((wall) => wall.receivers.map((key) => [key, wall] as const)));
  const rows: MatrixRow[] = [];
  const done = new Set<string>();
  for (const receiver of receivers) {
    if (done.has(receiver.key)) continue;
    const wall = wallOf.get(receiver.key);
    const seat = seatOf.get(receiver.key);
    const together = devicesOf(wall?.receivers ?? seat?.receivers ?? [receiver.key]);
    for (const { key } of together) done.add(key);
    if (wall !== undefined) rows.push(wallRow(wall, together));
    else {
      for (const [index, device] of together.entries()) {
        const group = seat === undefined ? null : groupOf(seat, { index, count: together.length });
        rows.push({ receiver: device, receivers: [device], id: device.id, name: device.name, wall: null, group });
      }
    }
  }
  return rows;
}

/** Transmitters by ID, the heads of one computer together and in their order. */
export function matrixColumns(transmitters: readonly Device[], sources: ByKey<Source>): readonly MatrixColumn[] {
  const byKey = new Map(transmitters.map((device) => [device.key, device]));
  const sourceOf = new Map(
    [...sources.values()].flatMap((each) => each.transmitters.map((key) => [key, each] as const)),
  );
  const columns: MatrixColumn[] = [];
  const done = new Set<string>();
  for (const transmitter of transmitters) {
    if (done.has(transmitter.key)) continue;
    const source = sourceOf.get(transmitter.key);
    const heads = (source?.transmitters ?? [transmitter.key]).flatMap((key) => byKey.get(key) ?? []);
    for (const [index, head] of heads.entries()) {
      done.add(head.key);
      const group = source === undefined ? null : groupOf(source, { index, count: heads.length });
      columns.push({ transmitter: head, group });
    }
  }
  return columns;
}

function wallRow(wall: Wall, receivers: readonly Device[]): MatrixRow {
  const [first] = receivers;
  if (first === undefined) throw new RangeError(`the wall ${wall.name} has no tiles`);
  const ids = receivers.map(({ id }) => id).sort();
  const id = ids.length === 1 ? first.id : `${ids[0]}–${ids.at(-1)}`;
  return { receiver: first, receivers, id, name: wall.name, wall, group: null };
}

const groupOf = (
  { key, name }: { readonly key: string; readonly name: string },
  { index, count }: { readonly index: number; readonly count: number },
): AxisGroup | null => (count < 2 ? null : { key, name, number: index + 1, count });
