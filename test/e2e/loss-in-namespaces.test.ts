import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FromReceiver,
  type FromSender,
  type Moment,
  monotonicMs,
  type ToReceiver,
  type ToSender,
} from './loss/message.ts';
import { NetworkNamespaces, namespacesMissing, RECEIVER, TRANSMITTER } from './loss/network-namespaces.ts';

const FAULT_MS = 2000;
/** The requirement: after a fault the picture is whole again within this. */
const WHOLE_AGAIN_MS = 300;

const missing = namespacesMissing();

describe.skipIf(missing !== null)(
  `a lossy wire between two namespaces${missing === null ? '' : ` (${missing})`}`,
  () => {
    let namespaces: NetworkNamespaces;
    let sender: ChildProcess;
    let receiver: ChildProcess;

    beforeAll(async () => {
      namespaces = new NetworkNamespaces();
      sender = program(namespaces.transmitter, 'sender-program.ts', TRANSMITTER);
      const ready = await heard<FromSender>(sender);
      if (ready.type !== 'ready') throw new Error('the sender did not begin');
      receiver = program(namespaces.receiver, 'receiver-program.ts', RECEIVER);
      await once(receiver, 'spawn');
      const watch: ToReceiver = {
        type: 'watch',
        host: TRANSMITTER,
        port: ready.port,
        subscription: ready.subscription,
      };
      receiver.send(watch);
      await shownAfter(monotonicMs());
    });

    afterAll(async () => {
      for (const child of [sender, receiver]) {
        if (child === undefined || child.exitCode !== null) continue;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      namespaces?.[Symbol.dispose]();
    });

    it.each([{ percent: 1 }, { percent: 5 }])(
      'is whole again 300 ms after $percent % were lost with 30 ms jitter',
      async ({ percent }) => {
        const begin = monotonicMs();
        namespaces.lose(percent);
        impair({ jitterMs: 30 });
        await later(FAULT_MS);
        namespaces.lose(0);
        impair({ jitterMs: 0 });
        const end = monotonicMs();
        await shownAfter(end + WHOLE_AGAIN_MS);

        const sent = await tellSender();
        const shown = await tellReceiver();
        const lastInFault = sent.moments.findLast(({ at }) => at < end)?.number ?? Number.POSITIVE_INFINITY;
        const whole = shown.moments.find(({ number }) => number >= lastInFault)?.at ?? Number.POSITIVE_INFINITY;
        expect(whole - end).toBeLessThan(WHOLE_AGAIN_MS);
        expect(shown.wrong).toBe(0);
        // It was a fault, and the picture moved through it.
        expect(shown.repaired).toBeGreaterThan(0);
        const during = ({ at }: Moment) => at >= begin && at < end;
        expect(shown.moments.filter(during).length).toBeGreaterThan(0.7 * sent.moments.filter(during).length);
      },
    );

    const impair = (faults: Extract<ToSender, { type: 'impair' }>['faults']) => sender.send({ type: 'impair', faults });

    async function tellSender(): Promise<Extract<FromSender, { type: 'told' }>> {
      const answer = heard<FromSender>(sender);
      sender.send({ type: 'tell' });
      const told = await answer;
      if (told.type !== 'told') throw new Error('the sender began twice');
      return told;
    }

    async function tellReceiver(): Promise<FromReceiver> {
      const answer = heard<FromReceiver>(receiver);
      receiver.send({ type: 'tell' });
      return answer;
    }

    /** Waits until something is shown after this moment. */
    async function shownAfter(moment: number): Promise<void> {
      const limit = monotonicMs() + 15_000;
      for (;;) {
        const { moments } = await tellReceiver();
        if ((moments.at(-1)?.at ?? 0) > moment) return;
        if (monotonicMs() > limit) throw new Error(`nothing was shown in 15 s; ${moments.length} pictures before`);
        await later(50);
      }
    }
  },
);

function program(namespace: string, name: string, host: string): ChildProcess {
  const file = new URL(`./loss/${name}`, import.meta.url).pathname;
  // `ip netns exec` becomes the program: its channel and its pid are the child's.
  return spawn('ip', ['netns', 'exec', namespace, process.execPath, file, host], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Keys are bytes.
    serialization: 'advanced',
  });
}

async function heard<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(15_000) });
  return message as Message;
}
