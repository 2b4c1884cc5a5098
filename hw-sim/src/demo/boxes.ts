import { processLog } from '@seatmatrix/firmware-agent';
import { Fault, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import { processLife } from '../site/process-life.ts';
import { runBoxes } from '../site/run-boxes.ts';
import { type BoxesMessage, type BoxesOrder, isBoxesOrder } from './boxes-channel.ts';
import { startDemoLife } from './demo-life.ts';
import { demoDescription } from './demo-site.ts';

// The process with all simulated boxes: it begins when the supervisor says so, and ends when the supervisor does.
const life = processLife(process);
const say = (message: BoxesMessage) => process.send?.(message);
let stop: () => Promise<void> = async () => undefined;

process.once('message', (message) => {
  if (isBoxesOrder(message)) void begin(message);
});
await life.ended;
await life.leave(() => stop(), 0);

async function begin({ manager, data, peerHost, codes }: BoxesOrder): Promise<void> {
  try {
    const site = await runBoxes({
      description: demoDescription,
      manager,
      data,
      peerHost,
      enrolmentCode: (box) => codes[box] ?? null,
      console: true,
      log: processLog('info'),
    });
    const still = startDemoLife({ computers: site.computers, clock: systemClock, random: systemRandom });
    stop = async () => {
      still();
      await site.stop();
    };
    say({ type: 'running' });
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    say({ type: 'failed', message: thrown.message });
  }
}
