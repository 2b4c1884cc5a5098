import { type Clock, type Duration, type Instant, instant, type Log, type LogFields } from '../kernel/index.ts';

/**
 * A log that writes each warning at most `burst` times within `each`, and then says how many it kept back: whoever can
 * connect can cause warnings, and must not be able to fill a disk with them. Errors are never kept back.
 */
export function limitLog(
  log: Log,
  { clock, each, burst }: { readonly clock: Clock; readonly each: Duration; readonly burst: number },
): Log {
  const windows = new Map<string, { start: Instant; count: number }>();

  function warn(to: Log, { message, fields }: { readonly message: string; readonly fields: LogFields | undefined }) {
    const now = clock.now();
    const window = windows.get(message) ?? { start: instant(Number.NEGATIVE_INFINITY), count: 0 };
    if (now - window.start < each) {
      window.count++;
      if (window.count <= burst) to.warn(message, fields);
      return;
    }
    const keptBack = window.count - burst;
    if (keptBack > 0) log.warn('warnings were kept back', { warning: message, count: keptBack });
    windows.set(message, { start: now, count: 1 });
    to.warn(message, fields);
  }

  const limited = (to: Log): Log => ({
    error: (message, fields) => to.error(message, fields),
    warn: (message, fields) => warn(to, { message, fields }),
    info: (message, fields) => to.info(message, fields),
    debug: (message, fields) => to.debug(message, fields),
    child: (fields) => limited(to.child(fields)),
  });
  return limited(log);
}
