import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, type Log } from '@seatmatrix/protocol/kernel';
import { namesIn, readText } from './system-file.ts';

/** One LED of the box's case. */
export interface Lamp {
  /** Blinks from now on, or is again what it was before it blinked. Doing the same twice does nothing. */
  blink(on: boolean): void;
}

/** Milliseconds; quick enough to be seen among the LEDs that blink by themselves. */
const ON_AND_OFF = '120';

/**
 * `/sys/class/leds/NAME` (Documentation/leds/leds-class): the trigger says what moves the LED, here `timer`, which blinks
 * without a program. Where the kernel has no such trigger the LED is lit. Throws `configuration-invalid` when there is no
 * such LED; a file that cannot be written is a warning in the log, since the box does its work without.
 */
export function openLamp({
  root,
  name,
  log,
}: {
  readonly root: string;
  readonly name: string;
  readonly log: Log;
}): Lamp {
  const folder = join(root, 'sys/class/leds');
  const known = namesIn(folder);
  if (!known.includes(name)) {
    const there = known.length === 0 ? 'this machine has none' : `there are ${known.join(', ')}`;
    throw new Fault({ code: 'configuration-invalid', message: `--identify-led "${name}" is no LED; ${there}` });
  }
  const file = (what: string) => join(folder, name, what);
  const write = (what: string, value: string) => writeFileSync(file(what), value);
  let before: LampState | null = null;

  const blink = () => {
    const state = stateOf(file);
    if (state.triggers.includes('timer')) {
      write('trigger', 'timer');
      write('delay_on', ON_AND_OFF);
      write('delay_off', ON_AND_OFF);
    } else {
      write('brightness', readText(file('max_brightness'))?.trim() ?? '1');
    }
    before = state;
  };
  const restore = ({ trigger, brightness }: LampState) => {
    write('trigger', trigger);
    // A trigger knows by itself how bright the LED is to be.
    if (trigger === 'none') write('brightness', brightness);
  };
  return {
    blink(on) {
      try {
        if (on && before === null) blink();
        if (!on && before !== null) {
          restore(before);
          before = null;
        }
      } catch (cause) {
        log.warn('the LED cannot be written', { led: name, reason: String(cause) });
      }
    },
  };
}

interface LampState {
  readonly trigger: string;
  readonly triggers: readonly string[];
  readonly brightness: string;
}

/** The trigger file lists all of them, the one that counts in brackets: `none timer [mmc0]`. */
function stateOf(file: (what: string) => string): LampState {
  const words = (readText(file('trigger')) ?? '[none]').trim().split(/\s+/);
  const chosen = words.find((word) => word.startsWith('['));
  return {
    trigger: chosen?.slice(1, -1) ?? 'none',
    triggers: words.map((word) => word.replace(/^\[|\]$/g, '')),
    brightness: readText(file('brightness'))?.trim() ?? '0',
  };
}
