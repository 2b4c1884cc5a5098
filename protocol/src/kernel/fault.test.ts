import { expect, test } from 'vitest';
import { Fault, faultCatalogue, faultFrom, unreachable } from './fault.ts';

test('a fault knows whose it is by its code', () => {
  const cause = new Error('ENOENT');
  const fault = new Fault({ code: 'store-failed', message: 'the disk is full', context: { path: 'x' }, cause });
  expect(fault).toMatchObject({ name: 'Fault', origin: 'world', context: { path: 'x' }, cause });
  expect(fault).toBeInstanceOf(Error);
  expect(faultCatalogue['store-failed']).toBe('world');
});

test('what somebody else threw is wrapped, and a fault stays itself', () => {
  const fault = new Fault({ code: 'link-lost', message: 'gone' });
  expect(faultFrom(fault, { code: 'store-failed', message: 'other' })).toBe(fault);
  expect(faultFrom('text', { code: 'store-failed', message: 'other' })).toMatchObject({
    code: 'store-failed',
    cause: 'text',
  });
});

test('what must not be reached is our own defect', () => {
  // @ts-expect-error a value that the types exclude
  expect(() => unreachable({ type: 'new' })).toThrow(
    expect.objectContaining({ code: 'invariant-broken', origin: 'ours' }),
  );
});
