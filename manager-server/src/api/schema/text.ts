import { PASSWORD_LENGTH_MAX } from '@seatmatrix/protocol/domain';
import { z } from 'zod';

/** Control characters and line ends: a name is one line. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/**
 * One line in any script, kept byte for byte: nothing is trimmed, composed or folded. Text that is no Unicode (half a
 * surrogate pair) could not come back as it was and is refused.
 */
export function lineSchema({ min, max }: { readonly min: number; readonly max: number }) {
  return z
    .string()
    .min(min)
    .max(max)
    .regex(ONE_LINE, 'must be one line')
    .refine((text) => text.isWellFormed(), 'is not Unicode text');
}

/** Of an existing account or a new one: whether it is good enough, the rules say. */
export const passwordSchema = z
  .string()
  .min(1)
  // Characters beyond the basic plane take two of JavaScript's.
  .max(2 * PASSWORD_LENGTH_MAX)
  .refine((text) => [...text].length <= PASSWORD_LENGTH_MAX, `has more than ${PASSWORD_LENGTH_MAX} characters`)
  .refine((text) => text.isWellFormed(), 'is not Unicode text')
  .meta({ format: 'password' });
