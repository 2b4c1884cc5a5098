import { Fault } from '@seatmatrix/protocol/kernel';
import type { Console, ConsoleOptions } from './console.ts';

export function createConsole(_options: ConsoleOptions): Console {
  throw new Fault({ code: 'driver-unavailable', message: 'the console is not in this version' });
}
