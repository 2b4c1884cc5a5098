import {
  type AccessMode,
  consumerUsage,
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeWideMouse,
  fingerprint,
  generation,
  LEDS_OFF,
  type PointerInput,
  type Usage,
  Usages,
  usage,
} from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { NO_SESSIONS, type SessionInput, type SessionOut, sessionStep } from './session-input.ts';

const { A, O, Enter, LeftShift } = Usages;

const buttons = (held: number): PointerInput => ({ buttons: held, position: null, movement: null, wheel: 0, tilt: 0 });
const at = (x: number, held = 0): PointerInput => ({
  buttons: held,
  position: { x, y: x },
  movement: null,
  wheel: 0,
  tilt: 0,
});
const by = (dx: number, held = 0): PointerInput => ({
  buttons: held,
  position: null,
  movement: { dx, dy: 0 },
  wheel: 0,
  tilt: 0,
});

/** A transmitter and the computer behind it. */
class Transmitter {
  state = NO_SESSIONS;
  now = 0;
  keys: ReadonlySet<Usage> = new Set();
  #sequence = 0;
  #absolute = 0;
  #relative = 0;
  #wake: number | null = null;
  #out: SessionOut[] = [];

  step(input: SessionInput): void {
    const stepped = sessionStep(this.state, input);
    this.state = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'keyboard') this.keys = decodeBootKeyboard(out.report) ?? new Set();
      if (out.type === 'absolute-pointer') this.#absolute = decodeAbsolutePointer(out.report)?.buttons ?? 0;
      if (out.type === 'relative-pointer') this.#relative = decodeWideMouse(out.report)?.buttons ?? 0;
      if (out.type === 'wake') this.#wake = out.at;
    }
    this.#out.push(...stepped.out);
  }

  /** A computer adds up the buttons of its two pointers. */
  get buttons(): number {
    return this.#absolute | this.#relative;
  }

  open(
    link: string,
    options: { readonly generation?: number; readonly receiver?: string; readonly mode?: AccessMode } = {},
  ): void {
    this.step({
      type: 'open',
      link,
      receiver: fingerprint(options.receiver ?? link),
      generation: generation(options.generation ?? 1),
      mode: options.mode ?? 'shared',
      at: instant(this.now),
    });
  }

  input(link: string, keys: readonly Usage[], pointer: PointerInput | null = null): void {
    this.step({ type: 'input', link, sequence: ++this.#sequence, keys, pointer, at: instant(this.now) });
  }

  heard(link: string): void {
    this.step({ type: 'heard', link, at: instant(this.now) });
  }

  close(link: string): void {
    this.step({ type: 'close', link, at: instant(this.now) });
  }

  wait(time: number): void {
    const end = this.now + time;
    while (this.#wake !== null && this.#wake <= end) {
      this.now = this.#wake;
      this.#wake = null;
      this.step({ type: 'tick', at: instant(this.now) });
    }
    this.now = end;
  }

  take(): readonly SessionOut[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }
}

function serving(...links: readonly string[]): Transmitter {
  const made = new Transmitter();
  for (const link of links) made.open(link);
  made.take();
  return made;
}

describe('the computer holds', () => {
  test('what any session holds, once', () => {
    const transmitter = serving('one', 'two');
    transmitter.input('one', [LeftShift, A]);
    transmitter.input('two', [A, O], buttons(2));
    expect(transmitter.keys).toEqual(new Set([LeftShift, A, O]));

    transmitter.input('one', []);
    expect(transmitter.keys).toEqual(new Set([A, O]));
    expect(transmitter.buttons).toBe(2);
  });

  test.each<[string, (transmitter: Transmitter) => void]>([
    ['its link closed', (transmitter) => transmitter.close('one')],
    [
      'a newer link of its receiver opened',
      (transmitter) => transmitter.open('again', { receiver: 'one', generation: 2 }),
    ],
    ['its receiver dialled the same route again', (transmitter) => transmitter.open('again', { receiver: 'one' })],
    [
      'the plan made it view-only',
      (transmitter) => transmitter.step({ type: 'mode', link: 'one', mode: 'view', at: instant(0) }),
    ],
  ])('the other sessions’ keys and buttons alone after %s', (_, end) => {
    const transmitter = serving('one', 'two');
    transmitter.input('one', [A, LeftShift], buttons(1));
    transmitter.input('two', [LeftShift, O], buttons(2));
    end(transmitter);

    expect(transmitter.keys).toEqual(new Set([LeftShift, O]));
    expect(transmitter.buttons).toBe(2);
    transmitter.input('one', [Enter]);
    expect(transmitter.keys).toEqual(new Set([LeftShift, O]));
  });

  test('nothing of a session that only views', () => {
    const transmitter = new Transmitter();
    transmitter.open('viewer', { mode: 'view' });
    transmitter.input('viewer', [A], at(100, 1));

    expect(transmitter.take()).toEqual([]);
  });

  test('nothing of a session that opens with an older generation than its receiver has', () => {
    const transmitter = new Transmitter();
    transmitter.open('new', { receiver: 'desk', generation: 5 });
    transmitter.input('new', [A]);
    transmitter.take();
    transmitter.open('late', { receiver: 'desk', generation: 4 });
    transmitter.input('late', [O]);

    expect(transmitter.take()).toEqual([{ type: 'replaced', link: 'late' }]);
    expect(transmitter.keys).toEqual(new Set([A]));
  });

  test('the first six keys by order of pressing, and the seventh when one of them goes up', () => {
    const transmitter = serving('one', 'two');
    const seven = [9, 8, 7, 6, 5, 4, 10].map(usage);
    for (const [index] of seven.entries()) transmitter.input('one', seven.slice(0, index + 1));
    transmitter.input('two', [LeftShift]);
    expect(transmitter.keys).toEqual(new Set([...seven.slice(0, 6), LeftShift]));

    transmitter.input('one', seven.slice(1));
    expect(transmitter.keys).toEqual(new Set([...seven.slice(1), LeftShift]));
  });

  test('nothing after the agent started, stopped, or was enumerated anew, whatever it held', () => {
    for (const type of ['reset', 'stop'] as const) {
      const transmitter = serving('one');
      transmitter.input('one', [A], at(5, 1));
      transmitter.take();
      transmitter.step({ type, at: instant(0) });

      expect(transmitter.keys).toEqual(new Set());
      expect(transmitter.buttons).toBe(0);
      expect(transmitter.take().map((out) => out.type)).toEqual([
        'keyboard',
        'consumer',
        'absolute-pointer',
        'relative-pointer',
      ]);
    }
  });
});

describe('a consumer key', () => {
  const volumeUp = consumerUsage(0xe9);
  const said = (transmitter: Transmitter) =>
    transmitter.take().map((out) => ('report' in out ? [out.type, [...out.report]] : [out.type]));

  test('goes out in a report of its own, and the keyboard is not told again', () => {
    const transmitter = serving('one');
    transmitter.input('one', [A]);
    transmitter.take();
    transmitter.input('one', [A, volumeUp]);
    expect(said(transmitter)).toEqual([['consumer', [0xe9, 0]]]);
    transmitter.input('one', [A]);
    expect(said(transmitter)).toEqual([['consumer', [0, 0]]]);
  });

  test('is up with everything else when its link closes', () => {
    const transmitter = serving('one');
    transmitter.input('one', [volumeUp]);
    transmitter.take();
    transmitter.step({ type: 'close', link: 'one', at: instant(0) });
    expect(said(transmitter)).toContainEqual(['consumer', [0, 0]]);
  });
});

describe('a replayed input', () => {
  test('is dropped and counted, and is no sign of life', () => {
    const transmitter = serving('one');
    transmitter.step({ type: 'input', link: 'one', sequence: 7, keys: [A], pointer: null, at: instant(0) });
    for (const sequence of [7, 3]) {
      transmitter.step({ type: 'input', link: 'one', sequence, keys: [O], pointer: null, at: instant(900) });
    }
    expect(transmitter.keys).toEqual(new Set([A]));
    expect(transmitter.state.replayed).toBe(2);

    transmitter.wait(1000);
    expect(transmitter.keys).toEqual(new Set());
  });
});

describe('a session that falls silent', () => {
  test('while it holds something is released after one second, and says nothing of the others', () => {
    const transmitter = serving('one', 'two');
    transmitter.input('one', [A], buttons(1));
    transmitter.wait(500);
    transmitter.input('two', [O]);
    transmitter.wait(499);
    expect(transmitter.keys).toEqual(new Set([A, O]));

    transmitter.wait(1);
    expect(transmitter.keys).toEqual(new Set([O]));
    expect(transmitter.buttons).toBe(0);
    expect(transmitter.take()).toContainEqual({ type: 'silent', link: 'one' });
  });

  test('is released in time although another one was heard later', () => {
    const transmitter = serving('one', 'two');
    transmitter.input('one', [A]);
    transmitter.wait(500);
    transmitter.heard('one');
    transmitter.wait(400);
    transmitter.input('two', [O]);
    transmitter.wait(600);

    expect(transmitter.keys).toEqual(new Set([O]));
  });

  test('is heard again when its whole set comes', () => {
    const transmitter = serving('one');
    transmitter.input('one', [LeftShift]);
    transmitter.wait(1500);
    transmitter.input('one', [LeftShift, A]);

    expect(transmitter.keys).toEqual(new Set([LeftShift, A]));
  });

  test('holding nothing is left alone', () => {
    const transmitter = serving('one');
    transmitter.input('one', [A]);
    transmitter.input('one', []);
    transmitter.take();
    transmitter.wait(60_000);

    expect(transmitter.take()).toEqual([]);
  });

  test('a key is held as long as held comes every 200 ms', () => {
    const transmitter = serving('one');
    transmitter.input('one', [LeftShift]);
    for (let time = 0; time < 30_000; time += 200) {
      transmitter.wait(200);
      transmitter.heard('one');
    }

    expect(transmitter.keys).toEqual(new Set([LeftShift]));
  });

  test('is not released for a stall of this process, whose socket still holds its messages', () => {
    const transmitter = serving('one');
    transmitter.input('one', [LeftShift]);
    transmitter.step({ type: 'tick', at: instant(2500) });
    expect(transmitter.keys).toEqual(new Set([LeftShift]));

    transmitter.now = 2510;
    transmitter.heard('one');
    transmitter.wait(900);
    expect(transmitter.keys).toEqual(new Set([LeftShift]));
    transmitter.wait(300);
    expect(transmitter.keys).toEqual(new Set());
  });
});

describe('the pointer', () => {
  test('goes where the session says, and one button stays down while two hold it', () => {
    const transmitter = serving('one', 'two');
    transmitter.input('one', [], at(100, 1));
    transmitter.input('two', [], at(200, 1));
    transmitter.input('one', [], at(300, 0));
    const last = transmitter.take().findLast((out) => out.type === 'absolute-pointer');

    expect(last && decodeAbsolutePointer(last.report)).toMatchObject({ position: { x: 300, y: 300 }, buttons: 1 });
  });

  test('keeps its place when buttons change without a movement', () => {
    const transmitter = serving('one');
    transmitter.input('one', [], at(100));
    transmitter.input('one', [], buttons(1));
    const last = transmitter.take().findLast((out) => out.type === 'absolute-pointer');

    expect(last && decodeAbsolutePointer(last.report)).toMatchObject({
      position: { x: 100, y: 100 },
      buttons: 1,
    });
  });

  /** What a mouse at a desk says: where it is now and how far it went. */
  const mouse = (x: number, dx: number, held = 0): PointerInput => ({ ...at(x, held), movement: { dx, dy: -1 } });
  const choose = (transmitter: Transmitter, pointer: 'absolute' | 'relative') =>
    transmitter.step({ type: 'pointer', pointer, at: instant(transmitter.now) });
  const moves = (transmitter: Transmitter) =>
    transmitter.take().map((out) => {
      if (out.type === 'absolute-pointer') return ['to', decodeAbsolutePointer(out.report)?.position?.x];
      if (out.type === 'relative-pointer') return ['by', decodeWideMouse(out.report)?.movement?.dx];
      return [out.type];
    });

  test('says where the mouse is or how far it went, whichever the source is set to', () => {
    const transmitter = serving('one');
    transmitter.input('one', [], mouse(100, 5));
    expect(moves(transmitter)).toEqual([['to', 100]]);

    choose(transmitter, 'relative');
    transmitter.input('one', [], mouse(200, 300));
    expect(moves(transmitter)).toEqual([['by', 300]]);

    choose(transmitter, 'absolute');
    transmitter.input('one', [], mouse(300, 5));
    expect(moves(transmitter)).toEqual([['to', 300]]);
  });

  test('of a relative source does not jump for a position alone, and clicks there', () => {
    const transmitter = serving('one');
    choose(transmitter, 'relative');
    transmitter.input('one', [], at(30_000));
    expect(transmitter.take()).toEqual([]);

    transmitter.input('one', [], at(30_000, 1));
    expect(moves(transmitter)).toContainEqual(['by', 0]);
    expect(transmitter.buttons).toBe(1);
  });

  test('of an absolute source stays for a movement alone', () => {
    const transmitter = serving('one');
    transmitter.input('one', [], by(30));
    expect(transmitter.take()).toEqual([]);
  });

  test('turns and tilts the wheel of the mouse that the source has', () => {
    const transmitter = serving('one');
    const turned: PointerInput = { ...buttons(0), wheel: -2, tilt: 1 };
    transmitter.input('one', [], turned);
    choose(transmitter, 'relative');
    transmitter.input('one', [], turned);
    const [absolute, relative] = transmitter.take();

    expect(absolute?.type === 'absolute-pointer' && decodeAbsolutePointer(absolute.report)).toMatchObject({
      wheel: -2,
      tilt: 1,
    });
    expect(relative?.type === 'relative-pointer' && decodeWideMouse(relative.report)).toMatchObject({
      wheel: -2,
      tilt: 1,
      movement: { dx: 0, dy: 0 },
    });
  });

  test.each([
    ['absolute', 'relative'],
    ['relative', 'absolute'],
  ] as const)('lets go of its buttons when %s becomes %s, until a desk says them again', (before, after) => {
    const transmitter = serving('one', 'two');
    choose(transmitter, before);
    transmitter.input('one', [A], mouse(100, 1, 1));
    transmitter.input('two', [], buttons(2));
    transmitter.take();
    choose(transmitter, after);

    expect(transmitter.take().map((out) => out.type)).toEqual([`${before}-pointer`]);
    expect(transmitter.buttons).toBe(0);
    expect(transmitter.keys).toEqual(new Set([A]));
    transmitter.heard('one');
    transmitter.input('two', [O]);
    expect(transmitter.buttons).toBe(0);

    transmitter.input('one', [A], mouse(110, 1, 1));
    expect(transmitter.buttons).toBe(1);
    transmitter.input('one', [A], mouse(110, 1, 0));
    expect(transmitter.buttons).toBe(0);
  });

  test('stays as it was chosen when the computer enumerates anew', () => {
    const transmitter = serving('one');
    choose(transmitter, 'relative');
    transmitter.step({ type: 'reset', at: instant(0) });
    transmitter.take();
    choose(transmitter, 'relative');
    transmitter.input('one', [], mouse(5, 7));
    expect(moves(transmitter)).toEqual([['by', 7]]);
  });
});

describe('the LEDs', () => {
  const caps = { ...LEDS_OFF, capsLock: true };

  test('go to every session that may type, and to a new one at once', () => {
    const transmitter = serving('one', 'two');
    transmitter.open('viewer', { mode: 'view' });
    transmitter.step({ type: 'leds', leds: caps, at: instant(0) });
    expect(transmitter.take()).toEqual([
      { type: 'leds', link: 'one', leds: caps },
      { type: 'leds', link: 'two', leds: caps },
    ]);

    transmitter.open('three');
    expect(transmitter.take()).toEqual([{ type: 'leds', link: 'three', leds: caps }]);
  });

  test('go to a viewer when it may type', () => {
    const transmitter = new Transmitter();
    transmitter.step({ type: 'leds', leds: caps, at: instant(0) });
    transmitter.open('viewer', { mode: 'view' });
    expect(transmitter.take()).toEqual([]);

    transmitter.step({ type: 'mode', link: 'viewer', mode: 'shared', at: instant(0) });
    expect(transmitter.take()).toEqual([{ type: 'leds', link: 'viewer', leds: caps }]);
  });
});
