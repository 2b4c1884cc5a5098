import {
  type AccessMode,
  consumerUsage,
  DEFAULT_BOX_SETTINGS,
  generation,
  type PointerInput,
  routeId,
  type Usage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import {
  computerHolds,
  INITIAL_ROUTER,
  type InputRouterInput,
  type InputRouterOut,
  routerStep,
} from './input-router.ts';
import type { RouterRoute } from './router-message.ts';

const { A, O, Enter, F2, F7, LeftShift, LeftControl } = Usages;

const routeTo = (name: string, mode: AccessMode = 'shared'): RouterRoute => ({
  id: routeId(name),
  generation: generation(1),
  mode,
});

const pointer = (buttons: number, dx = 0): PointerInput => ({
  buttons,
  position: null,
  movement: { dx, dy: 0 },
  wheel: 0,
  tilt: 0,
});

/** A desk whose hand presses one thing after the other, 10 ms apart. */
class Desk {
  #state = INITIAL_ROUTER;
  #at = 0;
  readonly #held = new Set<Usage>();
  #out: InputRouterOut[] = [];

  step(input: InputRouterInput): void {
    const stepped = routerStep(this.#state, input);
    this.#state = stepped.state;
    this.#out.push(...stepped.out);
  }

  later() {
    this.#at += 10;
    return instant(this.#at);
  }

  pause(time: number): void {
    this.#at += time;
  }

  press(...keys: readonly Usage[]): void {
    for (const key of keys) {
      this.#held.add(key);
      this.step({ type: 'input', keys: [...this.#held], pointer: null, at: this.later() });
    }
  }

  release(...keys: readonly Usage[]): void {
    for (const key of keys) {
      this.#held.delete(key);
      this.step({ type: 'input', keys: [...this.#held], pointer: null, at: this.later() });
    }
  }

  tap(key: Usage): void {
    this.press(key);
    this.release(key);
  }

  point(moved: PointerInput): void {
    this.step({ type: 'input', keys: [...this.#held], pointer: moved, at: this.later() });
  }

  route(route: RouterRoute | null): void {
    this.step({ type: 'route', route, at: this.later() });
  }

  osd(capturing: boolean, visible = capturing): void {
    this.step({ type: 'osd', capturing, visible, at: this.later() });
  }

  hotkey(command: Usage = O): void {
    this.tap(LeftShift);
    this.tap(LeftShift);
    this.press(command);
  }

  get holds(): boolean {
    return computerHolds(this.#state);
  }

  /** What came out since the last look. */
  take(): readonly InputRouterOut[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }
}

function desk(mode: AccessMode = 'shared'): Desk {
  const made = new Desk();
  made.route(routeTo('one', mode));
  return made;
}

const sets = (out: readonly InputRouterOut[], route = 'one'): readonly (readonly Usage[])[] =>
  out
    .filter((each) => each.type === 'computer')
    .filter((each) => each.route.id === route)
    .map((each) => each.keys);

const types = (out: readonly InputRouterOut[]): readonly string[] => out.map((each) => each.type);

describe('while the computer is in control', () => {
  test('every change is told as the whole set', () => {
    const hand = desk();
    hand.press(LeftControl, A);
    hand.release(LeftControl, A);

    expect(sets(hand.take())).toEqual([[LeftControl], [LeftControl, A], [A], []]);
  });

  test('consumer keys go through beside the others', () => {
    const volume = consumerUsage(0xe9);
    const hand = desk();
    hand.press(A, volume);
    hand.release(A, volume);

    expect(sets(hand.take())).toEqual([[A], [A, volume], [volume], []]);
  });

  test('a pointer that says its place and its way goes through with both', () => {
    const moved: PointerInput = {
      buttons: 0,
      position: { x: 3, y: 4 },
      movement: { dx: 300, dy: -1 },
      wheel: 0,
      tilt: 1,
    };
    const hand = desk();
    hand.point(moved);

    expect(hand.take()).toEqual([{ type: 'computer', route: routeTo('one'), keys: [], pointer: moved }]);
  });

  test('the pointer goes through with its buttons', () => {
    const hand = desk();
    hand.point(pointer(1, 5));

    expect(hand.take()).toEqual([{ type: 'computer', route: routeTo('one'), keys: [], pointer: pointer(1, 5) }]);
    expect(hand.holds).toBe(true);
  });

  test.each<[string, RouterRoute | null]>([
    ['on a route that only views', routeTo('one', 'view')],
    ['without a route', null],
  ])('nothing passes %s, and the hotkey works', (_, route) => {
    const hand = new Desk();
    hand.route(route);
    hand.press(A);
    hand.point(pointer(1));
    hand.point(pointer(0));
    hand.release(A);
    hand.hotkey();

    expect(hand.take()).toEqual([{ type: 'osd-open', function: 'connect' }]);
  });
});

describe('the hotkey', () => {
  test('lets both taps through, neither O nor its key-up, and sends all-up', () => {
    const hand = desk();
    hand.hotkey();
    hand.osd(true);
    hand.release(O);
    hand.osd(false);

    const out = hand.take();
    expect(sets(out)).toEqual([[LeftShift], [], [LeftShift], [], []]);
    expect(types(out).filter((type) => type.startsWith('osd'))).toEqual(['osd-open']);
  });

  test('opens in the function of the key', () => {
    const hand = desk();
    hand.hotkey(F2);

    expect(hand.take().at(-1)).toEqual({ type: 'osd-open', function: 'push' });
  });

  test('releases other held keys first, and their key-ups are swallowed', () => {
    const hand = desk();
    hand.press(A);
    hand.hotkey();
    hand.osd(true);
    const opened = hand.take();
    hand.release(A, O);
    hand.osd(false);

    expect(opened.slice(-2)).toMatchObject([{ type: 'computer', keys: [] }, { type: 'osd-open' }]);
    expect(hand.take()).toEqual([]);
  });

  test('captures from its own report on, before the OSD has said so', () => {
    const hand = desk();
    hand.tap(LeftShift);
    hand.tap(LeftShift);
    hand.step({ type: 'input', keys: [O, A], pointer: null, at: hand.later() });

    expect(hand.take().slice(-2)).toMatchObject([{ type: 'osd-open' }, { type: 'osd-key', edge: { key: A } }]);
  });

  test('an OSD that does not open gives the keys back, all but the O', () => {
    const hand = desk();
    hand.hotkey();
    hand.osd(false);
    hand.press(A);
    hand.release(O);

    expect(sets(hand.take()).slice(-1)).toEqual([[A]]);
  });

  test('another sequence takes over with the settings', () => {
    const hand = desk();
    hand.step({ type: 'settings', settings: { ...DEFAULT_BOX_SETTINGS, hotkey: 'double-control' }, at: hand.later() });
    hand.tap(LeftControl);
    hand.tap(LeftControl);
    hand.press(O);

    expect(hand.take().at(-1)).toEqual({ type: 'osd-open', function: 'connect' });
  });
});

describe('while the OSD captures', () => {
  test('the computer gets all-up and then nothing, the OSD every edge with what is held', () => {
    const hand = desk();
    hand.press(A);
    hand.point(pointer(1));
    hand.take();
    hand.osd(true);
    hand.press(LeftShift);
    hand.tap(O);
    hand.point(pointer(3, 9));
    hand.release(A);

    const [allUp, ...rest] = hand.take();
    expect(allUp).toEqual({
      type: 'computer',
      route: routeTo('one'),
      keys: [],
      pointer: { buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 },
    });
    expect(rest).toEqual([
      { type: 'osd-key', edge: { key: LeftShift, pressed: true }, held: new Set([A, LeftShift]) },
      { type: 'osd-key', edge: { key: O, pressed: true }, held: new Set([A, LeftShift, O]) },
      { type: 'osd-key', edge: { key: O, pressed: false }, held: new Set([A, LeftShift]) },
    ]);
  });

  test('a consumer key is the OSD’s like any other, and reaches no computer afterwards', () => {
    const volume = consumerUsage(0xe9);
    const hand = desk();
    hand.osd(true);
    hand.take();
    hand.press(volume);
    hand.osd(false);
    hand.release(volume);

    expect(types(hand.take())).toEqual(['osd-key']);
    hand.tap(volume);
    expect(sets(hand.take())).toEqual([[volume], []]);
  });

  test('the Enter that ended it stays invisible until it is pressed anew', () => {
    const hand = desk();
    hand.osd(true);
    hand.press(Enter);
    hand.osd(false, true);
    hand.take();
    hand.release(Enter);
    expect(hand.take()).toEqual([]);

    hand.press(Enter);
    expect(sets(hand.take())).toEqual([[Enter]]);
  });

  test('a mouse button that was pressed in the menu stays invisible until it is pressed anew', () => {
    const hand = desk();
    hand.osd(true);
    hand.point(pointer(1));
    hand.osd(false);
    hand.take();
    hand.point(pointer(1, 5));
    hand.point(pointer(0));
    hand.point(pointer(1));

    expect(hand.take().map((each) => (each.type === 'computer' ? each.pointer?.buttons : null))).toEqual([0, 0, 1]);
  });
});

describe('while a menu lingers', () => {
  test('the first key-down goes to the new computer and the OSD hears that it passed', () => {
    const hand = desk();
    hand.osd(true);
    hand.press(Enter);
    hand.route(routeTo('two'));
    hand.osd(false, true);
    hand.take();
    hand.release(Enter);
    hand.press(A);
    const passed = hand.take();
    hand.osd(false, false);
    hand.release(A);
    hand.press(O);

    expect(passed).toEqual([
      { type: 'osd-passed' },
      { type: 'computer', route: routeTo('two'), keys: [A], pointer: null },
    ]);
    expect(hand.take().map((each) => each.type)).toEqual(['computer', 'computer']);
  });
});

describe('on a switch', () => {
  test('the old computer gets all-up first, and held keys do not appear at the new one', () => {
    const hand = desk();
    hand.press(A, LeftShift);
    hand.point(pointer(1));
    hand.take();
    hand.route(routeTo('two'));
    expect(hand.take()).toMatchObject([{ route: { id: 'one' }, keys: [], pointer: { buttons: 0 } }]);

    hand.point(pointer(1, 3));
    hand.press(O);
    hand.release(A);
    hand.press(A);
    const out = hand.take();
    expect(sets(out, 'one')).toEqual([]);
    expect(sets(out, 'two')).toEqual([[], [O], [O, A]]);
    expect(out[0]).toMatchObject({ pointer: { buttons: 0, movement: { dx: 3, dy: 0 } } });
  });

  test('a route that becomes view-only gets all-up', () => {
    const hand = desk();
    hand.press(A);
    hand.take();
    hand.route(routeTo('one', 'view'));
    hand.press(O);

    expect(sets(hand.take())).toEqual([[]]);
  });

  test('the same route again changes nothing', () => {
    const hand = desk();
    hand.press(A);
    hand.take();
    hand.route(routeTo('one'));

    expect(hand.take()).toEqual([]);
    expect(hand.holds).toBe(true);
  });
});

describe('the focus of the seat', () => {
  test('leaving the display releases its computer and its OSD', () => {
    const hand = desk();
    hand.press(A);
    hand.take();
    hand.step({ type: 'focus', focused: false, at: hand.later() });
    hand.release(A);
    hand.press(O);

    expect(sets(hand.take())).toEqual([[]]);
  });

  test('leaving the display lifts the keys that the OSD believes to be held', () => {
    const hand = desk();
    hand.osd(true);
    hand.press(F7);
    hand.take();
    hand.step({ type: 'focus', focused: false, at: hand.later() });

    expect(hand.take()).toEqual([{ type: 'osd-key', edge: { key: F7, pressed: false }, held: new Set() }]);
  });

  test('keys that were held already are held for the OSD and invisible to the computer', () => {
    const hand = desk();
    hand.step({ type: 'focus', focused: true, at: hand.later() });
    hand.press(F7);
    hand.point(pointer(1));
    hand.take();
    hand.osd(true);
    hand.press(A);
    hand.osd(false);
    hand.press(O);

    expect(hand.take().slice(1)).toEqual([
      { type: 'osd-key', edge: { key: A, pressed: true }, held: new Set([F7, A]) },
      { type: 'computer', route: routeTo('one'), keys: [O], pointer: null },
    ]);
  });
});

describe('a focus that came unasked', () => {
  const unasked: InputRouterInput = { type: 'focus', focused: true, unasked: true, at: instant(0) };

  const come = () => {
    const desk = new Desk();
    desk.route(routeTo('one'));
    desk.step({ type: 'focus', focused: false, at: desk.later() });
    desk.step(unasked);
    desk.step({ type: 'input', keys: [], pointer: null, at: desk.later() });
    desk.take();
    return desk;
  };

  test('gives the computer nothing of what is typed on, and later not its key-up alone', () => {
    const desk = come();
    desk.press(A);
    expect(desk.take()).toEqual([]);
    desk.point(pointer(0, 5));
    expect(desk.take()).toMatchObject([{ type: 'computer', keys: [] }]);
    desk.press(O);
    expect(desk.take()).toMatchObject([{ type: 'computer', keys: [O] }]);
  });

  test('is trusted after a pause', () => {
    const desk = come();
    desk.press(A);
    desk.release(A);
    desk.pause(1480);
    desk.press(A);
    expect(desk.take()).toEqual([]);
    desk.release(A);
    desk.pause(1490);
    desk.press(A);
    expect(desk.take()).toMatchObject([{ type: 'computer', keys: [A] }]);
  });

  test('still hears the hotkey, and is trusted once the menu was open', () => {
    const desk = come();
    desk.hotkey();
    expect(desk.take()).toEqual([{ type: 'osd-open', function: 'connect' }]);
    desk.release(O);
    desk.osd(false);
    desk.press(A);
    expect(desk.take()).toMatchObject([{ type: 'computer', keys: [A] }]);
  });
});

describe('typing the hotkey into the computer', () => {
  const wakes = (out: readonly InputRouterOut[]) => out.filter((each) => each.type === 'wake').map((each) => each.at);

  test('brings two taps, slow enough for a computer that polls', () => {
    const hand = desk();
    hand.step({ type: 'send-hotkey', at: instant(1000) });
    const seen = [...hand.take()];
    for (let [next] = wakes(seen); next !== undefined; ) {
      hand.step({ type: 'tick', at: next });
      const out = hand.take();
      seen.push(...out);
      [next] = wakes(out);
    }

    expect(sets(seen)).toEqual([[LeftShift], [], [LeftShift], []]);
    expect(wakes(seen)).toEqual([1040, 1080, 1120]);
  });

  test('waits for the end of the capture', () => {
    const hand = desk();
    hand.osd(true);
    hand.take();
    hand.step({ type: 'send-hotkey', at: hand.later() });
    expect(hand.take()).toEqual([]);

    hand.osd(false);
    expect(sets(hand.take())).toEqual([[LeftShift]]);
  });

  test('ends with all-up when the route is switched in the middle', () => {
    const hand = desk();
    hand.step({ type: 'send-hotkey', at: instant(1000) });
    hand.route(routeTo('two'));
    hand.step({ type: 'tick', at: instant(1040) });

    expect(sets(hand.take())).toEqual([[LeftShift], []]);
    expect(hand.holds).toBe(false);
  });
});
