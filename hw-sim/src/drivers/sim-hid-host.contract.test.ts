import { type HidHostBench, hidHostContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { UsbHub } from '../physical/usb-hub.ts';
import { SimHidHost } from './sim-hid-host.ts';

hidHostContract('hw-sim', openBench);

async function openBench(): Promise<HidHostBench> {
  const hub = new UsbHub();
  const driver = new SimHidHost(hub);
  return {
    driver,
    settle: async () => undefined,
    delivers: { 'key-bitmap': true, 'consumer-control': true, 'wide-mouse': true },
    plugIn(layout) {
      let lit: KeyboardLeds = LEDS_OFF;
      const setLeds = (leds: KeyboardLeds) => {
        lit = leds;
      };
      const plug = hub.attach({ layout, name: 'Bench device', setLeds });
      return { send: (report) => plug.report(report), leds: () => lit, unplug: () => plug.pull() };
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
