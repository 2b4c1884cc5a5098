import { type CommandRefusal, commandRefusals } from '@seatmatrix/protocol/domain';

/** What stands against a command, asked one by one. */
export type Causes = Readonly<Partial<Record<CommandRefusal, () => boolean>>>;

/** The first cause that holds, in the order of judgement, whatever the order they are written in. A later one is not asked. */
export function judge(causes: Causes): CommandRefusal | null {
  return commandRefusals.find((refusal) => causes[refusal]?.() ?? false) ?? null;
}
