import { osdMessageOfCommand, words } from '@seatmatrix/osd';
import { answerOf, api } from '../../api/client.ts';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { pageLanguage } from '../../page/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { act } from '../../shell/notices.tsx';

/** Puts a transmitter on a receiver, or null for nothing; with the way back to what it showed. */
export async function setRoute(
  receiver: Device,
  wanted: { readonly next: Device | null; readonly before: Device | null },
): Promise<void> {
  const name = labelOf(receiver);
  const done =
    wanted.next === null
      ? word('disconnected', { receiver: name })
      : word('connected', { receiver: name, transmitter: labelOf(wanted.next) });
  await act(() => command(receiver, wanted.next), { done, undo: () => command(receiver, wanted.before) });
}

async function command(receiver: Device, transmitter: Device | null): Promise<void> {
  const body =
    transmitter === null
      ? ({ function: 'disconnect', receiver: receiver.key } as const)
      : ({ function: 'connect', receiver: receiver.key, transmitter: transmitter.key } as const);
  const { refusal } = await answerOf(api.POST('/api/commands', { body }));
  if (refusal === null) return;
  const reason = words(pageLanguage(), osdMessageOfCommand(refusal));
  throw new RangeError(word('commandRefused', { receiver: labelOf(receiver), reason }));
}
