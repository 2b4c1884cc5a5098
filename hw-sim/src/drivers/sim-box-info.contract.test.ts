import { boxInfoContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { SimBoxInfo } from './sim-box-info.ts';

boxInfoContract('The simulator', async () => {
  const driver = new SimBoxInfo({ model: 'test', lamp: true, clock: new VirtualClock(), restart: () => undefined });
  return {
    driver,
    heat(degrees) {
      driver.degrees = degrees;
    },
    get lampBlinks() {
      return driver.blinking;
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
});
