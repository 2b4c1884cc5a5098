import { join } from 'node:path';
import { openFileIdentity, processLog } from '@seatmatrix/firmware-agent';
import { Fault, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { processLife } from '../site/process-life.ts';
import { runBoxes } from '../site/run-boxes.ts';
import { boxNames } from '../site/site-description.ts';
import type { BoxesAnswer, BoxesOrder } from './boxes-channel.ts';
import { startDemoLife } from './demo-life.ts';
import { demoDescription } from './demo-site.ts';
import { mediaAt, runDesktopBoxes } from './desktop-boxes.ts';
import { demoDesktops, desktopDescription } from './desktop-site.ts';

// The process with all simulated boxes: it does what the supervisor says, and ends when the supervisor does.
const life = processLife(process, systemClock);
let stop: () => Promise<void> = async () => undefined;

process.on('message', (order: BoxesOrder) => void obey(order));
await life.ended;
await life.leave(() => stop(), 0);

async function obey(order: BoxesOrder): Promise<void> {
  try {
    if (order.type === 'identify') answer({ type: 'identified', fingerprints: await identify(order) });
    else {
      stop = await begin(order);
      answer({ type: 'running' });
    }
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    answer({ type: 'failed', message: thrown.message });
  }
}

function answer(message: BoxesAnswer): void {
  process.send?.(message);
}

async function identify({
  data,
  desktop,
}: Extract<BoxesOrder, { type: 'identify' }>): Promise<Readonly<Record<string, string>>> {
  const identities = await Promise.all(
    (desktop
      ? [...boxNames(desktopDescription), ...demoDesktops.map(({ box }) => box)]
      : boxNames(demoDescription)
    ).map(async (name) => [name, (await openFileIdentity(join(data, name))).fingerprint] as const),
  );
  return Object.fromEntries(identities);
}

async function begin({
  manager,
  data,
  peerHost,
  desktop,
}: Extract<BoxesOrder, { type: 'begin' }>): Promise<() => Promise<void>> {
  const log = processLog('info');
  const stopDesktops = desktop
    ? await runDesktopBoxes({ desktops: demoDesktops, manager, data, peerHost, log })
    : async () => undefined;
  const site = await runBoxes({
    description: desktop ? desktopDescription : demoDescription,
    manager,
    data,
    peerHost,
    enrolmentCode: () => null,
    console: desktop ? 'alone' : true,
    media: desktop ? mediaAt(peerHost) : null,
    log,
  });
  const still = startDemoLife({ computers: site.computers, clock: systemClock, random: systemRandom });
  return async () => {
    still();
    await Promise.all([site.stop(), stopDesktops()]);
  };
}
