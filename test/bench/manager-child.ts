import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { ManagerAnswer, ManagerOrder } from './manager-orders.ts';

/** The manager's process, from the benchmark's side. One order at a time. */
export class ManagerChild implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  /** Options of node for it come from the environment: NODE_OPTIONS=--cpu-prof says where its time goes. */
  constructor() {
    this.#process = fork(new URL('./manager-process.ts', import.meta.url), { stdio: ['ignore', 2, 2, 'ipc'] });
    this.#ended = once(this.#process, 'exit');
  }

  async ask<Type extends ManagerOrder['type']>(
    order: Extract<ManagerOrder, { readonly type: Type }>,
  ): Promise<Extract<ManagerAnswer, { readonly type: Type }>> {
    this.#process.send(order);
    const gone = this.#ended.then(() => {
      throw failed('it ended');
    });
    const [answer]: readonly ManagerAnswer[] = await Promise.race([once(this.#process, 'message'), gone]);
    if (answer?.type === 'failed') throw failed(answer.message);
    // The answer to an order has its type.
    return answer as Extract<ManagerAnswer, { readonly type: Type }>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#ended;
  }
}

const failed = (why: string): Fault =>
  new Fault({ code: 'configuration-invalid', message: `the benchmark's manager: ${why}` });
