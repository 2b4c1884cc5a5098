import type { AccessUnit, Crop } from '@seatmatrix/protocol/domain';
import type { Stepped } from '@seatmatrix/protocol/kernel';
import type { MediaOrder } from './media-message.ts';
import { mediaTimestamp } from './media-time.ts';

/** What a media process that shows pictures has been given, and what waits until it has shown that. */
export interface UnitQueue {
  /** The newest that was seen. */
  readonly generation: number;
  /** Of the last stream; it rises with each. */
  readonly ssrc: number;
  /** What was given last of the stream that goes on; null when the next unit begins a new one. */
  readonly last: Job | null;
  /** Nothing but a key can be decoded next. */
  readonly keyNeeded: boolean;
  readonly waiting: readonly Job[];
  readonly away: boolean;
  /** What is on the screen, or may be; null when that was cleared and nothing was given since. */
  readonly shown: AccessUnit | null;
  /** Given to the process, oldest first. */
  readonly given: readonly Given[];
}

export type UnitQueueInput =
  | { readonly type: 'show'; readonly unit: AccessUnit; readonly crop: Crop | null }
  /** Units before it in the same stream are done as well: a process that lags behind paints the newest alone. */
  | { readonly type: 'shown' | 'undecodable'; readonly ssrc: number; readonly timestamp: number }
  | { readonly type: 'clear' }
  /** The process died with all that it had. What it painted stands until the next one is `back`. */
  | { readonly type: 'away' }
  | { readonly type: 'back' };

export type UnitQueueOut =
  | { readonly type: 'order'; readonly order: MediaOrder }
  | { readonly type: 'send'; readonly unit: AccessUnit; readonly ssrc: number; readonly timestamp: number }
  | { readonly type: 'tell'; readonly event: 'shown' | 'undecodable'; readonly unit: AccessUnit };

interface Job {
  readonly unit: AccessUnit;
  readonly crop: Crop | null;
}

interface Given {
  readonly unit: AccessUnit;
  readonly ssrc: number;
  readonly timestamp: number;
}

/** Enough that the process never waits for us; what it has cannot be overtaken any more. */
const GIVEN_MAX = 2;

/** Half a second of pictures: who is further behind does not catch up, and starts anew with a key. */
const WAITING_MAX = 30;

export const emptyQueue: UnitQueue = {
  generation: 0,
  ssrc: 0,
  last: null,
  keyNeeded: true,
  waiting: [],
  away: false,
  shown: null,
  given: [],
};

export function unitQueueStep(queue: UnitQueue, input: UnitQueueInput): Stepped<UnitQueue, UnitQueueOut> {
  switch (input.type) {
    case 'show':
      return take(queue, { unit: input.unit, crop: input.crop });
    case 'shown':
    case 'undecodable':
      return answered(queue, input);
    case 'clear':
      return {
        state: { ...queue, last: null, keyNeeded: true, waiting: [], shown: null, given: [] },
        out: [{ type: 'order', order: { type: 'clear' } }],
      };
    case 'away':
      return { state: { ...queue, away: true, last: null, keyNeeded: true, waiting: [], given: [] }, out: [] };
    case 'back':
      return back({ ...queue, away: false });
  }
}

function take(queue: UnitQueue, job: Job): Stepped<UnitQueue, UnitQueueOut> {
  const { unit } = job;
  if (unit.generation < queue.generation) return { state: queue, out: [] };
  const newer = unit.generation > queue.generation;
  const state: UnitQueue = newer ? { ...queue, generation: unit.generation, waiting: [], keyNeeded: true } : queue;
  if (unit.key) return give({ ...state, waiting: [job], keyNeeded: false });
  if (state.keyNeeded || state.waiting.length >= WAITING_MAX) {
    return {
      state: { ...state, waiting: [], keyNeeded: true },
      out: [{ type: 'tell', event: 'undecodable', unit }],
    };
  }
  return give({ ...state, waiting: [...state.waiting, job] });
}

/** On a screen that stands still nothing would come by itself: a key is asked for by what cannot be shown any more. */
function back(queue: UnitQueue): Stepped<UnitQueue, UnitQueueOut> {
  const unit = queue.shown;
  if (queue.waiting.length > 0 || unit === null) return give(queue);
  return { state: queue, out: [{ type: 'tell', event: 'undecodable', unit }] };
}

function answered(
  queue: UnitQueue,
  answer: { readonly type: 'shown' | 'undecodable'; readonly ssrc: number; readonly timestamp: number },
): Stepped<UnitQueue, UnitQueueOut> {
  const index = queue.given.findIndex(({ ssrc, timestamp }) => ssrc === answer.ssrc && timestamp === answer.timestamp);
  const given = queue.given[index];
  // Of before a clear.
  if (given === undefined) return { state: queue, out: [] };
  const told: UnitQueueOut = { type: 'tell', event: answer.type, unit: given.unit };
  const rest = { ...queue, given: queue.given.slice(index + 1) };
  if (answer.type === 'shown' || given.unit.codec === 'jpeg') return prepend(told, give(rest));
  // What builds on it is no picture either, unless a key has come meanwhile.
  const keyComes = rest.waiting[0]?.unit.key === true || rest.given.some(({ unit }) => unit.key);
  return prepend(told, give(keyComes ? rest : { ...rest, waiting: [], keyNeeded: true }));
}

function give(queue: UnitQueue): Stepped<UnitQueue, UnitQueueOut> {
  let state = queue;
  const out: UnitQueueOut[] = [];
  if (state.away) return { state, out };
  for (let job = state.waiting[0]; job !== undefined && state.given.length < GIVEN_MAX; job = state.waiting[0]) {
    const same = state.last !== null && sameStream(state.last, job);
    // The order for a new stream overtakes units on their way, which a unit that is no key builds on.
    if (!same && !job.unit.key && state.given.length > 0) break;
    const ssrc = same ? state.ssrc : state.ssrc + 1;
    const { unit, crop } = job;
    if (!same) out.push({ type: 'order', order: { type: 'stream', ssrc, codec: unit.codec, crop } });
    const given = { unit, ssrc, timestamp: timestampAfter(state.given.at(-1)?.timestamp, unit) };
    out.push({ type: 'send', ...given });
    state = { ...state, ssrc, last: job, shown: unit, waiting: state.waiting.slice(1), given: [...state.given, given] };
  }
  return { state, out };
}

function sameStream(one: Job, other: Job): boolean {
  const { unit } = one;
  const same = unit.stream === other.unit.stream && unit.generation === other.unit.generation;
  return same && unit.codec === other.unit.codec && JSON.stringify(one.crop) === JSON.stringify(other.crop);
}

/** Different from the one before: answers name units by it. */
function timestampAfter(before: number | undefined, unit: AccessUnit): number {
  const timestamp = mediaTimestamp(BigInt(Math.round(unit.time)) * 1000n);
  return timestamp === before ? (timestamp + 1) >>> 0 : timestamp;
}

const prepend = (first: UnitQueueOut, stepped: Stepped<UnitQueue, UnitQueueOut>): Stepped<UnitQueue, UnitQueueOut> => ({
  state: stepped.state,
  out: [first, ...stepped.out],
});
