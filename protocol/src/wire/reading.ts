import { Fault } from '../kernel/index.ts';

/** A field as the generated decoder leaves it: proto3 has no required fields. */
export type Given<Value> = Value | null | undefined;

export function malformed(field: string, problem: string): Fault {
  return new Fault({ code: 'frame-malformed', message: `${field}: ${problem}`, context: { field } });
}

export function required<Value>(value: Given<Value>, field: string): Value {
  if (value === null || value === undefined) throw malformed(field, 'is missing');
  return value;
}

export function optional<Value, Out>(value: Given<Value>, read: (value: Value) => Out): Out | null {
  return value === null || value === undefined ? null : read(value);
}

/** Length in UTF-16 code units, as everywhere in the domain. */
export function readText(
  value: Given<string>,
  { field, min = 0, max }: { readonly field: string; readonly min?: number; readonly max: number },
): string {
  const text = value ?? '';
  if (text.length < min) throw malformed(field, 'is too short');
  if (text.length > max) throw malformed(field, `is longer than ${max}`);
  return text;
}

export function readWhole(
  value: Given<number>,
  {
    field,
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
  }: { readonly field: string; readonly min?: number; readonly max?: number },
): number {
  const number = value ?? 0;
  // The generated decoder rounds integers above 2^53, always to something that is not safe.
  if (!Number.isSafeInteger(number)) throw malformed(field, 'is not a safe integer');
  if (number < min || number > max) throw malformed(field, `is not within ${min} and ${max}`);
  return number;
}

export function readReal(
  value: Given<number>,
  { field, min, max }: { readonly field: string; readonly min: number; readonly max: number },
): number {
  const number = value ?? 0;
  if (!(number >= min && number <= max)) throw malformed(field, `is not within ${min} and ${max}`);
  return number;
}

/** A view of the frame, not a copy. */
export function readBytes(
  value: Given<Uint8Array>,
  { field, min = 0, max }: { readonly field: string; readonly min?: number; readonly max: number },
): Uint8Array {
  const bytes = value ?? new Uint8Array(0);
  if (bytes.length < min) throw malformed(field, `is shorter than ${min} bytes`);
  if (bytes.length > max) throw malformed(field, `is longer than ${max} bytes`);
  return bytes;
}

export function readList<Value, Out>(
  values: Given<readonly Value[]>,
  { field, max, read }: { readonly field: string; readonly max: number; readonly read: (value: Value) => Out },
): readonly Out[] {
  const list = values ?? [];
  if (list.length > max) throw malformed(field, `has more than ${max} entries`);
  return list.map(read);
}
