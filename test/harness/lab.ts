import { type Computer, Keyboard } from '@seatmatrix/hw-sim';
import type { SimSite } from '@seatmatrix/hw-sim/site';
import type { Usage } from '@seatmatrix/protocol/domain';
import { type Duration, Fault, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { Administrator } from './administrator.ts';
import { AlarmLog } from './alarm-log.ts';
import { Desk } from './desk.ts';
import { LabHardware } from './lab-hardware.ts';
import { LabManager } from './lab-manager.ts';
import { adoptedBoxes, clonedBoxes, FIRMWARE, MANAGER, newBoxes } from './lab-site.ts';
import { placeOf, scenarioHardware, transmitterIds } from './scenario-site.ts';

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
  readonly administrator: Administrator;
  readonly firmware = FIRMWARE;
  readonly network: MemoryNetwork;
  readonly #log: AlarmLog;
  readonly #hardware = new LabHardware();
  readonly #discards: (() => void)[] = [];

  constructor(options: {
    clock: VirtualClock;
    network: MemoryNetwork;
    log: AlarmLog;
    manager: LabManager;
    site: SimSite;
  }) {
    this.clock = options.clock;
    this.#log = options.log;
    this.network = options.network;
    this.manager = options.manager;
    this.administrator = new Administrator({ clock: options.clock, manager: () => options.manager.running });
    this.#hardware.add(options.site);
  }

  // The site

  desk(id: string): Desk {
    const place = this.#hardware.placeOf(id);
    return new Desk({
      id,
      clock: this.clock,
      receiver: this.#hardware.receiver(id),
      keyboard: place.keyboard,
      mouse: place.mouse,
      transmitterOf: ({ computer, head }) =>
        scenarioHardware.computers[computer - 1]?.transmitters[head - 1] ?? 'unknown',
    });
  }

  computer(transmitter: string): Computer {
    return this.#hardware.transmitter(transmitter).hardware.computer;
  }

  computers(): readonly Computer[] {
    return this.#hardware.sites.flatMap((site) => site.computers);
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

  /** Programs logged this for somebody to act on, and have to. */
  expectAlarm(words: string): void {
    if (!this.#log.take(words)) throw new Fault({ code: 'invariant-broken', message: `nobody was told: ${words}` });
  }

  /** Whatever else was logged for somebody to act on is a failure. */
  expectNoAlarm(): void {
    const [first] = this.#log.alarms;
    if (first !== undefined) throw new Fault({ code: 'invariant-broken', message: `an error was logged: ${first}` });
  }

  /** Everything that is held at any keyboard. */
  keysUnderFingers(): ReadonlySet<Usage> {
    return new Set(
      this.#hardware.sites.flatMap((site) => site.places.flatMap(({ keyboard }) => [...(keyboard?.held ?? [])])),
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
      const { monitor } = this.#hardware.receiver(receiver).hardware;
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

  /** Until it is so: what needs a box's return may take as long as the longest back-off. */
  async eventually(is: () => boolean): Promise<void> {
    for (let waited = 0; waited < 90 && !is(); waited++) await this.pass(milliseconds(500));
    if (!is()) throw new Fault({ code: 'invariant-broken', message: `it did not come about: ${is}` });
  }

  // Cables and power

  async unplug(box: string): Promise<void> {
    this.#hardware.cable(box).unplug();
    await this.pass(milliseconds(50));
  }

  async plug(box: string): Promise<void> {
    this.#hardware.cable(box).plug();
    await this.pass(milliseconds(50));
  }

  /** Unplugged for so long that everybody knows. */
  async offline(box: string): Promise<void> {
    await this.unplug(box);
    await this.pass(seconds(4));
  }

  async restart(box: string, { wipe }: { readonly wipe: boolean } = { wipe: false }): Promise<void> {
    await this.#hardware.box(box).restart({ wiped: wipe ? 'memory' : 'nothing' });
    await this.pass(milliseconds(50));
  }

  /** A desk of one receiver out of the carton, which nobody knows; with an enrolment code typed into it, or none. */
  async unpack(name: string, enrolmentCode: string | null): Promise<Desk> {
    const { site, discard } = newBoxes({ ...this.#newcomer(name), seed: 2 }, enrolmentCode);
    this.#discards.push(discard);
    return this.#switchOn(site, name);
  }

  /** A desk whose box has the key of another. */
  clone(original: string, name: string): Promise<Desk> {
    return this.#switchOn(clonedBoxes({ ...this.#newcomer(name), seed: 3 }, original), name);
  }

  /** The plug out of the wall, for good. */
  async powerOff(box: string): Promise<void> {
    await this.#hardware.box(box).unplug();
    await this.pass(milliseconds(50));
  }

  /** A keyboard more, at a box that has none or has one. */
  plugKeyboard(receiver: string): Keyboard {
    const keyboard = new Keyboard(`another keyboard at ${receiver}`);
    keyboard.plug(this.#hardware.receiver(receiver).hardware.hub);
    return keyboard;
  }

  /** Between the computer and its transmitter. */
  async pullVideo(transmitter: string): Promise<void> {
    this.#hardware.transmitter(transmitter).hardware.videoCable.unplug();
    await this.pass(milliseconds(500));
  }

  async plugVideo(transmitter: string): Promise<void> {
    this.#hardware.transmitter(transmitter).hardware.videoCable.plug();
    await this.pass(seconds(2));
  }

  async cut(one: string, other: string): Promise<void> {
    this.network.cut(one, other);
    await this.pass(milliseconds(50));
  }

  async heal(one: string, other: string): Promise<void> {
    this.network.heal(one, other);
    await this.pass(milliseconds(50));
  }

  async delay(one: string, other: string, duration: Duration): Promise<void> {
    this.network.delay(one, other, duration);
    this.network.delay(other, one, duration);
    await this.pass(milliseconds(50));
  }

  // The manager

  async killManager(): Promise<void> {
    this.network.kill(MANAGER.host);
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

  // The end

  /** Hands off every keyboard and mouse, and the time that the last key-up may take. */
  async lettingGo(): Promise<void> {
    for (const { keyboard, mouse } of this.#hardware.sites.flatMap((site) => site.places)) {
      if (keyboard !== null) keyboard.release(...keyboard.held);
      if (mouse !== null && mouse.buttons !== 0)
        for (const button of ['left', 'right', 'middle'] as const) mouse.release(button);
    }
    await this.pass(seconds(2));
    this.expectAllUp();
  }

  async close(): Promise<void> {
    for (const site of this.#hardware.sites) await this.#finish(site.stop());
    await this.#finish(this.manager.stop());
    for (const discard of this.#discards) discard();
  }

  expectAllUp(): void {
    for (const site of this.#hardware.sites) site.expectAllUp();
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

  #newcomer(name: string) {
    return { description: placeOf(name), clock: this.clock, network: this.network, log: this.#log };
  }

  async #switchOn(site: SimSite, name: string): Promise<Desk> {
    this.#hardware.add(site);
    await site.start();
    await this.pass(milliseconds(500));
    return this.desk(name);
  }
}

/** A site that has just been switched on: every box is known and online, and nobody is signed in. */
export async function openLab(): Promise<Lab> {
  const clock = new VirtualClock();
  const network = new MemoryNetwork(clock);
  const log = new AlarmLog();
  const manager = await LabManager.create({ clock, network, log, ...MANAGER });
  const site = adoptedBoxes({ description: scenarioHardware, clock, network, log, seed: 1 });
  const lab = new Lab({ clock, network, log, manager, site });
  await site.start();
  await lab.pass(seconds(3));
  // The transmitters' agents let go of everything when they start: that is not what scenarios ask about.
  for (const computer of lab.computers()) computer.clearReceived();
  return lab;
}
