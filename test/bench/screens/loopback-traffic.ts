import { readFileSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/**
 * Counts what crosses the loopback interface, headers and answers included, whoever sends it: the same instrument for
 * every product, in nobody's way. X clients of the same machine do not use it.
 */
export class LoopbackTraffic {
  readonly #bytes = loopbackBytes();
  readonly #started = performance.now();

  /** Kilobytes (1,000) a second since it was made. */
  rate(): number {
    return (loopbackBytes() - this.#bytes) / (performance.now() - this.#started);
  }
}

/** Sent since the machine started: what is sent there is received there as well. */
function loopbackBytes(): number {
  const line = /^\s*lo:\s*(\d+)/m.exec(readFileSync('/proc/net/dev', 'utf8'));
  if (line?.[1] === undefined) throw new Fault({ code: 'device-absent', message: '/proc/net/dev has no loopback' });
  return Number(line[1]);
}
