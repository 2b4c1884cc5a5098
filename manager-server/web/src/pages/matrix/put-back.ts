import type { CommandOutcome, CommandRefusal } from './command.ts';

/** What each of some receivers is to show; null for nothing. */
export type Shown = ReadonlyMap<string, string | null>;

/** The manager, as far as taking back needs it. */
export interface Commanded {
  shown(receivers: Iterable<string>): Promise<Shown>;
  connect(receiver: string, transmitter: string): Promise<CommandOutcome>;
  disconnect(receiver: string): Promise<CommandOutcome>;
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
export async function putBack(
  { before, after }: { readonly before: Shown; readonly after: Shown },
  manager: Commanded,
): Promise<PutBack> {
  const changedSince: string[] = [];
  const refused: { readonly receiver: string; readonly refusal: CommandRefusal }[] = [];
  let expected = after;
  for (const [receiver, was] of before) {
    const now = await manager.shown(before.keys());
    const there = now.get(receiver) ?? null;
    if (there === was) continue;
    if (there !== (expected.get(receiver) ?? null)) {
      changedSince.push(receiver);
      continue;
    }
    const { refusal } = was === null ? await manager.disconnect(receiver) : await manager.connect(receiver, was);
    if (refusal !== null) refused.push({ receiver, refusal });
    const then = await manager.shown(before.keys());
    // What our own command changed beside its receiver is nobody else's doing.
    expected = new Map(
      [...expected].map(([key, value]) => [key, then.get(key) === now.get(key) ? value : (then.get(key) ?? null)]),
    );
  }
  return { changedSince, refused };
}
