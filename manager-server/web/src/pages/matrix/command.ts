import { osdMessageOfCommand, words } from '@seatmatrix/osd';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/generated/openapi.ts';
import { pageLanguage } from '../../page/words.ts';

export type CommandOutcome = components['schemas']['CommandOutcome'];
export type CommandRefusal = NonNullable<CommandOutcome['refusal']>;

export const connect = (
  receiver: string,
  transmitter: string,
  { withoutPicture }: { readonly withoutPicture: boolean },
): Promise<CommandOutcome> =>
  answerOf(api.POST('/api/commands', { body: { function: 'connect', receiver, transmitter, withoutPicture } }));

export const disconnect = (receiver: string): Promise<CommandOutcome> =>
  answerOf(api.POST('/api/commands', { body: { function: 'disconnect', receiver } }));

/** Puts what the receiver shows on others, or on all that can take it. */
export const push = (receiver: string, targets: readonly string[] | 'all'): Promise<CommandOutcome> =>
  answerOf(
    api.POST('/api/commands', {
      body: { function: 'push', receiver, targets: targets === 'all' ? targets : [...targets] },
    }),
  );

/** The manager's reason, in the words that an operator reads at his desk. */
export const refusalWord = (refusal: CommandRefusal): string => words(pageLanguage(), osdMessageOfCommand(refusal));

/** As the manager has it now; what is being connected counts as shown. */
export async function readShown(receivers: Iterable<string>): Promise<ReadonlyMap<string, string | null>> {
  const { items } = await answerOf(api.GET('/api/routes'));
  const routes = new Map(items.map((route) => [route.receiver, route.attempt ?? route.transmitter]));
  return new Map([...receivers].map((receiver) => [receiver, routes.get(receiver) ?? null]));
}
