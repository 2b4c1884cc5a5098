import { type NetworkPortBench, networkPortContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { Cable } from '../physical/cable.ts';
import { SimNetworkPort } from './sim-network-port.ts';

networkPortContract('hw-sim', openBench);

async function openBench(): Promise<NetworkPortBench> {
  const cable = new Cable('network');
  const driver = new SimNetworkPort(cable);
  return {
    driver,
    settle: async () => undefined,
    setCarrier: (up) => (up ? cable.plug() : cable.unplug()),
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
