import {
  type Codec,
  DEFAULT_SOURCE_SETTINGS,
  type DeviceId,
  deviceId,
  deviceKey,
  type Fingerprint,
  fingerprint,
  type Generation,
  generation,
  operatorKey,
  type PlannedAttempt,
  type PlannedRoute,
  type ReceiverPlan,
  routeId,
  type SourceSettings,
  seatKey,
  sessionId,
  type TransmitterPlan,
} from '@seatmatrix/protocol/domain';
import { Fault, milliseconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import type { AgentMemory, TrustedSite } from '../../agent-memory.ts';
import type { Console } from '../../console/console.ts';
import { createConsole } from '../../console/create-console.ts';
import { MemoryDatagrams } from '../../media/testing/memory-datagrams.ts';
import type { Agent, AgentOptions } from '../agent.ts';
import { createReceiver } from '../receiver.ts';
import { createTransmitter } from '../transmitter.ts';
import { BenchManager, MANAGER } from './bench-manager.ts';
import {
  RecordingBoxInfo,
  RecordingCapture,
  RecordingGadget,
  RecordingHidHost,
  RecordingOutput,
  RecordingOverlay,
  RecordingPort,
} from './recording-drivers.ts';
import { RecordingSerialPort } from './recording-serial-port.ts';

export interface BenchReceiver {
  readonly kind: 'receiver';
  readonly name: string;
  readonly id: DeviceId;
  readonly fingerprint: Fingerprint;
  readonly agent: Agent;
  readonly memory: AgentMemory;
  readonly hidHost: RecordingHidHost;
  readonly output: RecordingOutput;
  readonly overlay: RecordingOverlay;
  readonly port: RecordingPort;
  readonly serial: RecordingSerialPort;
  readonly info: RecordingBoxInfo;
  readonly console: Console | null;
}

export interface BenchTransmitter {
  readonly kind: 'transmitter';
  readonly name: string;
  readonly id: DeviceId;
  readonly fingerprint: Fingerprint;
  readonly agent: Agent;
  readonly gadget: RecordingGadget;
  readonly capture: RecordingCapture;
  readonly serial: RecordingSerialPort;
}

const PEER_PORT = 9000;

/** Agents on a network in memory, at the byte border of their drivers, in virtual time. */
export class Bench {
  readonly clock = new VirtualClock();
  readonly network = new MemoryNetwork(this.clock);
  readonly datagrams = new MemoryDatagrams({ clock: this.clock, random: seededRandom(5) });
  readonly manager: BenchManager;
  readonly transmitters: BenchTransmitter[] = [];
  readonly receivers: BenchReceiver[] = [];
  #generation = 0;
  #revision = 0;
  #boxes = 0;

  constructor() {
    const identity = () => ({ fingerprint: MANAGER, standing: 'site', role: 'manager' }) as const;
    this.manager = new BenchManager({ clock: this.clock, network: this.network.host({ name: 'manager', identity }) });
  }

  async receiver(id: string, options: { readonly console?: boolean } = {}): Promise<BenchReceiver> {
    const base = this.#box(id);
    const drivers = {
      hidHost: new RecordingHidHost(),
      videoOutput: new RecordingOutput(),
      overlay: new RecordingOverlay(),
      shared: null,
      soundOutput: null,
      serialPort: new RecordingSerialPort(),
      networkPort: new RecordingPort(),
      boxInfo: new RecordingBoxInfo(),
    };
    const pages = options.console ? createConsole({ drivers, clock: this.clock, log: silentLog }) : null;
    const agent = createReceiver({ ...base.options, drivers: pages?.drivers ?? drivers, console: pages });
    const receiver: BenchReceiver = {
      kind: 'receiver',
      name: base.name,
      id: base.id,
      fingerprint: base.options.identity.fingerprint,
      memory: base.options.memory,
      agent,
      hidHost: drivers.hidHost,
      output: drivers.videoOutput,
      overlay: drivers.overlay,
      port: drivers.networkPort,
      serial: drivers.serialPort,
      info: drivers.boxInfo,
      console: pages,
    };
    this.receivers.push(receiver);
    await this.#online(receiver);
    return receiver;
  }

  /** Unless `planned` is false it has had a plan without routes, as from every manager. */
  async transmitter(
    id: string,
    { planned = true, codec = 'jpeg' }: { readonly planned?: boolean; readonly codec?: Codec } = {},
  ): Promise<BenchTransmitter> {
    const base = this.#box(id);
    const gadget = new RecordingGadget();
    const capture = new RecordingCapture(Number(id), codec);
    const drivers = {
      hidGadget: gadget,
      videoCapture: capture,
      soundCapture: null,
      serialPort: new RecordingSerialPort(),
      networkPort: new RecordingPort(),
      boxInfo: new RecordingBoxInfo(),
    };
    const agent = createTransmitter({ ...base.options, drivers });
    const print = base.options.identity.fingerprint;
    const transmitter: BenchTransmitter = {
      kind: 'transmitter',
      name: base.name,
      id: base.id,
      fingerprint: print,
      agent,
      gadget,
      capture,
      serial: drivers.serialPort,
    };
    this.transmitters.push(transmitter);
    await this.#online(transmitter);
    if (planned) await this.planTransmitter(transmitter, []);
    return transmitter;
  }

  nextGeneration(): Generation {
    this.#generation += 1;
    return generation(this.#generation);
  }

  /** A route from the transmitter to the receiver, of a new generation. */
  route(
    to: BenchReceiver,
    from: BenchTransmitter,
    options: { readonly mode?: 'shared' | 'view'; readonly expiresAt?: number } = {},
  ): PlannedRoute {
    const number = this.nextGeneration();
    const mode = options.mode ?? 'shared';
    const basis = { type: 'own-grant', operator: operatorKey('hxfj') } as const;
    return {
      id: routeId(`route-${number}`),
      generation: number,
      source: { key: deviceKey(from.name), id: from.id, name: `computer ${from.id}` },
      peer: { host: from.name, port: PEER_PORT, fingerprint: from.fingerprint },
      ticket: this.manager.sign({
        purpose: 'route',
        route: routeId(`route-${number}`),
        generation: number,
        from: to.fingerprint,
        to: from.fingerprint,
        mode,
        basis,
        ...(options.expiresAt === undefined ? {} : { expiresAt: options.expiresAt }),
      }),
      mode,
      basis,
      crop: null,
    };
  }

  attempt(route: PlannedRoute, options: Partial<Pick<PlannedAttempt, 'hold' | 'withoutPicture'>> = {}): PlannedAttempt {
    return { ...route, hold: options.hold ?? false, withoutPicture: options.withoutPicture ?? false };
  }

  /** Tells the receiver its plan and lets it act. */
  async plan(
    receiver: BenchReceiver,
    wanted: {
      readonly route?: PlannedRoute | null;
      readonly attempt?: PlannedAttempt | null;
      readonly operator?: string | null;
      readonly session?: string;
      readonly seat?: readonly BenchReceiver[];
      readonly idleMinutes?: number;
      /** Those of the seat that the manager does not see. */
      readonly offline?: readonly BenchReceiver[];
      readonly generation?: Generation;
    },
  ): Promise<void> {
    this.#revision += 1;
    const {
      route = null,
      attempt = null,
      operator = 'hxfj',
      seat = [receiver],
      idleMinutes = null,
      offline = [],
    } = wanted;
    const plan: ReceiverPlan = {
      type: 'receiver',
      revision: this.#revision,
      generation: wanted.generation ?? generation(this.#generation),
      device: { key: deviceKey(receiver.name), id: receiver.id, name: `desk ${receiver.id}`, receiverKind: 'desk' },
      seat: {
        key: seatKey('seat'),
        name: 'seat',
        idleMinutes,
        members: seat.map((member) => ({
          key: deviceKey(member.name),
          id: member.id,
          name: `desk ${member.id}`,
          peer: offline.includes(member)
            ? null
            : { host: member.name, port: PEER_PORT, fingerprint: member.fingerprint },
          ticket: this.manager.sign({
            purpose: 'seat',
            route: routeId('seat'),
            generation: generation(this.#generation),
            from: receiver.fingerprint,
            to: member.fingerprint,
            mode: 'shared',
            basis: null,
          }),
        })),
      },
      session: operator === null ? null : { id: sessionId(wanted.session ?? 'session'), operator },
      route,
      attempt,
    };
    this.manager.tell(receiver.fingerprint, { type: 'plan', plan });
    await this.clock.settle();
  }

  async planTransmitter(
    transmitter: BenchTransmitter,
    routes: readonly { readonly route: PlannedRoute; readonly receiver: BenchReceiver }[],
    options: { readonly generation?: Generation; readonly settings?: SourceSettings } = {},
  ): Promise<void> {
    this.#revision += 1;
    const plan: TransmitterPlan = {
      type: 'transmitter',
      settings: options.settings ?? DEFAULT_SOURCE_SETTINGS,
      revision: this.#revision,
      generation: options.generation ?? generation(this.#generation),
      device: { key: deviceKey(transmitter.name), id: transmitter.id, name: transmitter.name },
      routes: routes.map(({ route, receiver }) => ({
        id: route.id,
        generation: route.generation,
        receiver: receiver.fingerprint,
        mode: route.mode,
      })),
    };
    this.manager.tell(transmitter.fingerprint, { type: 'plan', plan });
    await this.clock.settle();
  }

  /** A receiver that already shows the transmitter's picture. */
  async connected(receiver: BenchReceiver, transmitter: BenchTransmitter): Promise<PlannedRoute> {
    const route = this.route(receiver, transmitter);
    await this.planTransmitter(transmitter, [{ route, receiver }]);
    await this.plan(receiver, { route });
    await this.pass(50);
    return route;
  }

  async pass(time: number): Promise<void> {
    await this.clock.advance(milliseconds(time));
  }

  async stop(): Promise<void> {
    for (const { agent } of [...this.receivers, ...this.transmitters]) {
      const stopped = agent.stop();
      await this.pass(2000);
      await stopped;
    }
    await this.manager.stop();
  }

  async #online(box: BenchReceiver | BenchTransmitter): Promise<void> {
    await box.agent.start();
    await this.clock.until(() => this.manager.sessions.has(box.fingerprint), {
      what: `${box.name} at the manager`,
      within: milliseconds(5000),
    });
    await this.clock.settle();
  }

  #box(text: string): { readonly name: string; readonly id: DeviceId; readonly options: AgentOptions } {
    const id = deviceId(text);
    if (id === null) throw new Fault({ code: 'invariant-broken', message: `${text} is no ID` });
    this.#boxes += 1;
    const name = `box-${text}`;
    const print = fingerprint(text.padStart(64, '0'));
    const identity = () => ({ fingerprint: print, standing: 'site', role: 'box' }) as const;
    return {
      name,
      id,
      options: {
        identity: {
          fingerprint: print,
          adopted: true,
          authorities: () => [],
          certificateRequest: () => null,
          adopt: async () => undefined,
          trust: async () => undefined,
        },
        memory: memoryInMemory(),
        network: this.network.host({ name, identity }),
        manager: () => ({ host: 'manager', port: 8443 }),
        peer: { host: name, port: PEER_PORT, advertise: null },
        clock: this.clock,
        random: seededRandom(this.#boxes),
        log: silentLog,
        firmware: '1.0.0',
        media: {
          open: () => this.datagrams.host(name)({ host: name, port: PEER_PORT }),
          randomBytes: seededBytes(this.#boxes),
          group: null,
        },
        enrolmentCode: null,
      },
    };
  }
}

function memoryInMemory(): AgentMemory {
  let highest = generation(0);
  let trusted: TrustedSite | null = null;
  return {
    get highestGeneration() {
      return highest;
    },
    keepGeneration: async (value) => {
      if (value > highest) highest = value;
    },
    get trusted() {
      return trusted;
    },
    keepTrusted: async (site) => {
      trusted = site;
    },
  };
}

function seededBytes(seed: number): (size: number) => Uint8Array {
  const random = seededRandom(seed);
  return (size) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}
