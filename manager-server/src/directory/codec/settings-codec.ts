import { BANNER_MAX, DEFAULT_BOX_SETTINGS, OFFLINE_GRACE_MAX } from '@seatmatrix/protocol/domain';
import type { Duration } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import type { SiteSettings } from '../collection.ts';
import { nameText, optionalLine } from './text-codec.ts';

const duration = ({ min, max }: { readonly min: number; readonly max: number }) => {
  const error = `${min} to ${max} ms`;
  const schema = z.int({ error }).min(min, { error }).max(max, { error });
  return schema as unknown as z.ZodType<Duration, number>;
};

export const settingsSchema: z.ZodType<SiteSettings> = z.strictObject({
  key: z.literal('site'),
  name: nameText,
  twoSeats: z.enum(['allow', 'refuse', 'move']),
  secondFactor: z.enum(['optional', 'administrators', 'everybody']),
  pushesOfDisabled: z.enum(['keep', 'end-at-desks', 'end']),
  boxes: z.strictObject({
    language: z.enum(['zh', 'en']),
    // Sites and programs from before it do not say it.
    textSize: z.enum(['small', 'normal', 'large']).default(DEFAULT_BOX_SETTINGS.textSize),
    hotkey: z.enum(['double-shift', 'double-control', 'double-alt', 'double-scroll-lock']),
    // Below 200 ms a slow hand never raises the menu; above two seconds ordinary typing does.
    tapWindow: duration({ min: 200, max: 2000 }),
    commandWindow: duration({ min: 500, max: 10_000 }),
    successLinger: duration({ min: 0, max: 10_000 }),
    // Below five seconds the menu closes while it is read.
    menuIdle: duration({ min: 5000, max: 3_600_000 }).nullable(),
    // Sites and programs from before it do not say it.
    offlineGrace: duration({ min: 0, max: OFFLINE_GRACE_MAX }).default(DEFAULT_BOX_SETTINGS.offlineGrace),
    banner: optionalLine(BANNER_MAX),
  }),
});
