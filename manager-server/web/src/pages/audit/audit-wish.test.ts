import { expect, test } from 'vitest';
import { wishOf, withWish } from './audit-entries.ts';

const wish = { actor: 'administrator:李 <b>', action: 'operator.update', from: 1_767_225_600_000, until: null };

test('a wish comes back from the address as it went there', () => {
  const params = withWish(new URLSearchParams('q=text&until=5'), wish);
  expect(wishOf(new URLSearchParams(params.toString()))).toEqual(wish);
  expect(params.get('q')).toBe('text');
});

test('nothing is in the address where nothing is wished', () => {
  const nothing = { actor: '', action: '', from: null, until: null };
  expect(withWish(withWish(new URLSearchParams(), wish), nothing).toString()).toBe('');
});

test.each(['x', '-1', '1.5', '1e400', ''])('a time of %j is none', (text) => {
  expect(wishOf(new URLSearchParams({ from: text })).from).toBeNull();
});
