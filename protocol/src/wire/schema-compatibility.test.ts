import { describe, expect, test } from 'vitest';
import { type SchemaDescriptor, schemaBreaks } from '../testing/schema-compatibility.ts';
import { describeSchema, readStableSchema } from '../testing/schema-descriptor.ts';

test('a box of the last release understands this schema', () => {
  expect(schemaBreaks(readStableSchema(), describeSchema())).toEqual([]);
});

describe('a change of the schema', () => {
  const stable: SchemaDescriptor = {
    nested: {
      v1: {
        nested: {
          Input: {
            oneofs: { choice: { oneof: ['keys'] } },
            fields: {
              sequence: { type: 'uint64', id: 1 },
              keys: { type: 'uint32', id: 2 },
              names: { type: 'string', id: 3, rule: 'repeated' },
            },
          },
          Mode: { values: { MODE_UNSPECIFIED: 0, MODE_SHARED: 1 } },
        },
      },
    },
  };
  const { Input, Mode } = stable.nested?.v1?.nested ?? {};
  const fields = Input?.fields ?? {};
  const { sequence: _sequence, ...withoutSequence } = fields;

  const changed = (nested: NonNullable<SchemaDescriptor['nested']>): SchemaDescriptor => ({
    nested: { v1: { nested: { ...stable.nested?.v1?.nested, ...nested } } },
  });
  const input = (changes: typeof fields) => changed({ Input: { ...Input, fields: { ...fields, ...changes } } });

  const breaking: readonly [string, SchemaDescriptor, string][] = [
    [
      'that removes a field',
      changed({ Input: { ...Input, fields: withoutSequence } }),
      'v1.Input.sequence was removed',
    ],
    [
      'that renumbers a field',
      input({ sequence: { type: 'uint64', id: 9 } }),
      'v1.Input.sequence had number 1 and has 9',
    ],
    [
      'that retypes a field',
      input({ sequence: { type: 'string', id: 1 } }),
      'v1.Input.sequence was uint64 and is string',
    ],
    [
      'that makes one of many',
      input({ names: { type: 'string', id: 3 } }),
      'v1.Input.names was repeated string and is string',
    ],
    [
      'that gives a field’s number to another',
      changed({ Input: { ...Input, fields: { ...withoutSequence, other: { type: 'uint64', id: 1 } } } }),
      'v1.Input.other took number 1 of v1.Input.sequence',
    ],
    [
      'that moves a field out of a choice',
      changed({ Input: { fields } }),
      'v1.Input.keys was in choice and is in none',
    ],
    [
      'that removes a message',
      { nested: { v1: { nested: { ...(Mode === undefined ? {} : { Mode }) } } } },
      'v1.Input was removed',
    ],
    [
      'that removes an enum’s value',
      changed({ Mode: { values: { MODE_UNSPECIFIED: 0 } } }),
      'v1.Mode.MODE_SHARED was removed',
    ],
    [
      'that renumbers an enum’s value',
      changed({ Mode: { values: { MODE_UNSPECIFIED: 0, MODE_SHARED: 2 } } }),
      'v1.Mode.MODE_SHARED had number 1 and has 2',
    ],
  ];

  test.each(breaking)('%s is named', (_name, current, message) => {
    expect(schemaBreaks(stable, current)).toContain(message);
  });

  test('that adds a field, a message and a value breaks nothing', () => {
    const current = changed({
      Input: { ...Input, fields: { ...fields, added: { type: 'bool', id: 4 } } },
      Mode: { values: { MODE_UNSPECIFIED: 0, MODE_SHARED: 1, MODE_VIEW: 2 } },
      Added: { fields: {} },
    });
    expect(schemaBreaks(stable, current)).toEqual([]);
  });
});
