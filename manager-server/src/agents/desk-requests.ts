import type { BoxAnswer, BoxRequest, DeviceKey, OperatorKey } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, unreachable } from '@seatmatrix/protocol/kernel';
import { auditEntry, operatorActor } from '../audit/index.ts';
import type { Matrix, Wish } from '../matrix/matrix.ts';
import { trustedSessionAt } from '../matrix/placement.ts';
import type { Credentials } from '../people/credentials.ts';
import type { Journal } from '../store/journal.ts';

export interface DeskRequestsOptions {
  readonly matrix: Pick<Matrix, 'ask' | 'state'>;
  readonly credentials: Credentials;
  readonly journal: Journal;
  readonly clock: Clock;
}

/** What the people at receivers ask for. */
export class DeskRequests {
  readonly #options: DeskRequestsOptions;

  constructor(options: DeskRequestsOptions) {
    this.#options = options;
  }

  /** Rejects with `peer-unauthorised` where nobody sits: at transmitters and displays. */
  async answer(request: BoxRequest, device: DeviceKey): Promise<BoxAnswer> {
    if (this.#options.matrix.state.site.receiver(device)?.receiverKind !== 'desk') {
      throw new Fault({ code: 'peer-unauthorised', message: `${request.type} is said at desks alone` });
    }
    switch (request.type) {
      case 'sign-in':
        return this.#signIn(request, device);
      case 'sign-out':
        return this.#ask({ type: 'sign-out', receiver: device, reason: request.reason });
      case 'command': {
        const { function: wanted, text, withoutPicture } = request;
        return this.#ask({ type: 'command', receiver: device, function: wanted, text, withoutPicture });
      }
      case 'change-password':
        return this.#changePassword(request, device);
      default:
        return unreachable(request);
    }
  }

  async #signIn(
    { name, password }: Extract<BoxRequest, { readonly type: 'sign-in' }>,
    receiver: DeviceKey,
  ): Promise<BoxAnswer> {
    const signedIn = await this.#options.credentials.signIn({ name, password, from: `osd:${receiver}` });
    if (signedIn.ok) return this.#ask({ type: 'sign-in', receiver, operator: signedIn.operator });
    // Of throttled ones the first of each wait: a key that leans on Enter must not fill the audit.
    if (signedIn.refusal === 'wrong-credentials' || signedIn.first) {
      await this.#auditRefused({ actor: operatorActor(name), receiver, action: 'sign-in', detail: signedIn.refusal });
    }
    return { type: 'sign-in-answer', refusal: signedIn.refusal };
  }

  async #changePassword(
    { current, next }: Extract<BoxRequest, { readonly type: 'change-password' }>,
    receiver: DeviceKey,
  ): Promise<BoxAnswer> {
    const { matrix, credentials } = this.#options;
    const operator: OperatorKey | undefined = trustedSessionAt(matrix.state, receiver)?.operator;
    if (operator === undefined) return { type: 'change-password-answer', refusal: 'wrong-credentials' };
    const from = `osd:${receiver}`;
    // What a desk asks of a password is the same for all who sit there; the pages ask for more when he comes to them.
    const refused = await credentials.changePassword({ operator, current, next, from, least: 'operator' });
    const refusal = refused?.refusal ?? null;
    const actor = operatorActor(matrix.state.site.operator(operator)?.name ?? operator);
    if (refusal === null) await this.#endOthersOf({ operator, receiver, actor });
    else await this.#auditRefused({ actor, receiver, action: 'operator.password', detail: refusal });
    return { type: 'change-password-answer', refusal };
  }

  /** Whoever went on at another seat with the old password does not go on. */
  async #endOthersOf(changed: {
    readonly operator: OperatorKey;
    readonly receiver: DeviceKey;
    readonly actor: string;
  }): Promise<void> {
    const { matrix } = this.#options;
    const here = matrix.state.site.seatOf(changed.receiver);
    const asker = { actor: changed.actor, from: here.name };
    for (const [seat, { id, operator }] of [...matrix.state.sessions]) {
      if (operator !== changed.operator || seat === here.key) continue;
      await matrix.ask({ type: 'end-session', session: id, asker });
    }
  }

  async #ask(wish: Wish): Promise<BoxAnswer> {
    const answer = await this.#options.matrix.ask(wish);
    if (answer.type !== 'end-session-answer') return answer;
    throw new Fault({ code: 'invariant-broken', message: `${wish.type} was answered as an end of a session` });
  }

  async #auditRefused(refused: {
    readonly actor: string;
    readonly receiver: DeviceKey;
    readonly action: string;
    readonly detail: string;
  }): Promise<void> {
    const { matrix, journal, clock } = this.#options;
    const { actor, receiver, action, detail } = refused;
    const seat = matrix.state.site.seatOf(receiver).name;
    const entry = auditEntry({ actor, from: seat, action, object: seat, outcome: 'refused', detail }, clock);
    await journal.commit([{ type: 'audit', entry }]);
  }
}
