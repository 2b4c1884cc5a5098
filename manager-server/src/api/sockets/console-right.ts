import type { Device } from '@seatmatrix/protocol/domain';
import type { Account } from '../../people/account.ts';
import type { SessionView } from '../box-side.ts';

/** `display`: it hangs on a wall. `taken`: somebody else works there. */
export type ConsoleRefusal = 'display' | 'taken';

/**
 * Why somebody may not have this device's console, null when he may. An operator's own desk, or a free one, is his to
 * open; over somebody's shoulder, and at what hangs on a wall, look supervisors and administrators.
 */
export function consoleRefusal(
  sessions: readonly SessionView[],
  { account, device }: { readonly account: Account; readonly device: Device },
): ConsoleRefusal | null {
  if (account.role !== 'operator') return null;
  if (device.kind === 'receiver' && device.receiverKind === 'display') return 'display';
  const taken = sessions.some(({ receivers, operator }) => receivers.includes(device.key) && operator !== account.key);
  return taken ? 'taken' : null;
}
