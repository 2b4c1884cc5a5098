import { type Clock, type Duration, Fault, milliseconds, type Random } from '@seatmatrix/protocol/kernel';
import type {
  DatagramFigures,
  DatagramListener,
  DatagramPlace,
  DatagramPort,
  OpenDatagramPort,
} from '../datagram-port.ts';

/** What happens to datagrams on their way, in one direction. */
export interface DatagramPath {
  /** 0–1: how many are lost. */
  readonly loss: number;
  /** 0–1: how many arrive twice. */
  readonly doubled: number;
  readonly delay: Duration;
  /** Uniform, on top of the delay: more than the distance of two datagrams changes their order. */
  readonly jitter: Duration;
}

export const CLEAR_PATH: DatagramPath = {
  loss: 0,
  doubled: 0,
  delay: milliseconds(0),
  jitter: milliseconds(0),
};

const EVERYBODY = '*';
const FIRST_FREE_PORT = 50_000;

interface Arrival {
  readonly bytes: Uint8Array;
  readonly from: DatagramPlace;
  readonly to: DatagramPlace;
}

/** UDP in one process, on a clock that may be virtual. Hosts are addressed by their names, groups by any address. */
export class MemoryDatagrams {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #ports = new Map<string, MemoryDatagramPort>();
  readonly #groups = new Map<string, Set<MemoryDatagramPort>>();
  readonly #paths = new Map<string, DatagramPath>();
  readonly #cuts = new Set<string>();
  /** By the whole millisecond in which they arrive: a timer for each datagram would cost more than all the rest. */
  readonly #underway = new Map<number, Arrival[]>();
  #freePort = FIRST_FREE_PORT;

  constructor(options: { readonly clock: Clock; readonly random: Random }) {
    this.#clock = options.clock;
    this.#random = options.random;
  }

  /** How the host of this name opens its ports. */
  host(name: string): OpenDatagramPort {
    return async ({ port }) => {
      const place = { host: name, port: port === 0 ? this.#freePort++ : port };
      if (this.#ports.has(keyOf(place))) {
        throw new Fault({ code: 'port-in-use', message: `UDP port ${place.port} of ${name} is in use` });
      }
      const opened = new MemoryDatagramPort(place, {
        send: (bytes, to) => this.#send(bytes, { from: place, to }),
        join: (group) => this.#members(group).add(opened),
        leave: (group) => this.#members(group).delete(opened),
        close: () => this.#close(opened),
      });
      this.#ports.set(keyOf(place), opened);
      return opened;
    };
  }

  /** From one host to another; '*' for either is everybody for whom nothing nearer is said. */
  impair(from: string, to: string, path: Partial<DatagramPath>): void {
    this.#paths.set(`${from}>${to}`, { ...CLEAR_PATH, ...path });
  }

  /** Pulls the cable between two hosts, or of one ('*'), both ways. */
  cut(one: string, other: string): void {
    this.#cuts.add(`${one}|${other}`).add(`${other}|${one}`);
  }

  heal(one: string, other: string): void {
    this.#cuts.delete(`${one}|${other}`);
    this.#cuts.delete(`${other}|${one}`);
  }

  #send(bytes: Uint8Array, { from, to }: { readonly from: DatagramPlace; readonly to: DatagramPlace }): void {
    const members = this.#groups.get(keyOf(to));
    const targets = members === undefined ? [to] : [...members].map((port) => port.place);
    for (const target of targets) {
      if (this.#isCut(from.host, target.host)) continue;
      const path = this.#pathOf(from.host, target.host);
      const copies = this.#random() < path.loss ? 0 : this.#random() < path.doubled ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) {
        const wait = path.delay + path.jitter * this.#random();
        this.#arrive(wait, { bytes: Uint8Array.from(bytes), from, to: target });
      }
    }
  }

  #arrive(wait: number, arrival: Arrival): void {
    const due = Math.ceil(this.#clock.now() + wait);
    const together = this.#underway.get(due);
    if (together !== undefined) {
      together.push(arrival);
      return;
    }
    this.#underway.set(due, [arrival]);
    this.#clock.timer({
      name: 'datagrams on their way',
      after: milliseconds(due - this.#clock.now()),
      fire: () => {
        const arrived = this.#underway.get(due) ?? [];
        this.#underway.delete(due);
        for (const each of arrived) this.#ports.get(keyOf(each.to))?.deliver(each.bytes, each.from);
      },
    });
  }

  #isCut(one: string, other: string): boolean {
    return [`${one}|${other}`, `${one}|${EVERYBODY}`, `${EVERYBODY}|${other}`].some((each) => this.#cuts.has(each));
  }

  #pathOf(from: string, to: string): DatagramPath {
    const named = [`${from}>${to}`, `${from}>${EVERYBODY}`, `${EVERYBODY}>${to}`, `${EVERYBODY}>${EVERYBODY}`];
    return named.map((each) => this.#paths.get(each)).find((path) => path !== undefined) ?? CLEAR_PATH;
  }

  #members(group: DatagramPlace): Set<MemoryDatagramPort> {
    const members = this.#groups.get(keyOf(group)) ?? new Set();
    this.#groups.set(keyOf(group), members);
    return members;
  }

  #close(port: MemoryDatagramPort): void {
    this.#ports.delete(keyOf(port.place));
    for (const members of this.#groups.values()) members.delete(port);
  }
}

interface PortActions {
  send(bytes: Uint8Array, to: DatagramPlace): void;
  join(group: DatagramPlace): void;
  leave(group: DatagramPlace): void;
  close(): void;
}

class MemoryDatagramPort implements DatagramPort {
  readonly place: DatagramPlace;
  readonly #actions: PortActions;
  #listener: DatagramListener | null = null;
  #sent = 0;
  #received = 0;
  #closed = false;

  constructor(place: DatagramPlace, actions: PortActions) {
    this.place = place;
    this.#actions = actions;
  }

  get figures(): DatagramFigures {
    return { sent: this.#sent, received: this.#received, unsent: 0, unsentReason: null };
  }

  send(bytes: Uint8Array, to: DatagramPlace): void {
    if (this.#closed) return;
    this.#sent++;
    this.#actions.send(bytes, to);
  }

  listen(listener: DatagramListener): void {
    this.#listener = listener;
  }

  async join(group: DatagramPlace): Promise<void> {
    this.#actions.join(group);
  }

  async leave(group: DatagramPlace): Promise<void> {
    this.#actions.leave(group);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#listener = null;
    this.#actions.close();
  }

  deliver(bytes: Uint8Array, from: DatagramPlace): void {
    this.#received++;
    this.#listener?.(bytes, from);
  }
}

const keyOf = ({ host, port }: DatagramPlace): string => `${host}:${port}`;
