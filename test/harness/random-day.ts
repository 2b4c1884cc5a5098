import type { Computer } from '@seatmatrix/hw-sim';
import { type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { between, Fault, type Instant, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import * as fc from 'fast-check';
import type { Desk } from './desk.ts';
import type { Lab } from './lab.ts';

const desks = ['5001', '5004', '5005'] as const;
const boxes = ['0001', '0002', '5001', '5002', '5004', '5005', '5006'] as const;
const computers = ['0001', '0002', '0003', '0009'] as const;
const links = [
  ['5001', '5002'],
  ['5004', '0001'],
  ['5005', '0002'],
  ['5005', 'manager'],
  ['0002', 'manager'],
] as const;

export type DeskName = (typeof desks)[number];

/** One thing that happens on a day. */
export type Happening =
  | { readonly type: 'sign-in'; readonly desk: DeskName; readonly as: 'hxfj' | 'op2' }
  | { readonly type: 'command'; readonly desk: DeskName; readonly key: Usage; readonly text: string }
  | { readonly type: 'tap'; readonly desk: DeskName; readonly keys: readonly Usage[] }
  /** A key of its own each time, held until somebody lets go. */
  | { readonly type: 'strike'; readonly desk: DeskName; readonly held: boolean }
  | { readonly type: 'let-go'; readonly desk: DeskName }
  | { readonly type: 'mouse'; readonly desk: DeskName; readonly dx: number; readonly button: boolean }
  | { readonly type: 'unplug' | 'plug' | 'restart'; readonly box: (typeof boxes)[number] }
  | { readonly type: 'cut' | 'heal'; readonly link: (typeof links)[number] }
  | { readonly type: 'sleep' | 'wake'; readonly computer: (typeof computers)[number] }
  | { readonly type: 'manager'; readonly runs: boolean }
  | { readonly type: 'wall'; readonly state: 'spliced' | 'single' }
  | { readonly type: 'pass'; readonly milliseconds: number };

const desk = fc.constantFrom(...desks);

const work: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('sign-in'), desk, as: fc.constantFrom('hxfj', 'op2') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('command'),
      desk,
      key: fc.constantFrom(Usages.F1, Usages.F1, Usages.F2, Usages.F3),
      text: fc.constantFrom('1', '2', '9', 'dd1', '5004', '5004', '5005', '5005', '6', 'all', '4,5,1', 'team', '77'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('tap'),
      desk,
      keys: fc.constantFrom(
        [Usages.Escape],
        [Usages.Enter],
        [Usages.LeftShift, Usages.LeftShift, Usages.O],
        [Usages.LeftShift, Usages.LeftShift, Usages.O, Usages.F12],
        [Usages.F7, Usages.Digit1],
        [Usages.F7, usage(Usages.Digit1 + 1)],
        [Usages.CapsLock],
      ),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('strike'), desk, held: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('let-go'), desk }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('mouse'),
      desk,
      dx: fc.constantFrom(-2500, -40, 0, 40, 2500),
      button: fc.boolean(),
    }),
  },
);

const trouble: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constantFrom('unplug', 'plug', 'plug', 'restart'), box: fc.constantFrom(...boxes) }),
  fc.record({ type: fc.constantFrom('cut', 'heal'), link: fc.constantFrom(...links) }),
  fc.record({ type: fc.constantFrom('sleep', 'wake'), computer: fc.constantFrom(...computers) }),
  fc.record({ type: fc.constant('manager'), runs: fc.boolean() }),
  fc.record({ type: fc.constant('wall'), state: fc.constantFrom('spliced', 'single') }),
);

const pause: fc.Arbitrary<Happening> = fc.record({
  type: fc.constant('pass'),
  milliseconds: fc.constantFrom(5, 150, 700, 1500, 4000, 20_000),
});

/** All desks at work, and then whatever comes. */
export const randomDay: fc.Arbitrary<readonly Happening[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: work }, { weight: 2, arbitrary: trouble }, { weight: 2, arbitrary: pause }), {
    minLength: 15,
    maxLength: 25,
  })
  .map((happenings) => [
    { type: 'sign-in', desk: '5004', as: 'hxfj' },
    { type: 'command', desk: '5004', key: Usages.F1, text: '1' },
    { type: 'sign-in', desk: '5005', as: 'op2' },
    { type: 'command', desk: '5005', key: Usages.F1, text: '2' },
    { type: 'sign-in', desk: '5001', as: 'hxfj' },
    { type: 'command', desk: '5001', key: Usages.F1, text: '9' },
    ...happenings,
  ]);

interface Strike {
  readonly desk: DeskName;
  /** What the desk's displays showed at that moment; none while its OSD took the keys. */
  readonly shown: ReadonlySet<string>;
}

/** One second of silence, and what a stalled transmitter grants itself. */
const STUCK_AFTER = milliseconds(1300);

/** Keys that nobody needs for names, passwords and commands: letters, and F13 and beyond. Each is struck once a day. */
const strikeKeys: readonly Usage[] = [
  ...Array.from('bcginqrsuwyz', (letter) => usage(Usages.A + letter.charCodeAt(0) - 'a'.charCodeAt(0))),
  ...Array.from({ length: 23 }, (_, index) => usage(0x68 + index)),
];

/** Lives through a day and knows what every strike was meant for. */
export class RandomDay {
  readonly #lab: Lab;
  readonly #desks: ReadonlyMap<DeskName, Desk>;
  readonly #strikes = new Map<Usage, Strike>();
  readonly #held = new Map<DeskName, Usage[]>(desks.map((name) => [name, []]));
  /** When each key that a computer holds was last under a finger. */
  readonly #touched = new Map<Usage, Instant>();
  #managerRuns = true;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#desks = new Map(desks.map((name) => [name, lab.desk(name)]));
  }

  get managerRuns(): boolean {
    return this.#managerRuns;
  }

  async live(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) {
      await this.#happen(happening);
      this.#expectNoneStuck();
    }
  }

  /** Fails for every key that came to a computer which its desk did not show when it was struck. */
  expectNoneAstray(): void {
    for (const computer of this.#lab.computers()) {
      for (const key of keysDown(computer)) {
        const strike = this.#strikes.get(key);
        if (strike === undefined || strike.shown.has(computer.options.host)) continue;
        const shown = [...strike.shown].join(', ') || 'nothing';
        throw new Fault({
          code: 'invariant-broken',
          message: `a key struck at ${strike.desk}, which showed ${shown}, came to ${computer.options.host}`,
        });
      }
    }
  }

  /** Fails for every key that a computer still holds so long after the last finger left it. */
  #expectNoneStuck(): void {
    const now = this.#lab.clock.now();
    for (const key of this.#lab.keysUnderFingers()) this.#touched.set(key, now);
    for (const computer of this.#lab.computers()) {
      for (const key of computer.heldKeys) {
        const left = between(this.#touched.get(key) ?? now, now);
        if (left <= STUCK_AFTER) continue;
        const message = `${computer.options.host} holds a key ${left} ms after the last finger left it`;
        throw new Fault({ code: 'invariant-broken', message });
      }
    }
  }

  async #happen(happening: Happening): Promise<void> {
    const lab = this.#lab;
    switch (happening.type) {
      case 'sign-in':
        await this.#desk(happening).type(happening.as === 'hxfj' ? 'hxfj\t123456\n' : 'op2\tkvm-op-2\n');
        return lab.pass(milliseconds(300));
      case 'command':
        return this.#command(happening);
      case 'tap':
        return this.#desk(happening).tap(...happening.keys);
      case 'strike':
        return this.#strike(happening);
      case 'let-go':
        return this.#letGo(happening.desk);
      case 'mouse':
        return this.#desk(happening).mouse((mouse) => {
          mouse.move(happening.dx, 0);
          if (happening.button) mouse.hold();
          else mouse.release();
        });
      case 'unplug':
        return lab.unplug(happening.box);
      case 'plug':
        return lab.plug(happening.box);
      case 'restart':
        return lab.restart(happening.box);
      case 'cut':
        return lab.cut(happening.link[0], happening.link[1]);
      case 'heal':
        return lab.heal(happening.link[0], happening.link[1]);
      case 'sleep':
        return lab.computer(happening.computer).sleep();
      case 'wake':
        return lab.computer(happening.computer).wake();
      case 'manager':
        return this.#manager(happening.runs);
      case 'wall':
        return this.#managerRuns ? lab.administrator.wall(happening.state) : undefined;
      case 'pass':
        return lab.pass(milliseconds(happening.milliseconds));
    }
  }

  /** The menu in this function, and what is typed into it; where no menu comes, it is typed all the same. */
  async #command({ desk: name, key, text }: Extract<Happening, { type: 'command' }>): Promise<void> {
    const at = this.#desk({ desk: name });
    if (at.screen() === 'menu') await at.tap(key);
    else await at.openByHotkey(key);
    await at.type(`${text}\n`);
    await this.#lab.pass(milliseconds(300));
  }

  async #manager(runs: boolean): Promise<void> {
    if (runs === this.#managerRuns) return;
    this.#managerRuns = runs;
    await (runs ? this.#lab.startManager() : this.#lab.killManager());
  }

  async #strike({ desk: name, held }: { readonly desk: DeskName; readonly held: boolean }): Promise<void> {
    const key = strikeKeys[this.#strikes.size];
    if (key === undefined) return;
    const at = this.#desk({ desk: name });
    await this.#lab.pass(milliseconds(0));
    this.#strikes.set(key, { desk: name, shown: this.#shown(name) });
    await at.press(key);
    if (held) this.#held.get(name)?.push(key);
    else await at.release(key);
  }

  async #letGo(name: DeskName): Promise<void> {
    const held = this.#held.get(name) ?? [];
    await this.#desk({ desk: name }).release(...held.splice(0));
  }

  /** The hosts of the computers whose pictures are on the desk's displays, whatever stands before them. */
  #shown(name: DeskName): ReadonlySet<string> {
    const displays = name === '5001' ? ['5001', '5002', '5003'] : [name];
    // At a seat of several displays another one may have the keyboard.
    if (displays.length === 1 && this.#lab.desk(name).takesKeys()) return new Set();
    const shown = displays.map((display) => this.#lab.desk(display).picture());
    return new Set(shown.flatMap((each) => (each === null ? [] : [this.#lab.computer(each).options.host])));
  }

  #desk({ desk: name }: { readonly desk: DeskName }): Desk {
    const found = this.#desks.get(name);
    if (found === undefined) throw new Fault({ code: 'invariant-broken', message: `no desk ${name}` });
    return found;
  }
}

/** The end of the day: every cable in, everything on, and the time that boxes need to find each other. */
export async function repairAll(lab: Lab, day: { readonly managerRuns: boolean }): Promise<void> {
  for (const box of boxes) await lab.plug(box);
  for (const [one, other] of links) await lab.heal(one, other);
  for (const computer of computers) lab.computer(computer).wake();
  if (!day.managerRuns) await lab.startManager();
  await lab.pass(seconds(40));
}

const keysDown = (computer: Computer): readonly Usage[] =>
  computer.received.flatMap((each) => (each.type === 'key' && each.pressed ? [each.key] : []));
