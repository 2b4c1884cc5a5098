import type { Fingerprint } from '../domain/index.ts';
import { type Clock, type Duration, Fault, milliseconds, seconds } from '../kernel/index.ts';
import type { DialTarget, LinkPath, Listening, Network, PeerIdentity, Transport } from '../link/index.ts';
import { MemoryConnection } from './memory-connection.ts';

export interface MemoryIdentity {
  readonly fingerprint: Fingerprint;
  readonly standing: PeerIdentity['standing'];
  readonly role: PeerIdentity['role'];
}

/** What a frame passes on its way, for faults that hit some frames and not others. */
export interface MemoryRoute {
  readonly from: string;
  readonly to: string;
  readonly path: LinkPath;
}

export type Interceptor = (frame: Uint8Array, route: MemoryRoute) => 'pass' | 'drop';

export interface MemoryListener {
  readonly frameMax: Readonly<Partial<Record<LinkPath, number>>>;
  readonly accept: (transport: Transport, path: LinkPath) => void;
}

export interface MemoryHost {
  readonly name: string;
  readonly identity: () => MemoryIdentity;
  readonly listeners: Map<number, MemoryListener>;
  nextPort: number;
}

const EVERYBODY = '*';
const FIRST_FREE_PORT = 40_000;

/** As the real network's. */
const DIAL_LIMIT = seconds(5);

/**
 * A network in one process, with faults. Hosts are dialled by their names. Frames arrive in order, never within the
 * call that sent them, and with no delay unless one is set.
 *
 * A cut is a pulled cable: nothing arrives and nobody is told. As with TCP, what was sent meanwhile arrives when the
 * cable is plugged in again before either side gave up.
 */
export class MemoryNetwork {
  readonly #clock: Clock;
  readonly #hosts = new Map<string, MemoryHost>();
  readonly #connections = new Set<MemoryConnection>();
  readonly #cuts = new Set<string>();
  readonly #unplugged = new Set<string>();
  readonly #delays = new Map<string, Duration>();
  readonly #interceptors = new Set<Interceptor>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A host's own view. A host that is made again under the same name is the same host with a new identity. */
  host({ name, identity }: { readonly name: string; readonly identity: () => MemoryIdentity }): Network {
    const known = this.#hosts.get(name);
    const host: MemoryHost = {
      name,
      identity,
      listeners: known?.listeners ?? new Map(),
      nextPort: known?.nextPort ?? FIRST_FREE_PORT,
    };
    this.#hosts.set(name, host);
    return {
      dial: (target, signal) => this.#dial({ host, target, signal }),
      listen: async (options) => this.#listen(host, options),
    };
  }

  /** Pulls the cable between two hosts, or between one and everybody. */
  cut(one: string, other: string): void {
    this.#cuts.add(pair(one, other));
  }

  /** Undoes a cut. With everybody, all of this host's. */
  heal(one: string, other: string): void {
    for (const cut of [...this.#cuts]) {
      if (cut === pair(one, other) || (other === EVERYBODY && cut.split('|').includes(one))) this.#cuts.delete(cut);
    }
    this.#pump();
  }

  /** Pulls a host's only cable. What it says to itself still arrives. */
  unplug(host: string): void {
    this.#unplugged.add(host);
  }

  plug(host: string): void {
    this.#unplugged.delete(host);
    this.#pump();
  }

  /** Ends the connections between two hosts at once, and tells both: a process died, a switch was restarted. */
  reset(one: string, other: string): void {
    for (const connection of [...this.#connections]) {
      const ends = [connection.from, connection.to];
      if (ends.includes(one) && (other === EVERYBODY || ends.includes(other))) connection.reset();
    }
  }

  /** A host's process is killed: its connections end and nothing listens there any more. */
  kill(host: string): void {
    this.#hosts.get(host)?.listeners.clear();
    this.reset(host, EVERYBODY);
  }

  /** One way, for everything sent from now on. */
  delay(one: string, other: string, duration: Duration): void {
    this.#delays.set(pair(one, other), duration);
  }

  /** Sees every frame when it is sent; the first that says so drops it. Returns what takes it away again. */
  intercept(interceptor: Interceptor): () => void {
    this.#interceptors.add(interceptor);
    return () => void this.#interceptors.delete(interceptor);
  }

  #isOpen(one: string, other: string): boolean {
    if (one === other) return true;
    if (this.#unplugged.has(one) || this.#unplugged.has(other)) return false;
    return ![pair(one, other), pair(one, EVERYBODY), pair(other, EVERYBODY)].some((each) => this.#cuts.has(each));
  }

  #delayOf(one: string, other: string): Duration {
    const set = [pair(one, other), pair(one, EVERYBODY), pair(other, EVERYBODY)].map((each) => this.#delays.get(each));
    return set.find((each) => each !== undefined) ?? milliseconds(0);
  }

  #passes(frame: Uint8Array, route: MemoryRoute): boolean {
    return ![...this.#interceptors].some((interceptor) => interceptor(frame, route) === 'drop');
  }

  #pump(): void {
    for (const connection of [...this.#connections]) connection.pump();
  }

  #dial(call: {
    readonly host: MemoryHost;
    readonly target: DialTarget;
    readonly signal: AbortSignal;
  }): Promise<Transport> {
    const { host, target, signal } = call;
    const fail = (why: string) =>
      new Fault({ code: 'link-lost', message: `${target.host}:${target.port}${target.path}: ${why}` });
    if (signal.aborted) return Promise.reject(signal.reason);
    if (!this.#hosts.has(target.host)) return Promise.reject(fail('no such host'));
    return new Promise((resolve, reject) => {
      const [from, to] = [host.name, target.host];
      const connection = new MemoryConnection({
        clock: this.#clock,
        dialler: host,
        target,
        listening: () => this.#hosts.get(target.host),
        isOpen: () => this.#isOpen(from, to),
        delay: () => this.#delayOf(from, to),
        passes: (frame, route) => this.#passes(frame, route),
        gone: () => void this.#connections.delete(connection),
      });
      this.#connections.add(connection);
      const settle = () => {
        limit.cancel();
        signal.removeEventListener('abort', abort);
      };
      const give = (reason: unknown) => {
        settle();
        connection.abandon();
        reject(reason);
      };
      const abort = () => give(signal.reason);
      const limit = this.#clock.timer({
        name: `dialling ${target.host}:${target.port}${target.path}`,
        after: DIAL_LIMIT,
        fire: () => give(fail('no answer in time')),
      });
      signal.addEventListener('abort', abort, { once: true });
      connection.open({
        opened: (transport) => {
          settle();
          resolve(transport);
        },
        refused: (fault) => {
          settle();
          reject(fault);
        },
      });
    });
  }

  #listen(host: MemoryHost, options: Parameters<Network['listen']>[0]): Listening {
    const port = options.port === 0 ? host.nextPort++ : options.port;
    if (host.listeners.has(port)) {
      throw new Fault({ code: 'port-in-use', message: `port ${port} of ${host.name} is in use` });
    }
    const listener = { frameMax: options.frameMax, accept: options.accept };
    host.listeners.set(port, listener);
    return {
      host: host.name,
      port,
      close: async () => {
        if (host.listeners.get(port) === listener) host.listeners.delete(port);
        for (const connection of [...this.#connections]) connection.stopListening(listener);
      },
    };
  }
}

const pair = (one: string, other: string): string =>
  one === EVERYBODY || (other !== EVERYBODY && other < one) ? `${other}|${one}` : `${one}|${other}`;
