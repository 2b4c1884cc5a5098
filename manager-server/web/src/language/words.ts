import { useSyncExternalStore } from 'react';
import { type PageLanguage, pageLanguage } from '../page/words.ts';
import { en, zh } from './dictionary.ts';

export type Dictionary = typeof zh;
export type Word = keyof Dictionary;

/** The names that stand in braces in a text: `已删除 {name}` has `name`. */
type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;

/** Of several keys at once: each must have no blanks, or all the same. */
type Filling<Key extends Word> = [Blanks<Dictionary[Key]>] extends [never]
  ? readonly []
  : readonly [filling: Readonly<Record<Blanks<Dictionary[Key]>, string | number>>];

/** Texts without blanks: what lists and tables of words are made of. */
export type PlainWord = { [Key in Word]: [Blanks<Dictionary[Key]>] extends [never] ? Key : never }[Word];

/** A text of the page in the language that the person chose, its blanks filled. */
export function word<Key extends Word>(key: Key, ...[filling]: Filling<Key>): string {
  const text: string = (pageLanguage() === 'zh' ? zh : en)[key];
  if (filling === undefined) return text;
  const values: Readonly<Record<string, string | number>> = filling;
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

const listeners = new Set<() => void>();

export const useLanguage = (): PageLanguage => useSyncExternalStore(subscribe, pageLanguage);

/** At once and without a reload: what is being edited stays. */
export function chooseLanguage(language: PageLanguage): void {
  localStorage.setItem('language', language);
  document.documentElement.lang = language;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
