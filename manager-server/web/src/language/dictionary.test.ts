import { describe, expect, test } from 'vitest';
import { en, sections, zh } from './dictionary.ts';

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const texts = { zh: zh as Readonly<Record<string, string>>, en: en as Readonly<Record<string, string>> };

describe('the page’s words', () => {
  test('are there in both languages, and none is empty', () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.zh).sort());
    for (const language of [texts.zh, texts.en]) {
      for (const [key, text] of Object.entries(language)) expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  test('have the same blanks in both languages', () => {
    for (const key of Object.keys(texts.zh)) {
      expect([key, blanks(texts.en[key] ?? '')]).toEqual([key, blanks(texts.zh[key] ?? '')]);
    }
  });

  test('stand in one section alone', () => {
    const keys = Object.values(sections).flatMap((section) => Object.keys(section.zh));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('are Chinese where Chinese is meant', () => {
    // Names, codes and what has no words in it.
    const same = Object.keys(texts.zh).filter((key) => texts.zh[key] === texts.en[key]);
    expect(same.sort()).toEqual(['degrees', 'displayNumber']);
  });

  test('are the only ones: no page has a Chinese text of its own', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50);
    const own = Object.entries(sources)
      .filter(([path]) => !/^\.\/|\/page\/words|\.test\.ts$/.test(path))
      .filter(([, text]) => /\p{Script=Han}/u.test(text))
      .map(([path]) => path);
    expect(own).toEqual([]);
  });
});
