import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, Fault, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { NetworkPort, NetworkPortEvent } from '../network-port.ts';
import { parseRoutingTable, portTowards, type RoutingTable } from './routing-table.ts';

export interface LinuxNetworkPortOptions {
  /** Where /proc and /sys are: `/` on a box. */
  readonly root: string;
  /**
   * The socket itself, or the host whose packets leave by it (asked at every look: discovery may find another manager,
   * and a box may get its route after its start).
   */
  readonly port:
    | { readonly type: 'interface'; readonly name: string }
    | { readonly type: 'towards'; readonly host: () => string };
  readonly clock: Clock;
}

/**
 * The carrier of a network interface, from sysfs. Rejects with `configuration-invalid` for a name that cannot be an
 * interface's, with `driver-unavailable` where the kernel shows no routing table.
 */
export async function openLinuxNetworkPort(options: LinuxNetworkPortOptions): Promise<NetworkPort> {
  const { port, root } = options;
  if (port.type === 'interface' && !isPortName(port.name)) {
    throw new Fault({
      code: 'configuration-invalid',
      message: `"${port.name}" is not the name of a network interface`,
    });
  }
  if (port.type === 'towards' && (await readOr(join(root, IPV4_ROUTES), null)) === null) {
    throw new Fault({ code: 'driver-unavailable', message: `no routing table at ${join(root, IPV4_ROUTES)}` });
  }
  const opened = new LinuxNetworkPort(options);
  await opened.watch();
  return opened;
}

/** A cable's state changes by hand: half a second is not noticed, and two small reads cost nothing. */
const LOOK_INTERVAL = milliseconds(500);

const IPV4_ROUTES = 'proc/net/route';
const IPV6_ROUTES = 'proc/net/ipv6_route';

/** IFNAMSIZ is 16 with the final NUL; the kernel refuses the same characters (net/core/dev.c, dev_valid_name). */
const isPortName = (name: string): boolean => /^[^/:\s]{1,15}$/.test(name) && name !== '.' && name !== '..';

class LinuxNetworkPort implements NetworkPort {
  readonly #options: LinuxNetworkPortOptions;
  #listener: ((event: NetworkPortEvent) => void) | null = null;
  #timer: Timer | null = null;
  #disposed = false;
  #up = false;
  /** The last interface that a route led through: pulling the cable takes the route away, and its carrier counts still. */
  #name: string | null = null;

  constructor(options: LinuxNetworkPortOptions) {
    this.#options = options;
  }

  listen(listener: (event: NetworkPortEvent) => void): void {
    this.#listener = listener;
    listener({ type: 'carrier', up: this.#up });
  }

  /** Looks now, and again and again until it is disposed. */
  async watch(): Promise<void> {
    await this.#look();
    if (this.#disposed) return;
    this.#timer = this.#options.clock.timer({
      name: 'network port',
      after: LOOK_INTERVAL,
      fire: () => void this.watch(),
    });
  }

  async #look(): Promise<void> {
    const { root, port, clock } = this.#options;
    const name =
      port.type === 'interface' ? port.name : portTowards(port.host(), await clock.outside(readRoutes(root)));
    this.#name = name ?? this.#name;
    const up = this.#name !== null && (await clock.outside(hasCarrier(root, this.#name)));
    if (this.#disposed || up === this.#up) return;
    this.#up = up;
    this.#listener?.({ type: 'carrier', up });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#timer?.cancel();
  }
}

async function readRoutes(root: string): Promise<RoutingTable> {
  const [ipv4, ipv6] = await Promise.all([
    readOr(join(root, IPV4_ROUTES), ''),
    // A kernel without IPv6 has no such file.
    readOr(join(root, IPV6_ROUTES), ''),
  ]);
  return parseRoutingTable({ ipv4, ipv6 });
}

/** Of an interface that is switched off the kernel refuses to say (EINVAL), of one that was pulled out there is no file. */
const hasCarrier = async (root: string, name: string): Promise<boolean> =>
  (await readOr(join(root, 'sys/class/net', name, 'carrier'), '0')).trim() === '1';

const readOr = async <Otherwise>(path: string, otherwise: Otherwise): Promise<string | Otherwise> =>
  readFile(path, 'utf8').catch(() => otherwise);
