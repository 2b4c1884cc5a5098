import { type SerialPortBench, serialPortContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import { SerialLine } from '../physical/serial-line.ts';
import { SimSerialPort } from './sim-serial-port.ts';

serialPortContract('hw-sim', openBench);

/** With a device that follows the socket, as a terminal program that is set alike each time. */
async function openBench(): Promise<SerialPortBench> {
  const line = new SerialLine();
  const driver = new SimSerialPort(line);
  return {
    driver: {
      get dropped() {
        return driver.dropped;
      },
      listen: (listener) => driver.listen(listener),
      configure(settings) {
        line.deviceSettings = settings;
        driver.configure(settings);
      },
      write: (bytes) => driver.write(bytes),
      [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
    },
    settle: async () => undefined,
    device: {
      received: () => line.received,
      say: (bytes) => line.say(bytes),
      settings: () => {
        const { baud, stopBits, flowControl } = line.settings;
        return line.cable.plugged ? { baud, stopBits, flowControl } : null;
      },
      setPlugged: (plugged) => (plugged ? line.cable.plug() : line.cable.unplug()),
      setTaking: (taking) => {
        line.taking = taking;
      },
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}

test('a device at another rate gets other bytes', async () => {
  const line = new SerialLine();
  await using port = new SimSerialPort(line);
  port.listen(() => undefined);
  port.configure({ ...DEFAULT_SOURCE_SETTINGS.serial, parity: 'odd' });
  port.write(Uint8Array.of(1, 2));
  expect([...line.received]).toEqual([0xff, 0xff]);
});
