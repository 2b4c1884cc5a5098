import { pageLanguage } from '../page/words.ts';

const locale = () => (pageLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

/** Date and time to the second, by the reader's clock. */
export const dateTime = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);

export const time = (at: number): string => new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(at);

/** As many decimals as are worth reading. */
export const decimal = (value: number, digits = 1): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

/** Of a share from 0 to 1. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(share);

/** For sorting names as a reader of the language expects; digits count as numbers. */
export const compareTexts = (one: string, other: string): number =>
  one.localeCompare(other, locale(), { numeric: true, sensitivity: 'base' });
