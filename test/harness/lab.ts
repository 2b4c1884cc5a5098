import type { Computer } from '@seatmatrix/hw-sim';
import { createSimSite, memoryHomes, type SimBox, type SimSite } from '@seatmatrix/hw-sim/site';
import type { Usage } from '@seatmatrix/protocol/domain';
import { type Duration, Fault, milliseconds, seconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { Desk } from './desk.ts';
import { LabManager } from './lab-manager.ts';
import { scenarioHardware, transmitterIds } from './scenario-site.ts';

const MANAGER = { host: 'manager', port: 8443 } as const;
const FIRMWARE = '1.0.0-lab';

export interface ShownChange {
  readonly receiver: string;
  /** Milliseconds of the lab's clock. */
  readonly at: number;
  readonly shows: string | null;
}

/** A real manager, real agents and simulated hardware in one process, in virtual time. */
export class Lab {
  readonly clock: VirtualClock;
  readonly manager: LabManager;
  readonly firmware = FIRMWARE;
  readonly #network: MemoryNetwork;
  readonly #site: SimSite;

  constructor(options: { clock: VirtualClock; network: MemoryNetwork; manager: LabManager; site: SimSite }) {
    this.clock = options.clock;
    this.#network = options.network;
    this.manager = options.manager;
    this.#site = options.site;
  }

  // The site

  desk(id: string): Desk {
    const place = this.#site.places.find(({ receivers }) => receivers.some(({ box }) => box.name === id));
    if (place === undefined) throw new Fault({ code: 'invariant-broken', message: `the lab has no ${id}` });
    return new Desk({
      id,
      clock: this.clock,
      receiver: this.#site.receiver(id),
      keyboard: place.keyboard,
      mouse: place.mouse,
      transmitterOf: ({ computer, head }) =>
        scenarioHardware.computers[computer - 1]?.transmitters[head - 1] ?? 'unknown',
    });
  }

  computer(transmitter: string): Computer {
    const description = scenarioHardware.computers.find((each) => each.transmitters.includes(transmitter));
    return this.#site.computer(description?.host ?? transmitter);
  }

  computers(): readonly Computer[] {
    return this.#site.computers;
  }

  transmitterIds(): readonly string[] {
    return transmitterIds;
  }

  /** Keys that went down at the computer, in order. */
  pressed(transmitter: string): readonly Usage[] {
    return this.computer(transmitter).received.flatMap((each) =>
      each.type === 'key' && each.pressed ? [each.key] : [],
    );
  }

  wallShows(): string | null {
    const [left, right] = ['5006', '5007'].map((id) => this.desk(id).shows());
    return left === right ? (left ?? null) : null;
  }

  /** What part of the whole picture each tile of the wall shows. */
  tileParts(): readonly ({ readonly left: number; readonly right: number } | null)[] {
    return ['5006', '5007'].map((id) => this.desk(id).part());
  }

  /** Every change of what these receivers' screens show from now on, a black screen among them. */
  recordShown(receivers: readonly string[]): () => readonly ShownChange[] {
    const changes: ShownChange[] = [];
    for (const receiver of receivers) {
      const { monitor } = this.#site.receiver(receiver).hardware;
      const show = monitor.show.bind(monitor);
      let last = this.desk(receiver).shows();
      monitor.show = (shown) => {
        show(shown);
        const shows = this.desk(receiver).shows();
        if (shows !== last) changes.push({ receiver, at: this.clock.now(), shows });
        last = shows;
      };
    }
    return () => changes;
  }

  // Time

  pass(duration: Duration): Promise<void> {
    return this.clock.advance(duration);
  }

  // Cables and power

  async unplug(box: string): Promise<void> {
    this.#cable(box).unplug();
    await this.pass(milliseconds(50));
  }

  async plug(box: string): Promise<void> {
    this.#cable(box).plug();
    await this.pass(milliseconds(50));
  }

  /** Unplugged for so long that everybody knows. */
  async offline(box: string): Promise<void> {
    await this.unplug(box);
    await this.pass(seconds(4));
  }

  async restart(box: string, { wipe }: { readonly wipe: boolean } = { wipe: false }): Promise<void> {
    await this.#box(box).restart({ wiped: wipe ? 'memory' : 'nothing' });
    await this.pass(milliseconds(50));
  }

  async cut(one: string, other: string): Promise<void> {
    this.#network.cut(one, other);
    await this.pass(milliseconds(50));
  }

  async heal(one: string, other: string): Promise<void> {
    this.#network.heal(one, other);
    await this.pass(milliseconds(50));
  }

  async delay(one: string, other: string, duration: Duration): Promise<void> {
    this.#network.delay(one, other, duration);
    this.#network.delay(other, one, duration);
    await this.pass(milliseconds(50));
  }

  // The manager

  async killManager(): Promise<void> {
    this.#network.kill(MANAGER.host);
    await this.manager.stop();
    await this.pass(milliseconds(50));
  }

  async startManager(store = this.manager.store): Promise<void> {
    await this.manager.start(store);
    await this.pass(milliseconds(50));
  }

  copyStore(): ReturnType<LabManager['copyStore']> {
    return this.manager.copyStore();
  }

  operatorAt(receiver: string): string | null {
    return this.manager.operatorAt(receiver);
  }

  audited(action: string): ReturnType<LabManager['audited']> {
    return this.manager.audited(action);
  }

  rename(device: string, name: string): Promise<void> {
    return this.#soon(this.manager.changeDevice(device, (each) => ({ ...each, name })));
  }

  renumber(device: string, id: string): Promise<void> {
    return this.#soon(this.manager.renumber(device, id));
  }

  disable(operator: string): Promise<void> {
    return this.#soon(this.manager.disable(operator));
  }

  revoke(operator: string, right: 'connect' | 'push' | 'fetch', device: string): Promise<void> {
    return this.#soon(this.manager.revoke({ operator, right, device }));
  }

  wall(state: 'spliced' | 'single'): Promise<void> {
    return this.#soon(this.manager.wall(state));
  }

  seat(name: string, receivers: readonly string[]): Promise<void> {
    return this.#soon(this.manager.seat(name, receivers));
  }

  idle(receiver: string, minutes: number): Promise<void> {
    return this.#soon(this.manager.idle(receiver, minutes));
  }

  // The end

  /** Hands off every keyboard and mouse, and the time that the last key-up may take. */
  async lettingGo(): Promise<void> {
    for (const { keyboard } of this.#site.places) if (keyboard !== null) keyboard.release(...keyboard.held);
    await this.pass(seconds(2));
    this.expectAllUp();
  }

  async close(): Promise<void> {
    await this.#finish(this.#site.stop());
    await this.#finish(this.manager.stop());
  }

  expectAllUp(): void {
    this.#site.expectAllUp();
  }

  /** A stop may wait for time-outs: time goes on until it is done. */
  async #finish(stopping: Promise<void>): Promise<void> {
    let done = false;
    const ended = stopping.finally(() => {
      done = true;
    });
    for (let waited = 0; !done && waited < 100; waited++) await this.clock.advance(milliseconds(100));
    await ended;
  }

  async #soon(change: Promise<void>): Promise<void> {
    await change;
    await this.pass(milliseconds(100));
  }

  #cable(box: string) {
    return box < '5000'
      ? this.#site.transmitter(box).hardware.networkCable
      : this.#site.receiver(box).hardware.networkCable;
  }

  #box(name: string): SimBox {
    const box = this.#site.boxes.find((each) => each.name === name);
    if (box === undefined) throw new Fault({ code: 'invariant-broken', message: `the lab has no ${name}` });
    return box;
  }
}

/** A site that has just been switched on: every box is known and online, and nobody is signed in. */
export async function openLab(): Promise<Lab> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork(clock);
  const homes = memoryHomes();
  const manager = await LabManager.create({ clock, network, ...MANAGER });
  const site = createSimSite({
    description: scenarioHardware,
    clock,
    random: seededRandom(1),
    log: silentLog,
    network: (name, home) =>
      network.host({
        name,
        identity: () => ({ fingerprint: home.identity.fingerprint, standing: 'site', role: 'box' }),
      }),
    openHome: async (name, given) => {
      const home = await homes(name, given);
      if (!home.identity.adopted) await home.identity.adopt({ certificate: '', authority: '' });
      return home;
    },
    manager: () => MANAGER,
    peer: (name) => ({ host: name, port: 9000, advertise: null }),
    enrolmentCode: () => null,
    firmware: FIRMWARE,
    console: false,
  });
  const lab = new Lab({ clock, network, manager, site });
  await site.start();
  await lab.pass(seconds(3));
  // The transmitters' agents let go of everything when they start: that is not what scenarios ask about.
  for (const computer of lab.computers()) computer.clearReceived();
  return lab;
}
