import { expect, test } from 'vitest';
import { localMoment, momentOf, periods } from './period.ts';

test('a moment is the same after it stood in a field, to the minute', () => {
  const at = new Date(2026, 10, 22, 17, 5).getTime();
  expect(localMoment(at)).toBe('2026-11-22T17:05');
  expect(momentOf(localMoment(at))).toBe(at);
});

test('an empty field is no moment', () => {
  expect([localMoment(null), momentOf('')]).toEqual(['', null]);
});

test('today begins at midnight by the reader’s clock, and the week six days before', () => {
  const now = new Date(2026, 10, 22, 17, 5).getTime();
  expect(Object.fromEntries(periods.map(({ name, from }) => [name, localMoment(from(now))]))).toEqual({
    lastHour: '2026-11-22T16:05',
    today: '2026-11-22T00:00',
    lastWeek: '2026-11-16T00:00',
  });
});
