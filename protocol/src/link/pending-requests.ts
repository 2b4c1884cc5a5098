import type { BoxAnswer, BoxRequest } from '../domain/index.ts';
import { type Clock, type Duration, Fault, type Timer } from '../kernel/index.ts';

/** Which answer each request has; a fault may answer any. */
const answerTypes = {
  'sign-in': 'sign-in-answer',
  'sign-out': 'sign-out-answer',
  command: 'command-answer',
  'change-password': 'change-password-answer',
} as const satisfies Record<BoxRequest['type'], BoxAnswer['type']>;

interface Pending {
  readonly answer: BoxAnswer['type'];
  readonly timer: Timer;
  readonly resolve: (answer: BoxAnswer) => void;
  readonly reject: (fault: Fault) => void;
}

/** Requests on one connection that wait for their answers. */
export interface PendingRequests {
  /** Rejects with `deadline-passed` when no answer came in time. */
  wait(id: number, options: { readonly request: BoxRequest; readonly deadline: Duration }): Promise<BoxAnswer>;
  /** An answer to nothing is late and dropped; one of the wrong type throws `frame-malformed`. */
  answer(id: number, answer: BoxAnswer): void;
  rejectAll(fault: Fault): void;
}

export function createPendingRequests(clock: Clock): PendingRequests {
  const waiting = new Map<number, Pending>();

  function take(id: number): Pending | undefined {
    const pending = waiting.get(id);
    waiting.delete(id);
    pending?.timer.cancel();
    return pending;
  }

  return {
    wait: (id, { request, deadline }) =>
      new Promise((resolve, reject) => {
        const timer = clock.timer({
          name: `answer to ${request.type}`,
          after: deadline,
          fire: () => {
            const fault = new Fault({ code: 'deadline-passed', message: `no answer to ${request.type} in time` });
            take(id)?.reject(fault);
          },
        });
        waiting.set(id, { answer: answerTypes[request.type], timer, resolve, reject });
      }),
    answer(id, answer) {
      const expected = waiting.get(id)?.answer;
      if (expected !== undefined && answer.type !== expected && answer.type !== 'fault') {
        throw new Fault({ code: 'frame-malformed', message: `${answer.type} where ${expected} was due` });
      }
      take(id)?.resolve(answer);
    },
    rejectAll(fault) {
      for (const id of [...waiting.keys()]) take(id)?.reject(fault);
    },
  };
}
