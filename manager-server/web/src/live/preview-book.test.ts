import { beforeEach, describe, expect, test } from 'vitest';
import { PREVIEWS_MAX, PreviewBook } from './preview-book.ts';

interface Drawn {
  readonly of: string;
  closed: boolean;
  close(): void;
}

let drawn: Drawn[];
let changed: string[];
let decoding: { readonly jpeg: string; done(): Promise<void>; fail(): Promise<void> }[];
let book: PreviewBook<Drawn>;

beforeEach(() => {
  drawn = [];
  changed = [];
  decoding = [];
  book = new PreviewBook<Drawn>({
    decode: (bytes) => {
      const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
      const of = new TextDecoder().decode(bytes);
      decoding.push({
        jpeg: of,
        async done() {
          const made: Drawn = {
            of,
            closed: false,
            close() {
              made.closed = true;
            },
          };
          drawn.push(made);
          resolve(made);
          await promise;
          await Promise.resolve();
        },
        async fail() {
          reject(new TypeError('no picture'));
          await promise.catch(() => undefined);
          await Promise.resolve();
        },
      });
      return promise;
    },
    changed: (devices) => changed.push(...devices),
  });
});

const come = (source: string, picture: string) => book.picture(source, new TextEncoder().encode(picture));
const pictureOf = (device: string) => {
  const preview = book.of(device);
  return preview.type === 'picture' ? preview.bitmap.of : preview.reason;
};
const sees = (device: string, source: string) => book.says(device, { source, reason: null });

describe('what the page has of the pictures in its view', () => {
  test('is loading until the first picture is decoded', async () => {
    book.look(new Set(['t1']));
    expect(pictureOf('t1')).toBe('loading');
    sees('t1', 't1');
    come('t1', 'one');
    expect(pictureOf('t1')).toBe('loading');
    await decoding[0]?.done();
    expect(pictureOf('t1')).toBe('one');
    expect(changed).toEqual(['t1', 't1']);
  });

  test('is one picture for all receivers that show it, and each is told', async () => {
    book.look(new Set(['r1', 'r2', 't1']));
    for (const device of ['r1', 'r2', 't1']) sees(device, 't1');
    changed.length = 0;
    come('t1', 'one');
    await decoding[0]?.done();
    expect(changed).toEqual(['r1', 'r2', 't1']);
    expect(drawn).toHaveLength(1);
  });

  test('goes from the newest picture to the newest: those that came while one was decoded are left out', async () => {
    book.look(new Set(['t1']));
    sees('t1', 't1');
    for (const picture of ['one', 'two', 'three']) come('t1', picture);
    await decoding[0]?.done();
    await decoding[1]?.done();
    expect(decoding.map(({ jpeg }) => jpeg)).toEqual(['one', 'three']);
    expect(pictureOf('t1')).toBe('three');
    expect(drawn.map(({ closed }) => closed)).toEqual([true, false]);
  });

  test('keeps the picture before one that is none', async () => {
    book.look(new Set(['t1']));
    sees('t1', 't1');
    come('t1', 'one');
    await decoding[0]?.done();
    come('t1', 'noise');
    await decoding[1]?.fail();
    expect(pictureOf('t1')).toBe('one');
    come('t1', 'two');
    await decoding[2]?.done();
    expect(pictureOf('t1')).toBe('two');
  });

  test('lets go of what is out of view, also of what is still being decoded', async () => {
    book.look(new Set(['t1', 't2']));
    sees('t1', 't1');
    sees('t2', 't2');
    come('t1', 'one');
    await decoding[0]?.done();
    come('t2', 'two');
    book.look(new Set([]));
    await decoding[1]?.done();
    expect(drawn.map(({ closed }) => closed)).toEqual([true, true]);
    book.look(new Set(['t1']));
    expect(pictureOf('t1')).toBe('loading');
    expect(book.of('t2')).toEqual({ type: 'none', reason: 'loading' });
  });

  test('follows a receiver to another source', async () => {
    book.look(new Set(['r1']));
    sees('r1', 't1');
    come('t1', 'one');
    await decoding[0]?.done();
    sees('r1', 't2');
    expect(pictureOf('r1')).toBe('loading');
    expect(drawn[0]?.closed).toBe(true);
    come('t1', 'late');
    expect(decoding).toHaveLength(1);
    book.says('r1', { source: null, reason: 'nothing-shown' });
    expect(pictureOf('r1')).toBe('nothing-shown');
  });

  test('is not shown as live when the manager is away', async () => {
    book.look(new Set(['t1']));
    sees('t1', 't1');
    come('t1', 'one');
    await decoding[0]?.done();
    book.lose();
    expect(pictureOf('t1')).toBe('loading');
    expect(drawn[0]?.closed).toBe(true);
  });

  test('is bounded, and says so of the rest', () => {
    const many = Array.from({ length: PREVIEWS_MAX + 2 }, (_, index) => `t${index}`);
    expect(book.look(new Set(many))).toEqual(many.slice(0, PREVIEWS_MAX));
    expect([pictureOf('t63'), pictureOf('t64')]).toEqual(['loading', 'crowded']);
    expect(changed).toEqual(['t64', 't65']);
    book.look(new Set(many.slice(2)));
    expect(pictureOf('t65')).toBe('loading');
  });

  test('ignores what is said of devices that are out of view by now', () => {
    book.says('t1', { source: 't1', reason: null });
    come('t1', 'one');
    expect(changed).toEqual([]);
    expect(decoding).toEqual([]);
  });
});
