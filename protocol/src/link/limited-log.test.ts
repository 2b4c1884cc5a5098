import { expect, test } from 'vitest';
import { type Log, type LogFields, minutes, seconds } from '../kernel/index.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { limitLog } from './limited-log.ts';

function setUp() {
  const lines: string[] = [];
  const clock = new VirtualClock();
  const write = (level: string) => (message: string, fields?: LogFields) =>
    void lines.push(`${level} ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}`);
  const inner: Log = {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: () => inner,
  };
  return { lines, clock, log: limitLog(inner, { clock, each: minutes(1), burst: 3 }) };
}

test('a warning that repeats is written so many times a minute, and the rest is counted', async () => {
  const { lines, clock, log } = setUp();
  for (let count = 0; count < 1000; count++) log.child({ box: count }).warn('bad frame');
  expect(lines).toEqual(['warn bad frame', 'warn bad frame', 'warn bad frame']);
  await clock.advance(seconds(61));
  log.warn('bad frame');
  expect(lines.slice(3)).toEqual([
    'warn warnings were kept back {"warning":"bad frame","count":997}',
    'warn bad frame',
  ]);
});

test('another warning has its own count, and errors have none', () => {
  const { lines, log } = setUp();
  for (let count = 0; count < 10; count++) {
    log.warn('one');
    log.error('a defect');
  }
  log.warn('other');
  expect(lines.filter((line) => line === 'warn one')).toHaveLength(3);
  expect(lines.filter((line) => line === 'error a defect')).toHaveLength(10);
  expect(lines.at(-1)).toBe('warn other');
});
