import { seededRandom } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { scaled, tellFigure } from '../scale.ts';
import { runFuzz } from './fuzz-run.ts';
import { mutated } from './mutation.ts';

/** In `npm test` a tenth; a new seed with every release finds what this one does not. */
const INPUTS = scaled(100_000, 1_000_000);

test(`${INPUTS.toLocaleString('en')} broken inputs at every decoder are answered or refused, and none ends the process`, {
  timeout: 900_000,
}, async ({ task }) => {
  const reports = await runFuzz({ inputs: INPUTS, seed: 1, target: null, only: null });
  expect(reports.flatMap(({ target, findings }) => findings.map((finding) => ({ target, ...finding })))).toEqual([]);
  const inputs = reports.reduce((sum, each) => sum + each.inputs, 0);
  expect(inputs).toBeGreaterThanOrEqual(INPUTS);
  expect(reports.length).toBeGreaterThan(20);
  tellFigure(task, `${inputs.toLocaleString('en')} inputs, 0 uncaught`);
});

test('the same seed makes the same inputs, and another seed others', () => {
  const made = (seed: number) =>
    Array.from({ length: 50 }, (_, number) => mutated([new Uint8Array(20)], seededRandom(seed + number)).toHex());
  expect(made(1)).toEqual(made(1));
  expect(made(1)).not.toEqual(made(1000));
});
