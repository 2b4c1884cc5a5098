/** Usages carry their page in the upper half: 0x00010030 is X of the generic desktop page. */
export interface UsageRange {
  readonly first: number;
  readonly last: number;
}

export interface Collection {
  readonly index: number;
  readonly type: number;
  readonly usage: number;
}

/** What one Input, Output or Feature item declares: `count` values of `size` bits from bit `offset` on. */
export interface ReportField {
  readonly kind: 'input' | 'output' | 'feature';
  /** Report ID, 0 where the device uses none. */
  readonly report: number;
  /** In bits, without the report ID. */
  readonly offset: number;
  /** 1–32 bits. */
  readonly size: number;
  readonly count: number;
  /** Each value has a usage of its own; otherwise each says which of the usages is on. */
  readonly variable: boolean;
  readonly relative: boolean;
  /** In the order of the values; the last one is that of all values that are left. */
  readonly usages: readonly UsageRange[];
  readonly logical: { readonly minimum: number; readonly maximum: number };
  readonly physical: { readonly minimum: number; readonly maximum: number };
  /** From the outermost in. */
  readonly collections: readonly Collection[];
}

/** One value of a report: a key, a button, an axis. */
export interface ReportValue {
  readonly field: ReportField;
  readonly usage: number;
  readonly report: number;
  /** In bits, without the report ID. */
  readonly offset: number;
}

export interface ReportDescriptor {
  /** Whether a report begins with its ID. */
  readonly numbered: boolean;
  readonly fields: readonly ReportField[];
  /** Bits of each report, by kind and ID, as `reportKey` says. */
  readonly bits: ReadonlyMap<string, number>;
}

export const reportKey = ({ kind, report }: Pick<ReportField, 'kind' | 'report'>): string => `${kind} ${report}`;

/** The usage of the application collection that the field is in, 0 without one. */
export const applicationOf = (field: ReportField): number => innermost(field, APPLICATION)?.usage ?? 0;

export const logicalCollectionOf = (field: ReportField): Collection | undefined => innermost(field, LOGICAL);

/** The usage at this place of the declared ones; undefined behind the last. */
export function usageAt({ usages }: ReportField, place: number): number | undefined {
  if (place < 0) return undefined;
  let rest = place;
  for (const { first, last } of usages) {
    if (rest <= last - first) return first + rest;
    rest -= last - first + 1;
  }
  return undefined;
}

/** Each value of a variable field by itself. Behind the last usage all further values have it too (HID 1.11 §6.2.2.8). */
export function valuesOf(field: ReportField): readonly ReportValue[] {
  const values: ReportValue[] = [];
  const add = (usage: number) => {
    values.push({ field, usage, report: field.report, offset: field.offset + values.length * field.size });
  };
  for (const { first, last } of field.usages) {
    for (let usage = first; usage <= last && values.length < field.count; usage++) add(usage);
  }
  const further = field.usages.at(-1)?.last;
  while (further !== undefined && values.length < field.count) add(further);
  return values;
}

const APPLICATION = 1;
const LOGICAL = 2;

const innermost = (field: ReportField, type: number): Collection | undefined =>
  field.collections.findLast((collection) => collection.type === type);
