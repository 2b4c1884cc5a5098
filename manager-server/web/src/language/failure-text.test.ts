import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../api/problem.ts';
import { failureText, fieldProblem } from './failure-text.ts';

const speak = (language: 'zh' | 'en') => vi.stubGlobal('localStorage', { getItem: () => language });
afterEach(() => vi.unstubAllGlobals());

const taken = new ProblemError({
  ...{ status: 409, code: 'conflict', message: 'Something else is in the way' },
  fields: [{ pointer: '/id', detail: '0001 is already the ID of <b>调度</b> $1' }],
});

test('a refusal is told with the manager’s reason, names in it byte for byte', () => {
  speak('en');
  expect(failureText(taken)).toBe('Something else is in the way: 0001 is already the ID of <b>调度</b> $1');
  speak('zh');
  expect(failureText(taken)).toBe('与现有内容冲突:0001 已是 <b>调度</b> $1 的 ID');
});

test('a reason stands at its field, and below it', () => {
  speak('en');
  expect(fieldProblem(taken, '/id')).toContain('already the ID');
  expect(fieldProblem(taken, '/name')).toBeNull();
  const inList = new ProblemError({
    ...{ status: 409, code: 'conflict', message: '' },
    fields: [{ pointer: '/receivers/2', detail: 'taken' }],
  });
  expect(fieldProblem(inList, '/receivers')).toBe('taken');
  expect(fieldProblem(new Error('other'), '/id')).toBeNull();
});

test('what the page has no words for is told in the manager’s', () => {
  speak('zh');
  const unknown = new ProblemError({ status: 400, code: 'brand-new', message: 'A new reason' });
  expect(failureText(unknown)).toBe('A new reason');
});
