/** As the manager counts: characters, not bytes. */
export const passwordLength = (password: string): number => [...password.normalize('NFC')].length;

/** Fewest characters that open the pages without a second factor, and a desk. */
export const PAGE_PASSWORD_MIN = 15;
export const DESK_PASSWORD_MIN = 8;

/** One character or piece over and over, or neighbours in a row: what needs no list to be found out. */
export function isPattern(password: string): boolean {
  const text = password.normalize('NFC').toLowerCase();
  if (text === '' || /^(.+?)\1+$/su.test(text)) return true;
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((stride) =>
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === stride),
  );
}

/** What a guesser who knows the name still has to guess is next to nothing. */
export function isLittleMoreThan(name: string, password: string): boolean {
  const [text, known] = [password, name].map((each) => each.normalize('NFC').toLowerCase());
  if (text === undefined || known === undefined || [...known].length < 4 || !text.includes(known)) return false;
  return [...text.replaceAll(known, '').replace(/[\d\p{P}\p{S}\s]/gu, '')].length < 4;
}
