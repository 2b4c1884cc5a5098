import { type DestinationStream, type Logger, pino } from 'pino';
import type { Log, LogFields } from '../kernel/index.ts';
import type { LogLevel } from './command-line.ts';

/** What must not stand in a log even when somebody hands it over by mistake. A `Secret` hides itself. */
const REDACTED = ['password', 'passwords', 'token', 'hash', 'cookie', 'set-cookie', 'authorization', 'secret'];
const DEPTHS = ['', '*.', '*.*.'];

export type LogSink = (line: {
  readonly level: 'error' | 'warn';
  readonly message: string;
  readonly fields: LogFields;
}) => void;

export interface LogOptions {
  readonly level: LogLevel;
  readonly destination: DestinationStream;
  /** Gets warnings and errors as well: syslog. */
  readonly sink?: LogSink;
}

/** JSON lines by pino. Errors among the fields keep their cause and stack. */
export function createLog({ level, destination, sink }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      // The word instead of pino's number: people read these lines too.
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths(), censor: '[secret]' },
      serializers: { thrown: serialise, error: serialise, cause: serialise },
    },
    destination,
  );
  return new PinoLog(logger, { fields: {}, sink: sink ?? null });
}

class PinoLog implements Log {
  readonly #logger: Logger;
  readonly #fields: LogFields;
  readonly #sink: LogSink | null;

  constructor(logger: Logger, { fields, sink }: { readonly fields: LogFields; readonly sink: LogSink | null }) {
    this.#logger = logger;
    this.#fields = fields;
    this.#sink = sink;
  }

  error(message: string, fields: LogFields = {}): void {
    this.#logger.error(fields, message);
    this.#sink?.({ level: 'error', message, fields: { ...this.#fields, ...fields } });
  }

  warn(message: string, fields: LogFields = {}): void {
    this.#logger.warn(fields, message);
    this.#sink?.({ level: 'warn', message, fields: { ...this.#fields, ...fields } });
  }

  info(message: string, fields: LogFields = {}): void {
    this.#logger.info(fields, message);
  }

  debug(message: string, fields: LogFields = {}): void {
    this.#logger.debug(fields, message);
  }

  child(fields: LogFields): Log {
    return new PinoLog(this.#logger.child(fields), { fields: { ...this.#fields, ...fields }, sink: this.#sink });
  }
}

function serialise(thrown: unknown): unknown {
  return thrown instanceof Error ? pino.stdSerializers.errWithCause(thrown) : String(thrown);
}

function redactedPaths(): string[] {
  return DEPTHS.flatMap((depth) =>
    REDACTED.map((name) => (name.includes('-') ? `${depth.replace(/\.$/, '')}["${name}"]` : `${depth}${name}`)),
  );
}
