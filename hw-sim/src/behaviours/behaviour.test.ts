import { describe, expect, it } from 'vitest';
import { BehaviourChain } from './behaviour.ts';

describe('a chain of behaviours', () => {
  it('passes an event through untouched when nobody stands in the way', () => {
    const seen: number[] = [];
    new BehaviourChain<number>().run(1, (event) => seen.push(event));
    expect(seen).toEqual([1]);
  });

  it('asks the behaviour put in front last before the others', () => {
    const chain = new BehaviourChain<number>();
    chain.putInFront((event, next) => next(event * 10));
    chain.putInFront((event, next) => next(event + 1));
    const seen: number[] = [];
    chain.run(1, (event) => seen.push(event));
    expect(seen).toEqual([20]);
  });

  it('lets a behaviour drop, double, and be taken out again', () => {
    const chain = new BehaviourChain<number>();
    const takeOut = chain.putInFront((event, next) => {
      if (event === 0) return;
      next(event);
      next(event);
    });
    const seen: number[] = [];
    chain.run(0, (event) => seen.push(event));
    chain.run(1, (event) => seen.push(event));
    takeOut();
    chain.run(0, (event) => seen.push(event));
    expect(seen).toEqual([1, 1, 0]);
  });
});
