import { openHidgGadget } from '@seatmatrix/firmware-agent/drivers/hidg';
import { openHidrawHost } from '@seatmatrix/firmware-agent/drivers/hidraw';
import {
  consumerUsage,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeWideMouse,
  Usages,
} from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';

/* A process that holds a driver until it is ended, and keys from SIGUSR2 on: node agent-process.ts hidraw|hidg */

const ground = { url: '', clock: systemClock, log: silentLog };

async function open(): Promise<AsyncDisposable> {
  if (process.argv[2] === 'hidraw') {
    const host = await openHidrawHost(ground);
    host.listen(() => undefined);
    return host;
  }
  const gadget = await openHidgGadget(ground);
  gadget.listen(() => undefined);
  const press = () => {
    gadget.writeKeyboard(encodeBootKeyboard([Usages.LeftShift, Usages.A]));
    gadget.writeConsumer(encodeConsumerControl([consumerUsage(0xe9)]));
    gadget.writeRelativePointer(encodeWideMouse({ buttons: 1, dx: 0, dy: 0, wheel: 0, tilt: 0 }));
  };
  let timer: NodeJS.Timeout | undefined;
  // Again and again: a computer throws away what it reads within 50 ms after it opened a device.
  process.on('SIGUSR2', () => {
    timer ??= setInterval(press, 100);
  });
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await gadget[Symbol.asyncDispose]();
    },
  };
}

const driver = await open();
process.stdout.write('open\n');
process.on('SIGTERM', async () => {
  await driver[Symbol.asyncDispose]();
  process.exit(0);
});
