import { commandRefusals } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

const pairs = commandRefusals.flatMap((first, index) =>
  commandRefusals.slice(index + 1).map((second): readonly [typeof first, typeof second] => [first, second]),
);

describe('of two causes at once the earlier in the order of judgement is the answer', () => {
  test.each(pairs)('%s before %s', (first, second) => {
    expect(judge({ [second]: () => true, [first]: () => true })).toBe(first);
    expect(judge({ [second]: () => true, [first]: () => false })).toBe(second);
  });
});

test('nothing that stands against it is no refusal', () => {
  expect(judge({})).toBeNull();
  expect(judge({ offline: () => false })).toBeNull();
});

test('a cause behind the first that holds is not asked', () => {
  expect(
    judge({
      'unknown-name': () => true,
      offline: () => {
        throw new Error('asked');
      },
    }),
  ).toBe('unknown-name');
});
