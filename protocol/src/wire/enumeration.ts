import { type Given, malformed } from './reading.ts';

/** A domain's union of words ↔ the numbers of a schema's enum. */
export interface Enumeration<Word extends string> {
  write(word: Word): number;
  /** Throws for a number that has no word. */
  read(number: Given<number>): Word;
  /** Skips numbers that have no word: for offers, where a newer peer may have more. */
  readKnown(numbers: Given<readonly number[]>): readonly Word[];
}

export function enumeration<Word extends string>(
  field: string,
  numbers: Readonly<Record<Word, number>>,
): Enumeration<Word> {
  const words = new Map<number, Word>();
  for (const word in numbers) words.set(numbers[word], word);
  return {
    write: (word) => numbers[word],
    read(number) {
      const word = words.get(number ?? 0);
      if (word === undefined) throw malformed(field, `has no value ${number ?? 0}`);
      return word;
    },
    readKnown(given) {
      const known = new Set<Word>();
      for (const number of given ?? []) {
        const word = words.get(number);
        if (word !== undefined) known.add(word);
      }
      return [...known];
    },
  };
}
