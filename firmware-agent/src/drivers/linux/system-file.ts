import { readdirSync, readFileSync } from 'node:fs';

/** Null when there is no such file, or a sensor that sleeps refuses to be read (EAGAIN, ENODATA). */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Null also where the file says something else than a whole number. */
export function readNumber(path: string): number | null {
  const text = readText(path);
  return text !== null && /^-?\d+\s*$/.test(text) ? Number(text) : null;
}

/** Names in a folder, in order; none when it is not there: a guest or a container has few of them. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
