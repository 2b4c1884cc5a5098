import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

const VALUE = 'x9-Blaubeere';

test.each<[string, (secret: Secret<string>) => string]>([
  ['a template', (secret) => `${secret}`],
  ['JSON, however deep', (secret) => JSON.stringify({ a: [{ secret }] })],
  ['util.inspect', (secret) => inspect({ a: [{ secret }] }, { depth: 9, showHidden: true })],
  ['Object.entries', (secret) => JSON.stringify(Object.entries(secret))],
  ['a spread', (secret) => JSON.stringify({ ...secret })],
])('a secret says nothing to %s', (_name, told) => {
  expect(told(new Secret(VALUE))).not.toContain(VALUE);
  expect(new Secret(VALUE).reveal()).toBe(VALUE);
});
