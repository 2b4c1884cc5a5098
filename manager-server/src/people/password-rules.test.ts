import { describe, expect, test } from 'vitest';
import { leastLength, passwordWeakness } from './password-rules.ts';

const rules = { least: 15, context: ['hxfj', 'Seatmatrix'] };
const LONG = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 500))).join('');

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
    ['监控中心监控中心', 'password-too-common'],
    ['监控中心2026', 'password-too-common'],
    ['abcabcabcabc', 'password-too-common'],
    ['fuckyou123', 'password-too-common'],
    ['qwertyuiopasdfgh', 'password-too-common'],
    ['1234567890123456', 'password-too-common'],
    ['控制室的门在左边吗', null],
    ['🦊🐻🐼🐨🐯🦁🐮🐷', null],
    ['correct horse battery', null],
    ['x9-Blaubeere', null],
  ])('judge %s as %s for an account called Nachtschicht', (password, weakness) => {
    expect(passwordWeakness(password, { least: 8, context: ['Nachtschicht', '监控中心'] })?.refusal ?? null).toBe(
      weakness,
    );
  });

  test('take a password of 128 characters and no longer one', () => {
    expect(passwordWeakness(LONG, rules)).toBeNull();
    expect(() => passwordWeakness(`${LONG}x`, rules)).toThrow(/longer/);
  });

  test('want 15 characters on the pages and eight at desks, and say how many are there', () => {
    expect([leastLength('administrator'), leastLength('supervisor'), leastLength('operator')]).toEqual([15, 15, 8]);
    expect(passwordWeakness('vierzehnZeichn', rules)).toEqual({
      refusal: 'password-too-short',
      words: 'it has 14 characters of 15',
    });
    expect(passwordWeakness('fünfzehnZeichen', rules)).toBeNull();
  });

  test.each([
    ['only small letters', 'dasistallesklein'],
    ['only digits in no order', '730419258836170'],
    ['spaces', 'ein Satz mit Punkt.'],
    ['any script', '𝕬𝖐𝖙𝖊𝖓 ऑपरेटर עמדה ۱۲'],
  ])('ask for no kinds of characters: %s', (_, password) => {
    expect(passwordWeakness(password, rules)).toBeNull();
  });

  test('say why in words', () => {
    const why = (password: string) => passwordWeakness(password, rules)?.words;
    expect(why('seatmatrix-2026')).toContain('name');
    expect(why('aaaaaaaaaaaaaaa')).toContain('row');
    expect(why('tokyotokyotokyo')).toContain('over and over');
  });
});
