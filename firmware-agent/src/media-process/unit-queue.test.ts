import { type AccessUnit, generation, streamId } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyQueue, type UnitQueueInput, type UnitQueueOut, unitQueueStep } from './unit-queue.ts';

let time = 0;
const nextTime = () => {
  time += 16_667;
  return time;
};
const unit = (options: { key?: boolean; of?: number; codec?: AccessUnit['codec'] } = {}): AccessUnit => ({
  stream: streamId(1),
  generation: generation(options.of ?? 1),
  codec: options.codec ?? 'h264',
  key: options.key ?? false,
  time: nextTime(),
  bytes: new Uint8Array([1]),
});
const key = (of = 1) => unit({ key: true, of });
const show = (shown: AccessUnit): UnitQueueInput => ({ type: 'show', unit: shown, crop: null });

/** Shows and answers, as a process that never waits would. */
function run(...inputs: readonly UnitQueueInput[]) {
  return runSteps(unitQueueStep, { state: emptyQueue, inputs });
}

const sent = (out: readonly UnitQueueOut[]) => out.flatMap((each) => (each.type === 'send' ? [each.unit] : []));
const told = (out: readonly UnitQueueOut[]) =>
  out.flatMap((each) => (each.type === 'tell' ? [[each.event, each.unit] as const] : []));

function answer(out: readonly UnitQueueOut[], type: 'shown' | 'undecodable', index = -1): UnitQueueInput {
  const send = out.filter((each) => each.type === 'send').at(index);
  if (send?.type !== 'send') throw new Error('nothing was sent');
  return { type, ssrc: send.ssrc, timestamp: send.timestamp };
}

describe('the queue before a process that shows pictures', () => {
  it('names the stream before its first unit', () => {
    const first = key();
    const { out } = run(show(first), show(unit()));
    expect(out.map((each) => each.type)).toEqual(['order', 'send', 'send']);
    expect(sent(out)[0]).toBe(first);
  });

  it('says that a unit without its key is no picture', () => {
    const lonely = unit();
    expect(told(run(show(lonely)).out)).toEqual([['undecodable', lonely]]);
  });

  it('has two units under way, and gives the next when one is shown', () => {
    const units = [key(), unit(), unit(), unit()];
    const { state, out } = run(...units.map(show));
    expect(sent(out)).toEqual(units.slice(0, 2));
    const next = unitQueueStep(state, answer(out, 'shown', 0));
    expect(told(next.out)).toEqual([['shown', units[0]]]);
    expect(sent(next.out)).toEqual([units[2]]);
  });

  it('drops what waits when a key comes', () => {
    const units = [key(), unit(), unit(), unit(), key()];
    const { state, out } = run(...units.map(show));
    expect(sent(unitQueueStep(state, answer(out, 'shown')).out)).toEqual([units[4]]);
  });

  it('drops what waits of an older generation, and shows none of it later', () => {
    const [first, second, old, next, late] = [key(1), unit(), unit(), key(2), key(1)];
    const { state, out } = run(...[first, second, old, next, late].map(show));
    const shown = unitQueueStep(state, answer(out, 'shown'));
    expect(sent(shown.out)).toEqual([next]);
    expect(shown.state.waiting).toEqual([]);
  });

  it('waits for a key after a unit that was no picture', () => {
    const units = [key(), unit(), unit()];
    const { state, out } = run(...units.map(show));
    const failed = unitQueueStep(unitQueueStep(state, answer(out, 'shown', 0)).state, answer(out, 'undecodable', 1));
    expect(told(failed.out)).toEqual([['undecodable', units[1]]]);
    expect(failed.state.keyNeeded).toBe(true);
  });

  it('gives nothing to a process that died, and its successor the newest key', () => {
    const { state } = run(show(key()), { type: 'away' });
    const lonely = unit();
    expect(told(unitQueueStep(state, show(lonely)).out)).toEqual([['undecodable', lonely]]);
    const fresh = key();
    const waiting = unitQueueStep(state, show(fresh));
    expect(waiting.out).toEqual([]);
    expect(unitQueueStep(waiting.state, { type: 'back' }).out.map((each) => each.type)).toEqual(['order', 'send']);
  });

  it('asks for the picture that stands when the process is back', () => {
    const first = key();
    const { state, out } = run(show(first));
    const shown = unitQueueStep(state, answer(out, 'shown')).state;
    const away = unitQueueStep(shown, { type: 'away' }).state;
    expect(told(unitQueueStep(away, { type: 'back' }).out)).toEqual([['undecodable', first]]);
  });

  it('passes over the answers to what was before a clear', () => {
    const { state, out } = run(show(key()), show(unit()));
    const cleared = unitQueueStep(state, { type: 'clear' });
    expect(cleared.out).toEqual([{ type: 'order', order: { type: 'clear' } }]);
    expect(unitQueueStep(cleared.state, answer(out, 'shown')).out).toEqual([]);
  });

  it('gives up a stream that it cannot keep up with', () => {
    const units = [key(), ...Array.from({ length: 40 }, () => unit())];
    const { state, out } = run(...units.map(show));
    expect(told(out).length).toBeGreaterThan(0);
    expect(state.waiting).toEqual([]);
  });

  it('holds a bounded number of units, whatever comes', () => {
    const inputs = fc.array(
      fc.oneof(
        fc.record({ key: fc.boolean(), of: fc.integer({ min: 1, max: 4 }) }).map((options) => show(unit(options))),
        fc.constantFrom<UnitQueueInput>({ type: 'clear' }, { type: 'away' }, { type: 'back' }),
      ),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(inputs, (given) => {
        const { state } = run(...given);
        expect(state.waiting.length).toBeLessThanOrEqual(30);
        expect(state.given.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
