import type { z } from 'zod';

/** How a record's value becomes JSON text and back. `decode` throws on a body that is not such a value. */
export interface RecordCodec<Value> {
  encode(value: Value): string;
  decode(body: string): Value;
}

/** For values that are JSON as they stand: the schema checks what was read and gives it its type. */
export function jsonCodec<Value>(schema: z.ZodType<Value>): RecordCodec<Value> {
  return {
    encode: (value) => JSON.stringify(value),
    decode: (body) => schema.parse(JSON.parse(body)),
  };
}
