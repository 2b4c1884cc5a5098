import { encodeAbsolutePointer, encodeWideMouse } from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyQueue, type QueueInput, type QueueKind, queueStep } from './report-queue.ts';

const move = (dx: number, buttons = 0) => encodeWideMouse({ buttons, dx, dy: -dx, wheel: 1, tilt: 0 });

/** Writes them all before the computer fetches one, and then lets it fetch until nothing is left. */
function fetched(kind: QueueKind, writes: readonly { readonly report: Uint8Array; readonly at: number }[]) {
  let queue = emptyQueue(kind);
  let next: Uint8Array | null = null;
  const step = (input: QueueInput) => {
    const stepped = queueStep(queue, input);
    queue = stepped.state;
    next = stepped.out[0] ?? null;
  };
  for (const { report, at } of writes) step({ type: 'write', report, at: instant(at) });
  const told: Uint8Array[] = [];
  while (next !== null) {
    told.push(next);
    step({ type: 'taken' });
  }
  return told;
}

const soon = (reports: readonly Uint8Array[]) => reports.map((report) => ({ report, at: 0 }));

describe('what the computer fetches late', () => {
  test('keyboard reports come one by one: no key is lost', () => {
    const reports = [[4], [], [5], [5, 6]].map((keys) =>
      Uint8Array.from([0, 0, ...keys, 0, 0, 0, 0, 0, 0].slice(0, 8)),
    );
    expect(fetched('keys', soon(reports))).toEqual(reports);
  });

  test('movements are added up, but not across a button', () => {
    expect(fetched('movement', soon([move(5), move(7), move(1, 1), move(2, 1)]))).toEqual([
      encodeWideMouse({ buttons: 0, dx: 12, dy: -12, wheel: 2, tilt: 0 }),
      encodeWideMouse({ buttons: 1, dx: 3, dy: -3, wheel: 2, tilt: 0 }),
    ]);
  });

  test('places replace each other, and wheels are added up', () => {
    const place = (x: number) => encodeAbsolutePointer({ buttons: 0, x, y: x, wheel: 1, tilt: -1 });
    expect(fetched('place', soon([place(1), place(2), place(3)]))).toEqual([
      encodeAbsolutePointer({ buttons: 0, x: 3, y: 3, wheel: 3, tilt: -3 }),
    ]);
  });

  test('after a quarter of a second only the newest is left', () => {
    const writes = [0, 100, 200, 251].map((at) => ({ report: Uint8Array.of(at % 256), at }));
    expect(fetched('keys', writes)).toEqual([Uint8Array.of(251)]);
  });

  test('a report that waited long because nothing came behind it is told', () => {
    const written = queueStep(emptyQueue('keys'), { type: 'write', report: Uint8Array.of(1), at: instant(0) });
    expect(queueStep(written.state, { type: 'full', at: instant(10_000) }).out).toEqual([Uint8Array.of(1)]);
  });

  test('of thousands only the newest is left, at any speed', () => {
    const reports = Array.from({ length: 1000 }, (_, index) => Uint8Array.of(index % 251));
    const told = fetched('keys', soon(reports));
    expect(told.length).toBeLessThanOrEqual(64);
    expect(told.at(-1)).toEqual(reports.at(-1));
  });

  test('whatever was written, the last report told ends with what was written last', () => {
    const reports = fc.array(fc.record({ report: fc.uint8Array({ minLength: 7, maxLength: 7 }), at: fc.nat(500) }), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.constantFrom<QueueKind>('keys', 'place', 'movement'), reports, (kind, written) => {
        const ordered = written.toSorted((one, other) => one.at - other.at);
        expect(fetched(kind, ordered).at(-1)?.[0]).toBe(ordered.at(-1)?.report[0]);
      }),
    );
  });
});
