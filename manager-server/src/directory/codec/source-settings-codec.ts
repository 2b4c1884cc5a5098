import { SERIAL_BAUD_MAX, SERIAL_BAUD_MIN, type SourceSettings } from '@seatmatrix/protocol/domain';
import { z } from 'zod';

const baud = (() => {
  const error = `${SERIAL_BAUD_MIN} to ${SERIAL_BAUD_MAX} bits a second`;
  return z.int({ error }).min(SERIAL_BAUD_MIN, { error }).max(SERIAL_BAUD_MAX, { error });
})();

const serial = z.strictObject(
  {
    baud,
    dataBits: z.literal([5, 6, 7, 8], { error: '5, 6, 7 or 8 data bits' }),
    parity: z.enum(['none', 'even', 'odd'], { error: 'none, even or odd' }),
    stopBits: z.literal([1, 2], { error: '1 or 2 stop bits' }),
    flowControl: z.enum(['none', 'hardware', 'software'], {
      error: 'none, hardware (RTS and CTS) or software (XON and XOFF)',
    }),
  },
  { error: missing('baud, dataBits, parity, stopBits and flowControl') },
);

export const sourceSettingsSchema: z.ZodType<SourceSettings> = z.strictObject(
  {
    pointer: z.enum(['absolute', 'relative'], {
      error: 'absolute (most computers) or relative (games, firmware menus)',
    }),
    chroma: z.enum(['4:2:0', '4:4:4'], { error: '4:2:0, or 4:4:4 for sharp coloured text' }),
    sound: z.boolean({ error: 'true or false' }),
    serial,
  },
  { error: missing('pointer, chroma, sound and serial') },
);

/** Settings are given whole: a part that is left out would be a default that nobody sees. */
function missing(parts: string): (issue: { readonly code?: string }) => string | undefined {
  return ({ code }) => (code === 'invalid_type' ? `an object with ${parts}` : undefined);
}
