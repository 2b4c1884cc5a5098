import type { Log } from '@seatmatrix/protocol/kernel';
import { createLog, type LogLevel } from '@seatmatrix/protocol/program';
import { pino } from 'pino';

/** One JSON object a line on stdout; systemd's journal keeps it. */
export const processLog = (level: LogLevel): Log => createLog({ level, destination: pino.destination(1) });
