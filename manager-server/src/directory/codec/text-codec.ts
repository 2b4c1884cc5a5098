import { NAME_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';

/** Long enough for any random identifier; a part of a path under /api, and without the colon of derived seats' keys. */
const KEY_FORM = /^[A-Za-z0-9_-]{1,64}$/;

/** Any script; no control characters, no line breaks of any kind, no halves of characters. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]*$/u;

const oneLine = (max: number) =>
  z
    .string()
    .max(max, { error: `at most ${max} characters` })
    .regex(ONE_LINE, { error: 'one line, without control characters' });

/** What people call something. A space at either end would make two names that nobody can tell apart. */
export const nameText = oneLine(NAME_MAX)
  .min(1, { error: 'a name is needed' })
  .refine((text) => text === text.trim(), { error: 'a name neither begins nor ends with a space, nor is one' });

/** A line that may be empty. */
export const optionalLine = oneLine;

/** A record's key, or a reference to one: letters, digits, - and _. */
export function keyText<Key extends string>(): z.ZodType<Key, string> {
  const schema = z.string().regex(KEY_FORM, { error: '1 to 64 letters, digits, - and _' });
  return schema as unknown as z.ZodType<Key, string>;
}
