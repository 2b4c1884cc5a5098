const HOUR = 3_600_000;

/** By the reader's clock, as the field shows it: `2026-11-22T17:05`. */
export function localMoment(at: number | null): string {
  if (at === null) return '';
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

export function momentOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** From when on. */
export const periods = [
  { name: 'lastHour', from: (now: number) => now - HOUR },
  { name: 'today', from: (now: number) => new Date(now).setHours(0, 0, 0, 0) },
  { name: 'lastWeek', from: (now: number) => new Date(now - 6 * 24 * HOUR).setHours(0, 0, 0, 0) },
] as const;
