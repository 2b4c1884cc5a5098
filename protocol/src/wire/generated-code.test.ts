import { expect, test } from 'vitest';
import { staleCode } from '../testing/generated-code.ts';

test('the generated code is what the schema makes', async () => {
  expect(await staleCode(), 'run npm run generate').toEqual([]);
});
