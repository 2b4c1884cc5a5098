import { Cable, ComputerUsbPort } from '@seatmatrix/hw-sim';
import { Ch9329 } from '@seatmatrix/hw-sim/ch9329';
import { PtySocket } from '@seatmatrix/hw-sim/pty';
import { encodeBootKeyboard, LEDS_OFF, type Usage, usage } from '@seatmatrix/protocol/domain';
import { Fault, seconds, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { openCh9329Gadget } from '../../firmware-agent/src/drivers/ch9329/ch9329-gadget.ts';
import type { HidSizes } from './hid.ts';
import { openLoop } from './pace.ts';

const KEY = usage(0x04);
const BAUD = 115_200;

/**
 * A report handed to the CH9329's driver, until the emulated chip at the other end of a pseudo terminal has decoded its
 * frame. A pseudo terminal has no rate: a real line adds 1.2 ms a report at 115,200 baud, 14.6 ms at 9,600.
 */
export async function measureChip(sizes: HidSizes, say: (line: string) => void): Promise<readonly number[]> {
  await using parts = new AsyncDisposableStack();
  const socket = parts.use(new PtySocket());
  let heard: (keys: ReadonlySet<Usage>) => void = () => undefined;
  const port: ComputerUsbPort = new ComputerUsbPort(
    { keys: (keys) => heard(keys), pointer: () => undefined, wake: () => port.setBus('awake') },
    LEDS_OFF,
  );
  const wires = {
    write: (bytes: Uint8Array) => socket.write(bytes),
    onBytes: (listener: (bytes: Uint8Array) => void) => socket.onBytes(listener),
    get settings() {
      return socket.settings;
    },
  };
  parts.use(new Ch9329({ wires, usb: new Cable('usb'), port, clock: systemClock, baud: BAUD }));
  await using gadget = await openCh9329Gadget({
    url: `${socket.path}?baud=${BAUD}`,
    ...{ clock: systemClock, log: silentLog },
  });
  const { count, rate, warmUp } = sizes;
  say(`hid ch9329: ${count} reports, ${rate} a second …`);
  const waiting: { readonly pressed: boolean; readonly came: () => void }[] = [];
  heard = (keys) => {
    const next = waiting[0];
    if (next === undefined || keys.has(KEY) !== next.pressed) return;
    waiting.shift();
    next.came();
  };
  const samples = await openLoop(
    { count: count + warmUp, rate },
    (number) =>
      new Promise<number>((resolve, reject) => {
        const pressed = number % 2 === 0;
        const lost = () => reject(new Fault({ code: 'deadline-passed', message: `report ${number} was not decoded` }));
        const limit = setTimeout(lost, seconds(5));
        const started = performance.now();
        const came = () => {
          clearTimeout(limit);
          resolve(performance.now() - started);
        };
        waiting.push({ pressed, came });
        gadget.writeKeyboard(encodeBootKeyboard(new Set(pressed ? [KEY] : [])));
      }),
  );
  return samples.slice(warmUp);
}
