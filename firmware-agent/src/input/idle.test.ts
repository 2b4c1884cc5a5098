import { instant, minutes, runSteps } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { type IdleInput, idleStep, NEVER_USED } from './idle.ts';

const plan = (at: number, signedIn: boolean, idleMinutes: number | null = 10): IdleInput => ({
  type: 'plan',
  signedIn,
  idleMinutes,
  at: instant(at),
});
const used = (at: number): IdleInput => ({ type: 'input', at: instant(at) });
const limit = minutes(10);

/** Plays the inputs, and between them every tick that was asked for. */
function play(inputs: readonly IdleInput[], until: number): readonly number[] {
  let state = NEVER_USED;
  let wake: number | null = null;
  const signedOut: number[] = [];
  const step = (input: IdleInput) => {
    const stepped = runSteps(idleStep, { state, inputs: [input] });
    state = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'sign-out') signedOut.push(input.at);
      else wake = wake === null ? out.at : Math.min(wake, out.at);
    }
  };
  const ticks = (end: number) => {
    while (wake !== null && wake <= end) {
      const at = instant(wake);
      wake = null;
      step({ type: 'tick', at });
    }
  };
  for (const input of inputs) {
    ticks(input.at);
    step(input);
  }
  ticks(until);
  return signedOut;
}

describe('an idle seat', () => {
  test('is signed out after its minutes without input, and again while that is not done', () => {
    expect(play([used(0), plan(0, true)], limit * 2 + 1)).toEqual([limit, limit * 2]);
  });

  test('is not signed out while it is used', () => {
    const use = Array.from({ length: 100 }, (_, index) => used(index * 60_000));

    expect(play([plan(0, true), ...use], 99 * 60_000 + limit - 1)).toEqual([]);
    expect(play([plan(0, true), ...use], 99 * 60_000 + limit)).toEqual([99 * 60_000 + limit]);
  });

  test.each<[string, readonly IdleInput[]]>([
    ['nobody is signed in', [used(0), plan(0, false)]],
    ['the seat has no limit', [used(0), plan(0, true, null)]],
    ['another receiver of the seat has the keyboard', [plan(0, true)]],
    ['its operator signed out himself', [used(0), plan(0, true), plan(1000, false)]],
  ])('is left alone when %s', (_, inputs) => {
    expect(play(inputs, limit * 5)).toEqual([]);
  });

  test('is another receiver’s to judge once its devices are used, until they are used here again', () => {
    const elsewhere = (at: number): IdleInput => ({ type: 'elsewhere', at: instant(at) });
    expect(play([used(0), plan(0, true), elsewhere(1000)], limit * 5)).toEqual([]);
    expect(play([used(0), plan(0, true), elsewhere(1000), used(2000)], limit + 2000)).toEqual([limit + 2000]);
  });

  test('is judged again when that receiver is gone', () => {
    const gone: IdleInput = { type: 'alone', at: instant(2000) };
    const inputs: readonly IdleInput[] = [used(0), plan(0, true), { type: 'elsewhere', at: instant(1000) }, gone];
    expect(play(inputs, limit + 2000)).toEqual([limit + 2000]);
    expect(play([plan(0, true), gone], limit * 5)).toEqual([]);
  });

  test('counts from the sign-in, not from the input before it', () => {
    expect(play([used(0), plan(limit - 1, true)], limit * 2 - 2)).toEqual([]);
    expect(play([used(0), plan(limit - 1, true)], limit * 2 - 1)).toEqual([limit * 2 - 1]);
  });

  test('obeys a limit that is made shorter meanwhile', () => {
    expect(play([used(0), plan(0, true), plan(1000, true, 1)], 60_000)).toEqual([60_000]);
  });

  test('asks for one timer, not for one a key', () => {
    const { out } = runSteps(idleStep, {
      state: NEVER_USED,
      inputs: [plan(0, true), ...Array.from({ length: 1000 }, (_, index) => used(index))],
    });

    expect(out).toHaveLength(1);
  });
});
