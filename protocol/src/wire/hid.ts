import {
  isConsumer,
  type KeyboardLeds,
  POINTER_MAX,
  type PointerInput,
  PRESSED_MAX,
  type Usage,
  usage,
} from '../domain/index.ts';
import { MOVEMENT_MAX, WHEEL_MAX } from './limits.ts';
import { type Given, malformed, optional, readList, readWhole } from './reading.ts';
import type { generated } from './schema.ts';

/** 0x00–0x03 of the keyboard page are no keys but a report's errors; a boot report's usage is a byte. */
function readUsage(value: number): Usage {
  const key = usage(readWhole(value, { field: 'key', min: 0x04 }));
  if (key > 0xff && !isConsumer(key)) throw malformed('key', 'is on no page that carries keys');
  return key;
}

export function readKeys(values: Given<readonly number[]>): readonly Usage[] {
  return readList(values, {
    field: 'keys',
    max: PRESSED_MAX,
    read: readUsage,
  });
}

export function readPointer(raw: generated.v1.Pointer.$Properties): PointerInput {
  return {
    buttons: readWhole(raw.buttons, { field: 'buttons', max: 0x1f }),
    position: optional(raw.position, readPosition),
    movement: optional(raw.movement, ({ dx, dy }) => ({
      dx: readWhole(dx, { field: 'dx', min: -MOVEMENT_MAX, max: MOVEMENT_MAX }),
      dy: readWhole(dy, { field: 'dy', min: -MOVEMENT_MAX, max: MOVEMENT_MAX }),
    })),
    wheel: readWhole(raw.wheel, { field: 'wheel', min: -WHEEL_MAX, max: WHEEL_MAX }),
    tilt: readWhole(raw.tilt, { field: 'tilt', min: -WHEEL_MAX, max: WHEEL_MAX }),
  };
}

export function readPosition(raw: generated.v1.Position.$Properties): { readonly x: number; readonly y: number } {
  return {
    x: readWhole(raw.x, { field: 'x', max: POINTER_MAX }),
    y: readWhole(raw.y, { field: 'y', max: POINTER_MAX }),
  };
}

export const readLeds = (raw: generated.v1.Leds.$Properties): KeyboardLeds => ({
  numLock: raw.numLock ?? false,
  capsLock: raw.capsLock ?? false,
  scrollLock: raw.scrollLock ?? false,
});
