import type { Right } from '@seatmatrix/protocol/domain';
import { create, remove } from '../../api/changes.ts';
import type { Grant, New } from '../../api/records.ts';
import { cellName, type GrantColumn, type GrantRow } from './grant-table.ts';

/** Cells from a corner to the one across, both inside. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What has to be done so that cells are all granted, or none is. */
export interface GrantChange {
  readonly give: boolean;
  readonly create: readonly New<'grants'>[];
  readonly remove: readonly Grant[];
}

export const rangeBetween = (one: Cell, other: Cell): CellRange => ({
  row: Math.min(one.row, other.row),
  column: Math.min(one.column, other.column),
  lastRow: Math.max(one.row, other.row),
  lastColumn: Math.max(one.column, other.column),
});

export const isInside = ({ row, column }: Cell, range: CellRange): boolean =>
  row >= range.row && row <= range.lastRow && column >= range.column && column <= range.lastColumn;

export const cellCount = (range: CellRange): number =>
  (range.lastRow - range.row + 1) * (range.lastColumn - range.column + 1);

export interface GrantSheet {
  readonly rows: readonly GrantRow[];
  readonly columns: readonly GrantColumn[];
  /** Of one right, by `cellName`. */
  readonly cells: ReadonlyMap<string, Grant>;
  readonly right: Right;
}

/**
 * `give` null: as the range's first cell asks for, that is granted where it is not; of a whole row or column, granted
 * unless all of it is.
 */
export function planChange(
  sheet: GrantSheet,
  { range, give }: { readonly range: CellRange; readonly give: boolean | null },
): GrantChange {
  const { cells, right } = sheet;
  const inside = sheet.rows
    .slice(range.row, range.lastRow + 1)
    .flatMap((row) =>
      sheet.columns
        .slice(range.column, range.lastColumn + 1)
        .map((column) => ({ row, column, grant: cells.get(cellName(row.subject, column.object)) })),
    );
  const gives = give ?? inside.some(({ grant }) => grant === undefined);
  if (!gives) return { give: false, create: [], remove: inside.flatMap(({ grant }) => grant ?? []) };
  const missing = inside.filter(({ grant }) => grant === undefined);
  const wanted = missing.map(({ row, column }) => ({ right, subject: row.subject, object: column.object }));
  return { give: true, create: wanted, remove: [] };
}

export const changeCount = (change: GrantChange): number => change.create.length + change.remove.length;

/** So many requests at one time: the manager writes what comes together at once, and others are served in between. */
const AT_ONCE = 8;

/** A change that stopped in the middle. */
export class PartlyChanged extends Error {
  override readonly name = 'PartlyChanged';
  readonly done: number;

  constructor(done: number, cause: unknown) {
    super('some rights were not changed', { cause });
    this.done = done;
  }
}

/** Does it and gives the change that takes it back. Throws `PartlyChanged`. */
export async function applyChange(change: GrantChange, progress: (done: number) => void): Promise<GrantChange> {
  const created: Grant[] = [];
  const tasks = [
    ...change.create.map((value) => async () => void created.push(await create('grants', value))),
    ...change.remove.map((grant) => () => remove('grants', grant)),
  ];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      await task();
      done += 1;
      progress(done);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    next = tasks.length;
    throw tasks.length === 1 ? error : new PartlyChanged(done, error);
  }
  const back = change.remove.map(({ right, subject, object }) => ({ right, subject, object }));
  return { give: !change.give, create: back, remove: created };
}
