import { consumerUsage, type PeerMessage, type PointerInput, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { instant, runSteps } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { type NeighbourInput, type NeighbourOut, neighbourStep, newNeighbour } from './neighbour-input.ts';

const { A, LeftShift } = Usages;

const message = (at: number, said: Extract<PeerMessage, { type: 'focus' | 'input' | 'held' }>): NeighbourInput => ({
  type: 'message',
  message: said,
  at: instant(at),
});
const focus = (at: number, focused = true) => message(at, { type: 'focus', focused, pointer: null });
const input = (at: number, sequence: number, keys: readonly Usage[], buttons: number | null = null) =>
  message(at, {
    type: 'input',
    sequence,
    keys,
    pointer: buttons === null ? null : { buttons, position: null, movement: null, wheel: 0, tilt: 0 },
  });
const held = (at: number) => message(at, { type: 'held' });
const tick = (at: number): NeighbourInput => ({ type: 'tick', at: instant(at) });
const closed = (at: number): NeighbourInput => ({ type: 'closed', at: instant(at) });

const run = (...inputs: readonly NeighbourInput[]) =>
  runSteps(neighbourStep, { state: newNeighbour(instant(0)), inputs });

const told = (out: readonly NeighbourOut[]) =>
  out
    .filter((each) => each.type === 'router')
    .map(({ input: each }) => (each.type === 'focus' ? each.focused : each.type === 'input' ? each.keys : each.type));

describe('a seat neighbour', () => {
  test('gives this display the focus and its keys', () => {
    expect(told(run(focus(0), input(0, 1, []), input(10, 2, [A]), input(20, 3, []), focus(30, false)).out)).toEqual([
      true,
      [],
      [A],
      [],
      false,
    ]);
  });

  test('hands consumer keys, movements and tilts on as they came', () => {
    const keys = [consumerUsage(0xcd), A];
    const pointer: PointerInput = {
      buttons: 4,
      position: { x: 9, y: 8 },
      movement: { dx: -700, dy: 3 },
      wheel: 1,
      tilt: -2,
    };
    const { out } = run(focus(0), message(5, { type: 'input', sequence: 1, keys, pointer }));

    expect(out).toContainEqual({ type: 'router', input: { type: 'input', keys, pointer, at: 5 } });
  });

  test('is not listened to without the focus', () => {
    expect(told(run(input(0, 1, [A])).out)).toEqual([]);
  });

  test('takes the focus away when its link closes', () => {
    expect(told(run(focus(0), input(0, 1, [A]), closed(10)).out)).toEqual([true, [A], false]);
    expect(told(run(focus(0), focus(5, false), closed(10)).out)).toEqual([true, false]);
  });

  test('cannot replay an input', () => {
    const { state, out } = run(focus(0), input(0, 5, []), input(1, 5, [A]), input(2, 4, [A]));

    expect(told(out)).toEqual([true, []]);
    expect(state.replayed).toBe(2);
  });

  test.each<[string, NeighbourInput]>([
    ['a key', input(0, 1, [LeftShift])],
    ['a button', input(0, 1, [], 1)],
  ])('that falls silent while it holds %s is released, and what it still holds does not come back', (_, holding) => {
    const { out } = run(focus(0), holding, tick(1000));

    expect(out).toContainEqual({ type: 'silent' });
    expect(told(out).slice(-2)).toEqual([false, true]);
  });

  test('keeps its keys as long as it says held', () => {
    const beats = Array.from({ length: 50 }, (_, index) => [held(index * 700), tick(index * 700 + 699)]).flat();

    expect(run(focus(0), input(0, 1, [LeftShift]), ...beats).out).not.toContainEqual({ type: 'silent' });
  });

  test('that holds nothing may be silent', () => {
    expect(run(focus(0), input(0, 1, [A]), input(10, 2, []), tick(1000), tick(9000)).out).not.toContainEqual({
      type: 'silent',
    });
  });

  test('is not judged by a timer that this process kept waiting', () => {
    const late = run(focus(0), input(0, 1, [A]), tick(3000));
    expect(late.out).not.toContainEqual({ type: 'silent' });
    expect(late.out.at(-1)).toEqual({ type: 'wake', at: 3100 });

    expect(runSteps(neighbourStep, { state: late.state, inputs: [tick(3100)] }).out).toContainEqual({ type: 'silent' });
  });
});
