import {
  consumerUsage,
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeConsumerControl,
  decodeWideMouse,
  fingerprint,
  generation,
  type Usage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { type Instant, instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_SESSIONS, type SessionInput, sessionStep } from './session-input.ts';

const { A, O, LeftShift, RightControl, Enter } = Usages;

type Move =
  | { readonly type: 'open'; readonly desk: number; readonly mode: 'shared' | 'view' }
  | { readonly type: 'input'; readonly desk: number; readonly keys: readonly Usage[]; readonly pointer: Pointing }
  | { readonly type: 'replay' | 'held' | 'close'; readonly desk: number }
  | { readonly type: 'mode'; readonly desk: number; readonly mode: 'shared' | 'view' }
  | { readonly type: 'reset' | 'stop' }
  | { readonly type: 'pointer'; readonly pointer: 'absolute' | 'relative' }
  | { readonly type: 'wait'; readonly time: number };

interface Pointing {
  readonly buttons: number;
  readonly kind: 'none' | 'buttons' | 'absolute' | 'relative' | 'both';
}

const RUNS = 1_000;
const desk = fc.integer({ min: 0, max: 1 });
const mode = fc.constantFrom('shared' as const, 'view' as const);
const keys = fc.uniqueArray(fc.constantFrom(A, O, LeftShift, RightControl, Enter, consumerUsage(0xe9)));
const pointing: fc.Arbitrary<Pointing> = fc.record({
  buttons: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('none', 'buttons', 'absolute', 'relative', 'both'),
});
// Mostly short, so that several sessions hold something at different ages.
const time = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 50, max: 600 }) }, fc.integer({ min: 1, max: 1500 }));
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('open' as const), desk, mode }) },
  { weight: 10, arbitrary: fc.record({ type: fc.constant('input' as const), desk, keys, pointer: pointing }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom('replay' as const, 'held' as const, 'close' as const), desk }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('mode' as const), desk, mode }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('reset' as const, 'stop' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('pointer' as const),
      pointer: fc.constantFrom('absolute' as const, 'relative' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('wait' as const), time }) },
);

interface Live {
  mode: 'shared' | 'view';
  keys: ReadonlySet<Usage>;
  buttons: number;
  heard: number;
}

/** Two desks at one transmitter, and beside it the plainest model of what its computer ought to hold. */
class Site {
  readonly #live = new Map<number, Live>();
  readonly #links = new Map<number, string>();
  readonly #said = new Map<string, number>();
  #state = NO_SESSIONS;
  #now = 0;
  #generation = 0;
  #sequence = 0;
  #wake: Instant | null = null;
  #keys: ReadonlySet<Usage> = new Set();
  #consumer: ReadonlySet<Usage> = new Set();
  #pointer: 'absolute' | 'relative' = 'absolute';
  #absolute = 0;
  #relative = 0;

  play(each: Move): void {
    const at = instant(this.#now);
    switch (each.type) {
      case 'open': {
        const link = `${each.desk}/${++this.#generation}`;
        const receiver = fingerprint(String(each.desk));
        this.#links.set(each.desk, link);
        this.#live.set(each.desk, { mode: each.mode, keys: new Set(), buttons: 0, heard: this.#now });
        this.#step({ type: 'open', link, receiver, generation: generation(this.#generation), mode: each.mode, at });
        return;
      }
      case 'input':
        this.#input(each);
        return;
      case 'replay': {
        const link = this.#link(each.desk);
        const sequence = this.#said.get(link);
        if (sequence !== undefined) this.#step({ type: 'input', link, sequence, keys: [A, O], pointer: null, at });
        return;
      }
      case 'held': {
        const live = this.#live.get(each.desk);
        if (live !== undefined) live.heard = this.#now;
        this.#step({ type: 'heard', link: this.#link(each.desk), at });
        return;
      }
      case 'close':
        this.#live.delete(each.desk);
        this.#step({ type: 'close', link: this.#link(each.desk), at });
        return;
      case 'mode': {
        const live = this.#live.get(each.desk);
        if (live !== undefined && live.mode !== each.mode)
          Object.assign(live, { mode: each.mode, keys: new Set(), buttons: 0 });
        this.#step({ type: 'mode', link: this.#link(each.desk), mode: each.mode, at });
        return;
      }
      case 'reset':
        for (const live of this.#live.values()) Object.assign(live, { keys: new Set(), buttons: 0 });
        this.#step({ type: 'reset', at });
        return;
      case 'pointer':
        // Only a choice that changes something lets go.
        if (each.pointer !== this.#pointer) for (const live of this.#live.values()) Object.assign(live, { buttons: 0 });
        this.#pointer = each.pointer;
        this.#step({ type: 'pointer', pointer: each.pointer, at });
        return;
      case 'stop':
        this.#live.clear();
        this.#step({ type: 'stop', at });
        return;
      case 'wait':
        this.#wait(each.time);
        return;
    }
  }

  #input({ desk: number, keys: pressed, pointer }: Extract<Move, { readonly type: 'input' }>): void {
    const live = this.#live.get(number);
    if (live !== undefined) {
      live.heard = this.#now;
      if (live.mode === 'shared') {
        live.keys = new Set(pressed);
        if (pointer.kind !== 'none') live.buttons = pointer.buttons;
      }
    }
    const link = this.#link(number);
    this.#said.set(link, ++this.#sequence);
    this.#step({
      type: 'input',
      link,
      sequence: this.#sequence,
      keys: pressed,
      pointer:
        pointer.kind === 'none'
          ? null
          : {
              buttons: pointer.buttons,
              position: pointer.kind === 'absolute' || pointer.kind === 'both' ? { x: 3, y: 4 } : null,
              movement: pointer.kind === 'relative' || pointer.kind === 'both' ? { dx: 1, dy: 2 } : null,
              wheel: 0,
              tilt: 0,
            },
      at: instant(this.#now),
    });
  }

  #link(number: number): string {
    return this.#links.get(number) ?? 'never opened';
  }

  #wait(time: number): void {
    const end = this.#now + time;
    while (this.#wake !== null && this.#wake <= end) {
      this.#now = this.#wake;
      this.#wake = null;
      this.#forgetSilent();
      this.#step({ type: 'tick', at: instant(this.#now) });
    }
    this.#now = end;
    this.#forgetSilent();
    this.judge();
  }

  /** The law itself: silent for a second while holding something. */
  #forgetSilent(): void {
    for (const live of this.#live.values()) {
      if (this.#now - live.heard >= 1000) Object.assign(live, { keys: new Set(), buttons: 0 });
    }
  }

  #step(input: SessionInput): void {
    const stepped = sessionStep(this.#state, input);
    this.#state = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'keyboard') this.#keys = decodeBootKeyboard(out.report) ?? new Set();
      if (out.type === 'consumer') this.#consumer = decodeConsumerControl(out.report) ?? new Set();
      if (out.type === 'absolute-pointer') this.#absolute = decodeAbsolutePointer(out.report)?.buttons ?? 0;
      if (out.type === 'relative-pointer') this.#relative = decodeWideMouse(out.report)?.buttons ?? 0;
      if (out.type === 'wake') this.#wake = out.at;
    }
    this.judge();
  }

  judge(): void {
    const wanted = new Set<Usage>();
    let buttons = 0;
    for (const live of this.#live.values()) {
      for (const pressed of live.keys) wanted.add(pressed);
      buttons |= live.buttons;
    }
    expect(new Set([...this.#keys, ...this.#consumer])).toEqual(wanted);
    // The mouse that the computer has not been given never holds a button.
    expect([this.#absolute, this.#relative]).toEqual(this.#pointer === 'absolute' ? [buttons, 0] : [0, buttons]);
  }

  get allUp(): boolean {
    return this.#keys.size === 0 && this.#consumer.size === 0 && (this.#absolute | this.#relative) === 0;
  }
}

test('whatever two desks do, the computer holds the union of the live sessions’ sets', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
      const site = new Site();
      for (const each of moves) site.play(each);
    }),
    { numRuns: RUNS },
  );
});

test.each<[string, readonly Move[]]>([
  [
    'both links closed',
    [
      { type: 'close', desk: 0 },
      { type: 'close', desk: 1 },
    ],
  ],
  ['the agent stopped', [{ type: 'stop' }]],
  ['both cables were cut and 1.2 s passed', [{ type: 'wait', time: 1200 }]],
])('however the input is cut, the computer is all-up after %s', (_, ending) => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40, size: 'max' }), (moves) => {
      const site = new Site();
      for (const each of [...moves, ...ending]) site.play(each);

      expect(site.allUp).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('a held key survives every jitter up to 500 ms', () => {
  const late = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(late, (jitters) => {
      let state = NO_SESSIONS;
      const released: string[] = [];
      const step = (input: SessionInput) => {
        const stepped = sessionStep(state, input);
        state = stepped.state;
        released.push(...stepped.out.filter((out) => out.type === 'silent').map((out) => out.link));
      };
      const link = 'one';
      const first = instant(0);
      step({ type: 'open', link, receiver: fingerprint('r'), generation: generation(1), mode: 'shared', at: first });
      step({ type: 'input', link, sequence: 1, keys: [LeftShift], pointer: null, at: first });
      // Said every 200 ms and late by the jitter; a stream never overtakes itself.
      let arrived = 0;
      for (const [index, jitter] of jitters.entries()) {
        const next = Math.max(arrived, (index + 1) * 200 + jitter);
        for (let now = arrived; now < next; now += 10) step({ type: 'tick', at: instant(now) });
        step({ type: 'heard', link, at: instant(next) });
        arrived = next;
      }

      expect(released).toEqual([]);
      expect(state.gadget.keys).toEqual([LeftShift]);
    }),
    { numRuns: 1_000 },
  );
});
