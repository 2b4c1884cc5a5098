import type { DeviceKey, Hotkey, HotkeyKey } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { keyText } from './text-codec.ts';

/** What may be a text is the domain's law (hotkeyConflict), which needs the site beside it. */
export const hotkeySchema: z.ZodType<Hotkey> = z.strictObject({
  key: keyText<HotkeyKey>(),
  text: z.string(),
  devices: z.array(keyText<DeviceKey>()),
});
