import type { Operator, OperatorKey } from '@seatmatrix/protocol/domain';
import type { Log } from '@seatmatrix/protocol/kernel';
import type { BoxSide } from '../api/box-side.ts';
import { MANAGER_ACTOR } from '../audit/index.ts';
import type { DirectorySnapshot } from '../directory/collection.ts';
import type { Actor } from '../directory/directory.ts';
import type { PasswordChanged } from './credentials.ts';
import type { People } from './open-people.ts';

export interface RightsWatchOptions {
  readonly people: Pick<People, 'directory' | 'credentials' | 'sessions' | 'secondFactors' | 'sightings' | 'tokens'>;
  readonly boxSide: Pick<BoxSide, 'sessions' | 'endSession'>;
  readonly log: Log;
}

const ITSELF: Actor = { name: MANAGER_ACTOR, from: '' };

/**
 * Ends what rests on an account when the account is another: its web sessions with their sockets, its tokens, and after a
 * change of the password its sessions at desks. What rests on grants, the matrix ends by itself.
 */
export class RightsWatch {
  readonly #options: RightsWatchOptions;

  constructor(options: RightsWatchOptions) {
    this.#options = options;
    options.people.directory.onChange((after, before) => this.#directoryChanged(after, before));
    options.people.credentials.onChange((change) => this.#passwordChanged(change));
  }

  #directoryChanged({ operators: after }: DirectorySnapshot, { operators: before }: DirectorySnapshot): void {
    if (after === before) return;
    const { sessions, secondFactors, sightings, tokens } = this.#options.people;
    for (const [key, { value: was }] of before) {
      const is = after.get(key)?.value;
      if (is === was || (is !== undefined && !hasLost(was, is))) continue;
      this.#run(sessions.endAllOf(was.key, null));
      if (is?.role !== 'administrator' || is.disabled) this.#run(tokens.revokeAllOf(was.key, ITSELF));
      if (is === undefined) {
        this.#run(secondFactors.forget(was.key));
        // After the end of his sessions, which is a sighting too.
        this.#run(sightings.forget(was.key));
      }
    }
  }

  #passwordChanged({ operator, actor, keep }: PasswordChanged): void {
    const { people } = this.#options;
    this.#run(people.sessions.endAllOf(operator, keep));
    // Whoever may have known the old one does not go on with it. At a desk, the desk has ended the others.
    if (!actor.from.startsWith('osd:')) this.#run(this.#endDesks(operator, actor));
  }

  async #endDesks(operator: OperatorKey, actor: Actor): Promise<void> {
    const { boxSide } = this.#options;
    const theirs = boxSide.sessions().filter((each) => each.operator === operator);
    await Promise.all(theirs.map(({ id }) => boxSide.endSession({ session: id, actor })));
  }

  #run(ending: Promise<unknown>): void {
    // Memory refuses it already; what the store still has ends with its own time.
    ending.catch((thrown: unknown) => {
      this.#options.log.error('what rested on an account is not ended in the store', { reason: String(thrown) });
    });
  }
}

const hasLost = (was: Operator, is: Operator): boolean => (is.disabled && !was.disabled) || is.role !== was.role;
