import { describe, expect, test } from 'vitest';
import { type Commanded, putBack } from './put-back.ts';

type Shown = Readonly<Record<string, string | null>>;

/** A manager whose computer `main` has a second head, which lands on `right` when the first goes to `left`. */
function manager(start: Shown, refuses: readonly string[] = []) {
  const shown = new Map(Object.entries(start));
  const asked: string[] = [];
  const done = { refusal: null, targets: [] };
  const commanded: Commanded = {
    shown: async (receivers) => new Map([...receivers].map((receiver) => [receiver, shown.get(receiver) ?? null])),
    async connect(receiver, transmitter) {
      asked.push(`${receiver}←${transmitter}`);
      if (refuses.includes(receiver)) return { refusal: 'offline', targets: [] };
      shown.set(receiver, transmitter);
      if (receiver === 'left' && transmitter === 'main') shown.set('right', 'second');
      return done;
    },
    async disconnect(receiver) {
      asked.push(`${receiver}←`);
      shown.set(receiver, null);
      return done;
    },
  };
  const back = (before: Shown, after: Shown = start) =>
    putBack({ before: new Map(Object.entries(before)), after: new Map(Object.entries(after)) }, commanded);
  return { asked, back, shown: () => Object.fromEntries(shown) };
}

describe('what was connected is taken back', () => {
  test('to what was there, and to nothing where nothing was', async () => {
    const { asked, back, shown } = manager({ left: 'b', right: 'b', other: 'c' });
    expect(await back({ left: 'a', right: null, other: 'c' })).toEqual({ changedSince: [], refused: [] });
    expect(shown()).toEqual({ left: 'a', right: null, other: 'c' });
    expect(asked).toEqual(['left←a', 'right←']);
  });

  test('with all heads by one command', async () => {
    const { asked, back, shown } = manager({ left: 'b', right: null });
    await back({ left: 'main', right: 'second' });
    expect(asked).toEqual(['left←main']);
    expect(shown()).toEqual({ left: 'main', right: 'second' });
  });

  test('also where the first command brings along what was not there', async () => {
    const { asked, back, shown } = manager({ left: 'b', right: 'c' });
    await back({ left: 'main', right: 'a' });
    expect(asked).toEqual(['left←main', 'right←a']);
    expect(shown()).toEqual({ left: 'main', right: 'a' });
  });

  test('but not from under somebody who has changed it since', async () => {
    const { asked, back } = manager({ left: 'x', right: 'b' });
    expect(await back({ left: 'a', right: 'a' }, { left: 'b', right: 'b' })).toEqual({
      changedSince: ['left'],
      refused: [],
    });
    expect(asked).toEqual(['right←a']);
  });

  test('as far as the manager lets it, and the rest is said', async () => {
    const { back } = manager({ left: 'b', right: 'b' }, ['left']);
    expect(await back({ left: 'a', right: 'a' })).toEqual({
      changedSince: [],
      refused: [{ receiver: 'left', refusal: 'offline' }],
    });
  });
});
