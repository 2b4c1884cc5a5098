import { expect, test } from 'vitest';
import { isLittleMoreThan, isPattern, passwordLength } from './password-rules.ts';

test('characters are counted, not bytes', () => {
  expect(['八个汉字的密码啊', '👍👍', 'ä'].map(passwordLength)).toEqual([8, 2, 1]);
});

test.each([
  ['aaaaaaaaaaaaaaa', true],
  ['abcabcabcabcabc', true],
  ['abcdefghijklmno', true],
  ['987654321', true],
  ['leise Drehen im Wind', false],
  ['', true],
])('%j is a pattern: %j', (password, pattern) => {
  expect(isPattern(password)).toBe(pattern);
});

test.each([
  ['Administrator', 'administrator2026!', true],
  ['Administrator', 'administrator drehen leise', false],
  ['wang', 'Wang-Wang-12', true],
  ['li', 'li-li-li', false],
])('of %j, %j is little more: %j', (name, password, little) => {
  expect(isLittleMoreThan(name, password)).toBe(little);
});
