import type { Language } from '@seatmatrix/protocol/domain';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type StringKey = keyof typeof zh;

/** Every text of the OSD in one language. */
export type Strings = Readonly<Record<StringKey, string>>;

/** A text not yet in any language: state holds these, so that a change of language changes what stands already. */
export interface Message {
  readonly key: StringKey;
  /** What stands for `{name}` in the text. A message stands for itself in the language of the whole. */
  readonly values?: Readonly<Record<string, string | number | Message>>;
}

const catalogues: Readonly<Record<Language, Strings>> = { zh, en };

export function strings(language: Language): Strings {
  return catalogues[language];
}

/** The message in words. */
export function words(language: Language, message: Message): string {
  const { key, values = {} } = message;
  return catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? words(language, value) : String(value);
  });
}
