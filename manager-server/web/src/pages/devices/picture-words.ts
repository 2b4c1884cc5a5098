import type { BoxReport } from '../../api/records.ts';
import { decimal } from '../../language/format.ts';
import { word } from '../../language/words.ts';

/** How the picture moves. A screen that stands still sends nothing, and a computer that nobody looks at is not encoded. */
export function motionWord(report: BoxReport): string {
  if (report.codec === null) return word('notWatched');
  if (report.framesPerSecond < 1) return word('stillPicture');
  return word('framesPerSecond', { count: decimal(report.framesPerSecond, 0) });
}

export const sizeText = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${width} × ${height}`;

const codecNames = { h264: 'H.264', jpeg: 'JPEG' } as const;

export const codecName = (codec: 'h264' | 'jpeg'): string => codecNames[codec];

/** 1,000 bits are a kilobit. */
export function bitRateText(bitsPerSecond: number): string {
  if (bitsPerSecond < 1000) return '0 kbit/s';
  if (bitsPerSecond < 1_000_000) return `${decimal(bitsPerSecond / 1000, 0)} kbit/s`;
  return `${decimal(bitsPerSecond / 1_000_000, 1)} Mbit/s`;
}

const MEGABYTE = 1024 * 1024;

export function memoryText({ used, total }: { readonly used: number; readonly total: number }): string {
  const gigabytes = (bytes: number) => decimal(bytes / MEGABYTE / 1024, 1);
  if (total < 2048 * MEGABYTE) return `${decimal(used / MEGABYTE, 0)} / ${decimal(total / MEGABYTE, 0)} MB`;
  return `${gigabytes(used)} / ${gigabytes(total)} GB`;
}

/** The two largest units that say something. */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return word('daysHours', { days, hours: hours % 24 });
  if (hours > 0) return word('hoursMinutes', { hours, minutes: minutes % 60 });
  return word('minutesOnly', { minutes });
}

/** How near a sensor is to the limit that its maker tells. */
export function heatOf({ temperature, temperatureLimit }: BoxReport): 'unknown' | 'fine' | 'warm' | 'hot' {
  if (temperature === null || temperatureLimit === null) return 'unknown';
  if (temperature >= temperatureLimit) return 'hot';
  return temperature >= temperatureLimit - WARM_BELOW ? 'warm' : 'fine';
}

/** Degrees; a fan that stopped takes a minute for them. */
const WARM_BELOW = 10;
