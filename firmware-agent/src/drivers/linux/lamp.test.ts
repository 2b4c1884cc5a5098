import { type Log, silentLog } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { openLamp } from './lamp.ts';
import { TestRoot } from './test-root.ts';

const LED = 'sys/class/leds/status';

describe('a lamp of the case', () => {
  test('blinks by the kernel’s timer, and has its own trigger again afterwards', () => {
    using root = new TestRoot({ [`${LED}/trigger`]: 'none timer [mmc0] heartbeat\n', [`${LED}/brightness`]: '1\n' });
    const lamp = openLamp({ root: root.path, name: 'status', log: silentLog });
    lamp.blink(true);
    expect([root.read(`${LED}/trigger`), root.read(`${LED}/delay_on`)]).toEqual(['timer', '120']);
    lamp.blink(false);
    expect(root.read(`${LED}/trigger`)).toBe('mmc0');
  });

  test.each(['0', '255'])('without a trigger of its own is as bright as before: %s', (brightness) => {
    using root = new TestRoot({ [`${LED}/trigger`]: '[none] timer\n', [`${LED}/brightness`]: `${brightness}\n` });
    const lamp = openLamp({ root: root.path, name: 'status', log: silentLog });
    lamp.blink(true);
    lamp.blink(false);
    expect([root.read(`${LED}/trigger`), root.read(`${LED}/brightness`)]).toEqual(['none', brightness]);
  });

  test('is lit where the kernel has no timer', () => {
    using root = new TestRoot({
      [`${LED}/trigger`]: '[none] mmc0\n',
      [`${LED}/brightness`]: '0\n',
      [`${LED}/max_brightness`]: '31\n',
    });
    const lamp = openLamp({ root: root.path, name: 'status', log: silentLog });
    lamp.blink(true);
    expect(root.read(`${LED}/brightness`)).toBe('31');
    lamp.blink(false);
    expect(root.read(`${LED}/brightness`)).toBe('0');
  });

  test('that is not there is refused with those that are', () => {
    using root = new TestRoot({ [`${LED}/trigger`]: '[none]', 'sys/class/leds/power/trigger': '[none]' });
    const open = () => openLamp({ root: root.path, name: 'front', log: silentLog });
    expect(open).toThrow('--identify-led "front" is no LED; there are power, status');
    using bare = new TestRoot();
    expect(() => openLamp({ root: bare.path, name: 'front', log: silentLog })).toThrow('this machine has none');
  });

  test('that cannot be written is told, and ends nothing', () => {
    using root = new TestRoot({ [`${LED}/trigger`]: '[none] timer\n' });
    const warned: string[] = [];
    const log: Log = { ...silentLog, warn: (text) => void warned.push(text) };
    const lamp = openLamp({ root: root.path, name: 'status', log });
    root.remove(LED);
    lamp.blink(true);
    expect(warned).toEqual(['the LED cannot be written']);
  });
});
