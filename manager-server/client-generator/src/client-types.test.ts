import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientTypes, clientTypesPath } from './client-types.ts';

test('the page’s client is what the API is now; otherwise run npm run generate:client', async () => {
  expect(readFileSync(clientTypesPath, 'utf8')).toBe(await clientTypes());
});
