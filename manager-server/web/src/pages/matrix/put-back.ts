import { answerOf, api } from '../../api/client.ts';
import { type CommandRefusal, connect, disconnect } from './command.ts';

/** What each of some receivers is to show; null for nothing. */
export type Shown = ReadonlyMap<string, string | null>;

/** As the manager has it now; what is being connected counts as shown. */
export async function readShown(receivers: Iterable<string>): Promise<Shown> {
  const { items } = await answerOf(api.GET('/api/routes'));
  const routes = new Map(items.map((route) => [route.receiver, route.attempt ?? route.transmitter]));
  return new Map([...receivers].map((receiver) => [receiver, routes.get(receiver) ?? null]));
}

export interface PutBack {
  /** Receivers that somebody else has changed since: left as they are. */
  readonly changedSince: readonly string[];
  readonly refused: readonly { readonly receiver: string; readonly refusal: CommandRefusal }[];
}

/**
 * Takes back what changed between `before` and `after`, receiver by receiver. What a first command brings along (a
 * computer's other heads, a wall's other tiles) is not commanded again.
 */
export async function putBack(before: Shown, after: Shown): Promise<PutBack> {
  const [changedSince, refused]: [string[], { receiver: string; refusal: CommandRefusal }[]] = [[], []];
  let expected = after;
  for (const [receiver, was] of before) {
    if (after.get(receiver) === was) continue;
    const now = await readShown(before.keys());
    const there = now.get(receiver) ?? null;
    if (there === was) continue;
    if (there !== (expected.get(receiver) ?? null)) {
      changedSince.push(receiver);
      continue;
    }
    const { refusal } =
      was === null ? await disconnect(receiver) : await connect(receiver, was, { withoutPicture: true });
    if (refusal !== null) refused.push({ receiver, refusal });
    const then = await readShown(before.keys());
    // What our own command changed beside its receiver is nobody else's doing.
    expected = new Map(
      [...expected].map(([key, value]) => [key, then.get(key) === now.get(key) ? value : (then.get(key) ?? null)]),
    );
  }
  return { changedSince, refused };
}
