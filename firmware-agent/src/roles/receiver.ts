import { Fault } from '@seatmatrix/protocol/kernel';
import type { Console } from '../console/console.ts';
import type { ReceiverDrivers } from '../drivers/index.ts';
import type { Agent, AgentOptions } from './agent.ts';

export interface ReceiverOptions extends AgentOptions {
  readonly drivers: ReceiverDrivers;
  /** Whose pages may reach this receiver through the manager; its `drivers` are then the ones above. */
  readonly console?: Console | null;
}

export function createReceiver(_options: ReceiverOptions): Agent {
  throw new Fault({ code: 'driver-unavailable', message: 'the receiver is not in this version' });
}
