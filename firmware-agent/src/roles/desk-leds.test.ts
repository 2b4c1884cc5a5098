import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedInput } from '../input/led-state.ts';
import { DeskLeds } from './desk-leds.ts';

function desk() {
  const clock = new VirtualClock();
  const shown: KeyboardLeds[] = [];
  const leds = new DeskLeds({ clock, hidHost: { setLeds: (now) => void shown.push(now) } });
  return { clock, shown, leds, now: () => shown.at(-1) ?? LEDS_OFF };
}

const CAPS = { ...LEDS_OFF, capsLock: true };

describe('the LEDs of a desk that is looked for', () => {
  test('blink, all of them, and are what the computer says afterwards', async () => {
    const { clock, shown, leds, now } = desk();
    leds.hear({ type: 'source', source: '0001' });
    leds.hear({ type: 'leds', source: '0001', leds: CAPS });
    leds.blink(true);
    expect(now()).toEqual({ numLock: true, capsLock: true, scrollLock: true });
    await clock.advance(milliseconds(300));
    expect(now()).toEqual(LEDS_OFF);
    await clock.advance(seconds(3));
    expect(shown.length).toBeGreaterThan(8);
    leds.blink(false);
    expect(now()).toEqual(CAPS);
    const told = shown.length;
    await clock.advance(seconds(3));
    expect(shown).toHaveLength(told);
  });

  test('show after the blinking what computers said during it', () => {
    const { leds, now } = desk();
    leds.hear({ type: 'source', source: '0001' });
    leds.blink(true);
    leds.hear({ type: 'leds', source: '0001', leds: CAPS });
    expect(now()).not.toEqual(CAPS);
    leds.blink(false);
    expect(now()).toEqual(CAPS);
  });

  const led = fc.record({ numLock: fc.boolean(), capsLock: fc.boolean(), scrollLock: fc.boolean() });
  const source = fc.constantFrom('0001', '0002');
  const heard: fc.Arbitrary<LedInput> = fc.oneof(
    fc.record({ type: fc.constant('source' as const), source: fc.option(source) }),
    fc.record({ type: fc.constant('leds' as const), source, leds: led }),
    fc.record({ type: fc.constant('gone' as const), source }),
  );
  const happening = fc.oneof(heard, fc.constant('blink' as const), fc.constant('stop' as const));

  test('are, whenever they do not blink, what they would be if they never had', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        const [one, other] = [desk(), desk()];
        for (const each of happenings) {
          if (each === 'blink' || each === 'stop') one.leds.blink(each === 'blink');
          else {
            one.leds.hear(each);
            other.leds.hear(each);
          }
          await one.clock.advance(milliseconds(200));
        }
        one.leds.blink(false);
        expect(one.now()).toEqual(other.now());
      }),
    );
  });
});
