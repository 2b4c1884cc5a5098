import type { Fingerprint } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, seconds } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Closed, type ControlSession } from '@seatmatrix/protocol/link';
import { auditEntry, MANAGER_ACTOR } from '../audit/index.ts';
import type { Journal } from '../store/journal.ts';
import { KeyHolders } from './key-holders.ts';
import { MessageBudget } from './message-budget.ts';

export interface BoxConductOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** Two boxes have this key, or no longer. */
  readonly twins: (box: Fingerprint) => void;
}

/** How late it may be told that a twin is gone. */
const LOOK_EVERY = seconds(2);

const TOO_MUCH: Closed = { code: CloseCode.overloaded, reason: 'says too much' };
const TWINS: Closed = { code: CloseCode.unauthorised, reason: 'two boxes have this key' };

/** How adopted boxes may behave; who does not is cut off, with a reason that an administrator can find. */
export class BoxConduct {
  readonly #options: BoxConductOptions;
  readonly #budget: MessageBudget;
  readonly #holders: KeyHolders;

  constructor(options: BoxConductOptions) {
    this.#options = options;
    this.#budget = new MessageBudget(options.clock);
    this.#holders = new KeyHolders(options.clock);
  }

  /** Asked for everything that it says after its hello. */
  maySay(session: ControlSession): boolean {
    return this.#budget.message(session.peer.fingerprint) || this.#cutOff(session);
  }

  /**
   * Asked for its hello; `running` is the connection that it would replace. Of two boxes with one key none is let in: which
   * of them is the site's, the manager cannot know.
   */
  mayEnter(session: ControlSession, running: ControlSession | null): boolean {
    const { fingerprint, address } = session.peer;
    const holders = this.#holders.arrived(session, running === session ? null : running);
    if (holders === 'sole') return this.#budget.hello(fingerprint) || this.#cutOff(session);
    if (holders === 'found') {
      this.#tell(fingerprint, `${running?.peer.address ?? ''} ${address}`);
      this.#watch(fingerprint);
    }
    for (const each of [running, session]) each?.close(TWINS);
    return false;
  }

  /** From where a key is used that two boxes have; none for a box that is alone. */
  twinsOf(box: Fingerprint): readonly string[] {
    return this.#holders.twinsOf(box);
  }

  forget(box: Fingerprint): void {
    this.#budget.forget(box);
    this.#holders.forget(box);
  }

  /** Pages are told that there are twins, and when one of them has been silent for long enough. */
  #watch(box: Fingerprint): void {
    const { twins, clock } = this.#options;
    twins(box);
    const look = () => {
      if (this.#holders.twinsOf(box).length > 0) later();
      else twins(box);
    };
    const later = () => void clock.timer({ name: 'twins', after: LOOK_EVERY, fire: look });
    later();
  }

  #cutOff(session: ControlSession): false {
    const { fingerprint, address } = session.peer;
    this.#options.log.warn('a box says too much and is cut off', { box: fingerprint, address });
    session.close(TOO_MUCH);
    return false;
  }

  #tell(box: Fingerprint, addresses: string): void {
    const { journal, clock, log } = this.#options;
    log.error('two boxes have the same key: neither is let in', { box, addresses });
    const act = { actor: MANAGER_ACTOR, from: '', action: 'box.twins', object: box, detail: addresses } as const;
    journal.commit([{ type: 'audit', entry: auditEntry({ ...act, outcome: 'refused' }, clock) }]).catch((thrown) => {
      log.error('two boxes with the same key are not in the audit', { box, reason: String(thrown) });
    });
  }
}
