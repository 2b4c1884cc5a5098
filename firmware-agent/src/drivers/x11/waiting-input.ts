import type { WantedInput } from './fake-input.ts';

/** What a server that does not follow has yet to be told, in order: keys and buttons change from each to the next. */
export type WaitingInput = readonly WantedInput[];

/** All keys of a stall between the boxes at once, or a scanner's label; a hand that types fast makes 40 reports a second. */
export const WAITING_MAX = 256;

/** Notches and pixels that wait: a turn's worth, and a screen's. */
const NOTCHES_MAX = 15;
const PIXELS_MAX = 32_767;

/** What only moves goes into the one before it; when there is too much of the rest, the newest alone counts. */
export function addInput(waiting: WaitingInput, input: WantedInput): WaitingInput {
  const last = waiting.at(-1);
  if (last !== undefined && holdsTheSame(last, input)) return [...waiting.slice(0, -1), merge(last, input)];
  const longer = [...waiting, input];
  return longer.length > WAITING_MAX ? newestInput(longer) : longer;
}

/** The newest keys and buttons, and all movement. */
export function newestInput(waiting: WaitingInput): WaitingInput {
  return waiting.length < 2 ? waiting : [waiting.reduce(merge)];
}

function merge(earlier: WantedInput, later: WantedInput): WantedInput {
  // A place says more than what was moved before it.
  const before = later.position === null ? earlier.movement : { dx: 0, dy: 0 };
  return {
    ...later,
    position: later.position ?? earlier.position,
    movement: {
      dx: within(before.dx + later.movement.dx, PIXELS_MAX),
      dy: within(before.dy + later.movement.dy, PIXELS_MAX),
    },
    wheel: within(earlier.wheel + later.wheel, NOTCHES_MAX),
    tilt: within(earlier.tilt + later.tilt, NOTCHES_MAX),
  };
}

const holdsTheSame = (one: WantedInput, other: WantedInput): boolean =>
  one.buttons === other.buttons &&
  one.keys.size === other.keys.size &&
  [...one.keys].every((key) => other.keys.has(key));

const within = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));
