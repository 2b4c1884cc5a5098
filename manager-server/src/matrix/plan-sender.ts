import { isDeepStrictEqual } from 'node:util';
import type { DeviceKey, Plan } from '@seatmatrix/protocol/domain';
import type { MatrixState } from './matrix-state.ts';
import { planOf, type SignTicket } from './plan.ts';

/** Makes plans and sends those that say something new. */
export class PlanSender {
  readonly #sign: SignTicket;
  readonly #send: (device: DeviceKey, plan: Plan) => void;
  readonly #last = new Map<DeviceKey, Plan>();
  #revision = 0;

  constructor({ sign, send }: { readonly sign: SignTicket; readonly send: (device: DeviceKey, plan: Plan) => void }) {
    this.#sign = sign;
    this.#send = send;
  }

  /** The box is another connection, or none: what it was sent does not count any more. */
  forget(device: DeviceKey): void {
    this.#last.delete(device);
  }

  send(state: MatrixState, device: DeviceKey): void {
    if (!state.boxes.get(device)?.online) return;
    const plan = planOf(state, device, { sign: this.#sign, revision: this.#revision + 1 });
    const last = this.#last.get(device);
    if (plan === null || (last !== undefined && saysTheSame(plan, last))) return;
    this.#revision += 1;
    this.#last.set(device, plan);
    this.#send(device, plan);
  }
}

/** The counter alone is no news: it rises with what happens elsewhere. */
const saysTheSame = (plan: Plan, last: Plan): boolean =>
  isDeepStrictEqual({ ...plan, revision: last.revision, generation: last.generation }, last);
