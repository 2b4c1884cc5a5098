import {
  type Agent,
  type AgentOptions,
  createConsole,
  createReceiver,
  createTransmitter,
  noVideoOutput,
  pageTranscoders,
} from '@seatmatrix/firmware-agent';
import type { Clock, Log, Random } from '@seatmatrix/protocol/kernel';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { Network } from '@seatmatrix/protocol/link';
import { SimReceiver } from '../boxes/sim-receiver.ts';
import { SimTransmitter } from '../boxes/sim-transmitter.ts';
import { Computer } from '../physical/computer.ts';
import { Keyboard } from '../physical/keyboard.ts';
import { Mouse } from '../physical/mouse.ts';
import type { BoxHome, OpenBoxHome } from './box-home.ts';
import { SimBox } from './sim-box.ts';
import type { ComputerDescription, PlaceDescription, SiteDescription } from './site-description.ts';

export interface SimSiteOptions {
  readonly description: SiteDescription;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly network: (box: string, home: BoxHome) => Network;
  readonly openHome: OpenBoxHome;
  readonly manager: AgentOptions['manager'];
  readonly peer: (box: string) => AgentOptions['peer'];
  readonly enrolmentCode: (box: string) => string | null;
  readonly firmware: string;
  /** None where all pictures are simulated ones: those are jpeg, and go over TLS. */
  readonly media?: AgentOptions['media'];
  /** Whether every receiver is also a virtual console, or that alone: pages show H.264, and simulated monitors do not. */
  readonly console: boolean | 'alone';
}

export interface SiteTransmitter {
  readonly box: SimBox;
  readonly hardware: SimTransmitter;
}

export interface SiteReceiver {
  readonly box: SimBox;
  readonly hardware: SimReceiver;
}

export interface SitePlace {
  readonly name: string;
  readonly receivers: readonly SiteReceiver[];
  /** Null for a wall. */
  readonly keyboard: Keyboard | null;
  readonly mouse: Mouse | null;
}

/** Computers, boxes, desks and walls in software, running the real agents. */
export interface SimSite {
  readonly computers: readonly Computer[];
  readonly places: readonly SitePlace[];
  readonly boxes: readonly SimBox[];
  /** By the name in the description; these four fail when there is none. */
  computer(host: string): Computer;
  place(name: string): SitePlace;
  transmitter(box: string): SiteTransmitter;
  receiver(box: string): SiteReceiver;
  /** Switches every box on. */
  start(): Promise<void>;
  /** Stops every program in order. */
  stop(): Promise<void>;
  /** Fails when a key or button is down at any computer: the end of every scenario. */
  expectAllUp(): void;
}

export function createSimSite(options: SimSiteOptions): SimSite {
  const { description } = options;
  const transmitters = new Map<string, SiteTransmitter>();
  const receivers = new Map<string, SiteReceiver>();
  const computers = description.computers.map((each) => {
    const computer = createComputer(each, description);
    addTransmitters({ computer, boxes: each.transmitters, options, transmitters });
    return computer;
  });
  const places = description.places.map((each) => createPlace(each, { options, receivers }));
  const boxes = [...transmitters.values(), ...receivers.values()].map(({ box }) => box);
  return {
    computers,
    places,
    boxes,
    computer: (host) =>
      found(
        host,
        computers.find((each) => each.options.host === host),
      ),
    place: (name) =>
      found(
        name,
        places.find((each) => each.name === name),
      ),
    transmitter: (box) => found(box, transmitters.get(box)),
    receiver: (box) => found(box, receivers.get(box)),
    start: async () => void (await Promise.all(boxes.map((box) => box.start()))),
    stop: async () => void (await Promise.all(boxes.map((box) => box.stop()))),
    expectAllUp: () => {
      for (const computer of computers) computer.expectAllUp();
    },
  };
}

function createComputer({ transmitters, ...rest }: ComputerDescription, { mode }: SiteDescription): Computer {
  return new Computer({ mode, ...rest, heads: transmitters.length });
}

function addTransmitters({
  computer,
  boxes,
  options,
  transmitters,
}: {
  readonly computer: Computer;
  readonly boxes: readonly string[];
  readonly options: SimSiteOptions;
  readonly transmitters: Map<string, SiteTransmitter>;
}): void {
  for (const [index, name] of boxes.entries()) {
    const head = found(name, computer.heads[index]);
    const port = found(name, computer.ports[index]);
    const hardware = new SimTransmitter({ computer, head, port });
    const box: SimBox = createBox({
      name,
      options,
      networkCable: hardware.networkCable,
      cutPower: () => hardware.cutPower(),
      createAgent: (given) =>
        createTransmitter({
          ...given,
          drivers: hardware.openDrivers({ clock: options.clock, restart: () => restartLater(box, options.log) }),
        }),
    });
    transmitters.set(name, { box, hardware });
  }
}

function createPlace(
  { name, receivers: names, keyboard: hasKeyboard }: PlaceDescription,
  { options, receivers }: { readonly options: SimSiteOptions; readonly receivers: Map<string, SiteReceiver> },
): SitePlace {
  const members = names.map((each) => {
    const member = createReceiverBox(each, options);
    receivers.set(each, member);
    return member;
  });
  const first = members[0];
  if (!hasKeyboard || first === undefined) return { name, receivers: members, keyboard: null, mouse: null };
  const keyboard = new Keyboard(`Keyboard of ${name}`);
  const mouse = new Mouse(`Mouse of ${name}`);
  keyboard.plug(first.hardware.hub);
  mouse.plug(first.hardware.hub);
  return { name, receivers: members, keyboard, mouse };
}

function createReceiverBox(name: string, options: SimSiteOptions): SiteReceiver {
  const { clock, log, description } = options;
  const hardware = new SimReceiver({ name, mode: description.mode });
  const box: SimBox = createBox({
    name,
    options,
    networkCable: hardware.networkCable,
    cutPower: () => undefined,
    createAgent: (given) => {
      const drivers = hardware.openDrivers({ clock, restart: () => restartLater(box, log) });
      if (!options.console) return createReceiver({ ...given, drivers, console: null });
      const screen = options.console === 'alone' ? noVideoOutput() : drivers.videoOutput;
      const page = createConsole({
        drivers: { ...drivers, videoOutput: screen },
        clock,
        log: log.child({ box: name }),
        transcoders: pageTranscoders({ clock, log: log.child({ box: name }) }),
      });
      return createReceiver({ ...given, drivers: page.drivers, console: page });
    },
  });
  return { box, hardware };
}

function createBox({
  name,
  options,
  networkCable,
  cutPower,
  createAgent,
}: {
  readonly name: string;
  readonly options: SimSiteOptions;
  readonly networkCable: SimTransmitter['networkCable'];
  readonly cutPower: () => void;
  readonly createAgent: (given: AgentOptions) => Agent;
}): SimBox {
  const { clock, random, log, manager, firmware, openHome } = options;
  return new SimBox({
    name,
    networkCable,
    openHome,
    network: (home) => options.network(name, home),
    cutPower,
    createAgent: (home) =>
      createAgent({
        ...home,
        manager,
        peer: options.peer(name),
        clock,
        random,
        log: log.child({ box: name }),
        firmware,
        media: options.media ?? null,
        enrolmentCode: options.enrolmentCode(name),
      }),
  });
}

/** The box's own program asked for it, so the restart must not wait for that program's call to end. */
function restartLater(box: SimBox, log: Log): void {
  box.restart().catch((thrown: unknown) => log.error('a box did not start again', { box: box.name, thrown }));
}

function found<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) {
    throw new Fault({ code: 'invariant-broken', message: `the simulated site has no ${name}`, context: { name } });
  }
  return value;
}
