import { BANNER_MAX, NAME_MAX } from '@seatmatrix/protocol/domain';
import { type Duration, milliseconds } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { echoedFields, type Representation, type ResourceUpdate, versionSchema } from './resource.ts';
import { lineSchema } from './text.ts';

const settings = {
  name: lineSchema({ min: 1, max: NAME_MAX }),
  twoSeats: z.enum(['allow', 'refuse', 'move']),
  boxes: z.strictObject({
    language: z.enum(['zh', 'en']),
    hotkey: z.enum(['double-shift', 'double-control', 'double-alt', 'double-scroll-lock']),
    // Below, nobody taps fast enough; above, typing would raise the menu.
    tapWindow: durationSchema(100, 2000),
    commandWindow: durationSchema(500, 10_000),
    successLinger: durationSchema(0, 10_000),
    menuIdle: durationSchema(5000, 3_600_000).nullable(),
    banner: lineSchema({ min: 0, max: BANNER_MAX }),
  }),
};

export const settingsUpdate: z.ZodType<ResourceUpdate<'settings'>> = z.strictObject({ ...settings, ...echoedFields });

export const settingsRepresentation: z.ZodType<Representation<'settings'>> = z
  .object({ ...settings, key: z.literal('site'), version: versionSchema })
  .meta({ id: 'Settings' });

/** Milliseconds. */
function durationSchema(min: number, max: number): z.ZodType<Duration, Duration> {
  // The brand exists in types alone.
  return z.int().min(milliseconds(min)).max(milliseconds(max)) as unknown as z.ZodType<Duration, Duration>;
}
