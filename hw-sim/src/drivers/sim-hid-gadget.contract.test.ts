import { type HidGadgetBench, hidGadgetContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { LEDS_OFF, type PointerInput, type Usage } from '@seatmatrix/protocol/domain';
import { Cable } from '../physical/cable.ts';
import { ComputerUsbPort } from '../physical/computer-usb-port.ts';
import { SimHidGadget } from './sim-hid-gadget.ts';

hidGadgetContract('hw-sim', openBench);

async function openBench(): Promise<HidGadgetBench> {
  let keys: ReadonlySet<Usage> = new Set();
  const pointers: PointerInput[] = [];
  const port = new ComputerUsbPort(
    {
      keys: (held) => {
        keys = held;
      },
      pointer: (pointer) => void pointers.push(pointer),
      wake: () => port.setBus('awake'),
    },
    LEDS_OFF,
  );
  const cable = new Cable('usb');
  const driver = new SimHidGadget({ cable, port });
  const movements = () => pointers.flatMap(({ movement }) => (movement === null ? [] : [movement]));
  return {
    driver,
    settle: async () => undefined,
    capabilities: { consumer: true, tilt: true },
    computer: {
      keys: () => keys,
      buttons: () => pointers.at(-1)?.buttons ?? 0,
      position: () => pointers.findLast(({ position }) => position !== null)?.position ?? { x: 0, y: 0 },
      travelled: () => ({
        dx: movements().reduce((sum, { dx }) => sum + dx, 0),
        dy: movements().reduce((sum, { dy }) => sum + dy, 0),
      }),
      turned: () => ({
        wheel: pointers.reduce((sum, { wheel }) => sum + wheel, 0),
        tilt: pointers.reduce((sum, { tilt }) => sum + tilt, 0),
      }),
      setLeds: (leds) => port.setLeds(leds),
      setState(state) {
        if (state === 'unplugged') cable.unplug();
        else cable.plug();
        if (state !== 'unplugged') port.setBus(state);
      },
      setReading: (reading) => port.setReading(reading),
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
