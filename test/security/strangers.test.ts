import { seconds } from '@seatmatrix/protocol/kernel';
import { LISTENER_FRAME_MAX } from '@seatmatrix/protocol/link';
import { arbitraryBoxFrame } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBoxSay, messagePolicy } from '../../manager-server/src/policy/policy-table.ts';
import { ManagerLab, print } from '../../manager-server/src/testing/manager-lab.ts';
import { tellFigure } from './scale.ts';

/** One message of every type that a box can say. */
function everyMessage() {
  const frames = fc.sample(arbitraryBoxFrame, { numRuns: 3000, seed: 1 });
  const byType = new Map(frames.map((frame) => [frame.message.type, frame.message] as const));
  return [...byType.values()].flatMap((message) =>
    message.type === 'hello' || message.type === 'ping' ? [] : [message],
  );
}

test('A1 a stranger who says anything but hello is answered with a refusal or cut off, whatever it is', async ({
  task,
}) => {
  const messages = everyMessage();
  const said = Object.keys(messagePolicy).filter((type) => mayBoxSay(type, 'site') && !mayBoxSay(type, 'stranger'));
  expect(messages.map(({ type }) => type).sort()).toEqual(said.sort());
  await using lab = new ManagerLab();
  const manager = await lab.start();
  for (const message of messages) {
    const stranger = lab.box(`stranger ${message.type}`, { standing: 'stranger' });
    await lab.clock.advance(seconds(1));
    expect(stranger.client.live).toBe(true);
    if (
      'reports' in message ||
      message.type === 'box-report' ||
      message.type === 'watch-list' ||
      message.type === 'foreign-viewer'
    ) {
      stranger.client.notify(message);
      await lab.clock.advance(seconds(0.1));
      expect(stranger.faults, message.type).toMatchObject([{ code: 'peer-unauthorised' }]);
    } else {
      const answered = stranger.ask(message).catch((thrown: unknown) => thrown);
      await lab.clock.advance(seconds(1));
      expect(await answered, message.type).toMatchObject({ code: 'peer-unauthorised' });
    }
    await stranger.client.stop();
  }
  expect(manager.boxSide.sessions()).toEqual([]);
  tellFigure(task, `${messages.length} of ${said.length} message types refused`);
});

test('A1 the manager closes a socket for small pictures that it did not ask for', async () => {
  await using lab = new ManagerLab();
  await lab.start();
  for (const standing of ['site', 'stranger'] as const) {
    const identity = () => ({
      fingerprint: print('box'),
      standing,
      role: standing === 'site' ? ('box' as const) : null,
    });
    const network = lab.net.host({ name: 'box', identity });
    const target = { host: 'manager', port: 8443, path: '/preview', expect: null, frameMax: 1024 } as const;
    const dialled = network.dial(target, new AbortController().signal);
    await lab.clock.advance(seconds(1));
    const closed = new Promise((resolve) => {
      void dialled.then((transport) => transport.listen({ frame: () => undefined, closed: resolve }));
    });
    await lab.clock.advance(seconds(1));
    expect(await closed).toMatchObject({ code: 4004 });
  }
});

test.each(['/peer', '/media', '/console'] as const)(
  'A1 the manager’s listener serves nobody at %s, not even a box of the site',
  async (path) => {
    await using lab = new ManagerLab();
    await lab.start();
    const identity = () => ({ fingerprint: print('box'), standing: 'site', role: 'box' }) as const;
    const network = lab.net.host({ name: 'box', identity });
    const target = { host: 'manager', port: 8443, path, expect: null, frameMax: LISTENER_FRAME_MAX['/control'] };
    const dialled = network.dial(target, new AbortController().signal).catch((thrown: unknown) => thrown);
    await lab.clock.advance(seconds(6));
    expect(await dialled).toMatchObject({ code: 'link-lost' });
  },
);
