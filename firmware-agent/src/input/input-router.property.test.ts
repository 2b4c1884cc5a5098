import { consumerUsage, generation, type PointerInput, routeId, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { type Instant, instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computerHolds, INITIAL_ROUTER, type InputRouterState, routerStep } from './input-router.ts';
import type { InputRouterInput, InputRouterOut, RouterRoute } from './router-message.ts';

const { A, O, Enter, LeftShift, RightShift, F2 } = Usages;

type Move =
  | { readonly type: 'press' | 'release'; readonly key: Usage }
  | { readonly type: 'button'; readonly buttons: number }
  | { readonly type: 'move' }
  | { readonly type: 'route'; readonly route: RouterRoute | null }
  | { readonly type: 'osd'; readonly capturing: boolean; readonly visible: boolean }
  | { readonly type: 'focus'; readonly focused: boolean }
  | { readonly type: 'hotkey' }
  | { readonly type: 'send-hotkey' }
  | { readonly type: 'wait'; readonly time: number };

const route = (name: string, mode: 'shared' | 'view', number: number): RouterRoute => ({
  id: routeId(name),
  generation: generation(number),
  mode,
});

const key = fc.constantFrom(A, O, Enter, LeftShift, RightShift, F2, consumerUsage(0xe9));
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ type: fc.constant('press' as const), key }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('release' as const), key }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('button' as const), buttons: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.constant<Move>({ type: 'move' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        null,
        route('one', 'shared', 1),
        route('two', 'shared', 2),
        route('two', 'view', 3),
        route('two', 'shared', 3),
      )
      .map((to) => ({ type: 'route' as const, route: to })),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('osd' as const), capturing: fc.boolean(), visible: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('focus' as const), focused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant<Move>({ type: 'hotkey' }) },
  { weight: 1, arbitrary: fc.constant<Move>({ type: 'send-hotkey' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wait' as const), time: fc.integer({ min: 1, max: 900 }) }) },
);

interface Holding {
  readonly keys: ReadonlySet<Usage>;
  readonly buttons: number;
}

const EMPTY: Holding = { keys: new Set(), buttons: 0 };

/** A desk that knows nothing of the router's reasons and watches what the computers hold. */
class Watch {
  state: InputRouterState = INITIAL_ROUTER;
  readonly computers = new Map<string, Holding>();
  readonly osdKeys = new Set<Usage>();
  readonly physical = new Set<Usage>();
  #buttons = 0;
  /** What a finger has pressed in this very move. */
  readonly #pressed = new Set<Usage>();
  #pressedButtons = 0;
  #at = instant(0);
  #wake: Instant | null = null;

  play(each: Move): void {
    switch (each.type) {
      case 'press':
      case 'release': {
        if (each.type === 'press') this.#press(each.key);
        else this.physical.delete(each.key);
        this.#input(null);
        return;
      }
      case 'button':
        this.#pressedButtons = each.buttons & ~this.#buttons;
        this.#buttons = each.buttons;
        this.#input({ buttons: each.buttons, position: null, movement: null, wheel: 0, tilt: 0 });
        return;
      case 'move':
        this.#input({ buttons: this.#buttons, position: null, movement: { dx: 1, dy: 1 }, wheel: 0, tilt: 0 });
        return;
      case 'route':
        this.#step({ type: 'route', route: each.route, at: this.#at });
        return;
      case 'osd':
        this.#step({ ...each, at: this.#at });
        return;
      case 'focus':
        this.#step({ ...each, at: this.#at });
        // As the seat's focus does: what is held already is told at once.
        this.#input({ buttons: this.#buttons, position: { x: 5, y: 5 }, movement: null, wheel: 0, tilt: 0 });
        return;
      case 'hotkey':
        for (const pressed of [LeftShift, null, LeftShift, null, O]) {
          for (const held of [LeftShift, O]) this.physical.delete(held);
          if (pressed !== null) this.#press(pressed);
          this.#input(null);
        }
        return;
      case 'send-hotkey':
        this.#step({ type: 'send-hotkey', at: this.#at });
        return;
      case 'wait':
        this.#wait(each.time);
        return;
    }
  }

  letGo(): void {
    this.physical.clear();
    this.#buttons = 0;
    this.#input({ buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 });
    this.#wait(1000);
  }

  #wait(time: number): void {
    const end = instant(this.#at + time);
    while (this.#wake !== null && this.#wake <= end) {
      this.#at = this.#wake;
      this.#wake = null;
      this.#step({ type: 'tick', at: this.#at });
    }
    this.#at = end;
  }

  #press(pressed: Usage): void {
    if (!this.physical.has(pressed)) this.#pressed.add(pressed);
    this.physical.add(pressed);
  }

  #input(pointer: PointerInput | null): void {
    this.#step({ type: 'input', keys: [...this.physical], pointer, at: this.#at });
    this.#pressed.clear();
    this.#pressedButtons = 0;
  }

  #step(input: InputRouterInput): void {
    const before = this.state;
    const stepped = routerStep(before, input);
    this.state = stepped.state;
    for (const out of stepped.out) this.#watch(out, { before, input });
    this.#judge();
  }

  #watch(
    out: InputRouterOut,
    { before, input }: { readonly before: InputRouterState; readonly input: InputRouterInput },
  ): void {
    if (out.type === 'wake') this.#wake = out.at;
    if (out.type === 'osd-key') {
      expect(this.osdKeys.has(out.edge.key)).toBe(!out.edge.pressed);
      if (out.edge.pressed) this.osdKeys.add(out.edge.key);
      else this.osdKeys.delete(out.edge.key);
    }
    if (out.type !== 'computer') return;
    const { route: to, keys, pointer } = out;
    expect(to).toEqual(before.route);
    expect(to.mode).toBe('shared');
    const endsCapture = input.type === 'osd' && !input.capturing;
    if (before.capturing) expect(endsCapture).toBe(true);
    const name = `${to.id} ${to.generation}`;
    const held = this.computers.get(name) ?? EMPTY;
    const appeared = keys.filter((each) => !held.keys.has(each));
    const typed = this.state.typing?.pressed ?? null;
    // A key comes down at a computer in the very move in which a finger presses it, and in no other.
    for (const each of appeared) expect(each === typed || this.#pressed.has(each)).toBe(true);
    const buttons = pointer?.buttons ?? held.buttons;
    expect(buttons & ~held.buttons & ~this.#pressedButtons).toBe(0);
    this.computers.set(name, { keys: new Set(keys), buttons });
  }

  #judge(): void {
    const { route: now, capturing } = this.state;
    const current = now === null ? null : `${now.id} ${now.generation}`;
    for (const [name, { keys, buttons }] of this.computers) {
      if (name !== current || capturing || now?.mode === 'view') {
        expect([name, [...keys], buttons]).toEqual([name, [], 0]);
        continue;
      }
      for (const each of keys) expect(this.physical.has(each) || this.state.typing?.pressed === each).toBe(true);
      expect(buttons & ~this.#buttons).toBe(0);
      expect(computerHolds(this.state)).toBe(keys.size > 0 || buttons !== 0);
    }
    if (now?.mode !== 'shared' || capturing) expect(computerHolds(this.state)).toBe(false);
    if (!capturing) this.osdKeys.clear();
  }
}

const RUNS = 1_000;

test('no key reaches a computer but the one in control at its key-down, and none while the OSD captures', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
      const watch = new Watch();
      for (const each of moves) watch.play(each);
    }),
    { numRuns: RUNS },
  );
});

test('however the input is cut, closing the route leaves every computer all-up', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
      const watch = new Watch();
      for (const each of moves) watch.play(each);
      watch.play({ type: 'route', route: null });

      for (const { keys, buttons } of watch.computers.values()) expect([keys.size, buttons]).toEqual([0, 0]);
    }),
    { numRuns: RUNS },
  );
});

test('when every finger is lifted nothing is down anywhere, and the next key passes', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
      const watch = new Watch();
      for (const each of moves) watch.play(each);
      watch.letGo();
      for (const { keys, buttons } of watch.computers.values()) expect([keys.size, buttons]).toEqual([0, 0]);
      expect(watch.osdKeys.size).toBe(0);

      const to = route('three', 'shared', 9);
      watch.play({ type: 'osd', capturing: false, visible: false });
      watch.play({ type: 'focus', focused: true });
      watch.play({ type: 'route', route: to });
      watch.play({ type: 'press', key: A });
      expect(watch.computers.get('three 9')?.keys).toEqual(new Set([A]));
    }),
    { numRuns: RUNS },
  );
});
