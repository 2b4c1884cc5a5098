import { describe, expect, test } from 'vitest';
import { passwordWeakness } from './password-rules.ts';

describe('the password rules', () => {
  test.each([
    ['1234567', 'password-too-short'],
    ['密码密码密码密', 'password-too-short'],
    ['😀😀😀😀', 'password-too-short'],
    ['password', 'password-too-common'],
    ['PassWord1', 'password-too-common'],
    ['aaaaaaaaaa', 'password-too-common'],
    ['12345678', 'password-too-common'],
    ['hgfedcba', 'password-too-common'],
    ['Nachtschicht', 'password-too-common'],
    ['nachtschicht2026!', 'password-too-common'],
    ['控制室的门在左边吗', null],
    ['correct horse battery', null],
    ['x9-Blaubeere', null],
  ])('judge %s as %s for an account called Nachtschicht', (password, weakness) => {
    expect(passwordWeakness(password, 'Nachtschicht')).toBe(weakness);
  });

  test('take a password of 128 characters and no longer one', () => {
    expect(passwordWeakness('长密'.repeat(64), 'hxfj')).toBeNull();
    expect(() => passwordWeakness(`${'长密'.repeat(64)}x`, 'hxfj')).toThrow(/longer/);
  });
});
