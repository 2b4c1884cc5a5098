import { Fault } from '@seatmatrix/protocol/kernel';
import type { TransmitterDrivers } from '../drivers/index.ts';
import type { Agent, AgentOptions } from './agent.ts';

export interface TransmitterOptions extends AgentOptions {
  readonly drivers: TransmitterDrivers;
}

export function createTransmitter(_options: TransmitterOptions): Agent {
  throw new Fault({ code: 'driver-unavailable', message: 'the transmitter is not in this version' });
}
