import { deviceKey, fingerprint, operatorKey } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import type { DirectoryChange } from './directory/directory.ts';
import type { PeopledSeed } from './run-site.ts';

const orderSchema = z.object({
  type: z.literal('seed'),
  seed: z.object({
    // The directory judges every record by its own schema when it is put.
    changes: z.array(z.looseObject({ type: z.literal('put'), collection: z.string(), expected: z.null() })),
    passwords: z.array(z.object({ operator: z.string().transform(operatorKey), password: z.string() })),
    boxes: z.array(
      z.object({ fingerprint: z.string().transform(fingerprint), device: z.string().transform(deviceKey) }),
    ),
    administrator: z.object({ name: z.string(), password: z.string() }),
  }),
});

/** What of Node's `process` this needs. */
export interface SeedChannel {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/** The demonstration's supervisor says `{ type: 'seed', seed }` over the channel; anything else is passed over. */
export function nextSeed(channel: SeedChannel): Promise<PeopledSeed> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      const order = orderSchema.safeParse(message);
      if (!order.success) return;
      channel.off('message', hear);
      const { changes, ...rest } = order.data.seed;
      resolve({ ...rest, changes: changes as unknown as readonly DirectoryChange[] });
    };
    channel.on('message', hear);
  });
}
