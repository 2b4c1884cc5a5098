import type { Random } from '@seatmatrix/protocol/kernel';
import { below, pick } from './mutation.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The part of JSON Schema that the product's own schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Finds what a `$ref` means. */
export type FindSchema = (reference: string) => JsonSchema;

/** Strings that the product's laws take in one place or another. */
const WORDS = [
  '0001',
  '5001',
  'k1',
  'li',
  'all',
  '雷达 Ω',
  'x9-Blaubeere',
  '12',
  'ab'.repeat(32),
  '192.0.2.7',
] as const;

/** What breaks programs that build texts, numbers or objects from what they are given. */
const NASTY: readonly [Json, ...Json[]] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  '\0',
  '\ud800',
  '../../etc/passwd',
  '$(touch /tmp/x)',
  '\u202e\u0000\r\n',
  'a'.repeat(5000),
  '__proto__',
  'constructor',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: null },
  { constructor: { prototype: { admin: true } } },
];

/** A value that fits the schema as far as types go; laws that no schema says may still refuse it. */
export function sampleOf(schema: JsonSchema, given: { readonly random: Random; readonly find: FindSchema }): Json {
  const { random, find } = given;
  if (schema.$ref !== undefined) return sampleOf(find(schema.$ref), given);
  if (schema.const !== undefined) return schema.const;
  const [firstWord, ...words] = schema.enum ?? [];
  if (firstWord !== undefined) return pick(random, [firstWord, ...words]);
  const [first, ...rest] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return sampleOf(pick(random, [first, ...rest]), given);
  const [firstPart] = schema.allOf ?? [];
  if (firstPart !== undefined) return sampleOf(firstPart, given);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[below(random, schema.type.length)];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random() < 0.7)
          .map(([name, part]) => [name, sampleOf(part, given)]),
      );
    case 'array':
      return Array.from({ length: below(random, 3) }, () => sampleOf(schema.items ?? {}, given));
    case 'integer':
    case 'number': {
      const low = Math.max(schema.minimum ?? 0, -1000);
      return low + below(random, Math.min(schema.maximum ?? 1000, 10_000) - low + 1);
    }
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return pick(random, WORDS);
  }
}

/** The value with one place of it replaced by something nasty, or with a member too many or too few. */
export function spoilt(value: Json, random: Random): Json {
  if (random() < 0.3) return pick(random, NASTY);
  if (Array.isArray(value)) {
    const at = below(random, value.length + 1);
    return random() < 0.3
      ? [...value, pick(random, NASTY)]
      : value.map((each: Json, index) => (index === at ? spoilt(each, random) : each));
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    const at = below(random, entries.length + 1);
    if (random() < 0.2) return Object.fromEntries(entries.filter((_, index) => index !== at));
    if (random() < 0.2) return { ...value, [JSON.stringify(pick(random, NASTY)).slice(0, 50)]: pick(random, NASTY) };
    return Object.fromEntries(entries.map(([name, each], index) => [name, index === at ? spoilt(each, random) : each]));
  }
  return pick(random, NASTY);
}
