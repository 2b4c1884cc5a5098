import { expect, test } from 'vitest';
import { runSteps, type Step } from './step.ts';

const count: Step<number, number, string> = (state, input) => ({ state: state + input, out: [`${state}+${input}`] });

test('steps run one after the other, and everything that came out is kept in order', () => {
  expect(runSteps(count, { state: 1, inputs: [2, 3] })).toEqual({ state: 6, out: ['1+2', '3+3'] });
  expect(runSteps(count, { state: 1, inputs: [] })).toEqual({ state: 1, out: [] });
});
