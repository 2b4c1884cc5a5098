import type { Console } from '../console/console.ts';
import type { ReceiverDrivers } from '../drivers/index.ts';
import type { Agent, AgentOptions } from './agent.ts';
import { ReceiverRole } from './receiver-role.ts';

export interface ReceiverOptions extends AgentOptions {
  readonly drivers: ReceiverDrivers;
  /** Whose pages may reach this receiver through the manager; its `drivers` are then the ones above. */
  readonly console?: Console | null;
}

/** The box at a desk: shows a computer's picture and the OSD over it, and reads the desk's keyboard and mouse. */
export const createReceiver = (options: ReceiverOptions): Agent => new ReceiverRole(options);
