import type { Log, LogFields } from '@seatmatrix/protocol/kernel';
import type { LogLevel } from '@seatmatrix/protocol/program';
import pino, { type Logger } from 'pino';

/** One JSON object a line on stdout; systemd's journal keeps it. */
export const processLog = (level: LogLevel): Log => wrap(pino({ level, base: null }));

function wrap(logger: Logger): Log {
  return {
    error: (message, fields = {}) => logger.error(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    debug: (message, fields = {}) => logger.debug(fields, message),
    child: (fields: LogFields) => wrap(logger.child(fields)),
  };
}
