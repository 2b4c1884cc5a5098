import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faultCatalogue } from '../kernel/index.ts';
import { CloseCode } from '../link/index.ts';
import * as wire from '../wire/index.ts';
import { describeSchema } from './schema-descriptor.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const readme = read('../../README.md');
const errors = read('../../../docs/errors.md');

/** The rows of the tables under a heading, without their head. */
function rows(text: string, heading: string): readonly (readonly string[])[] {
  const section = text.split(/^(?=#+ )/m).find((each) => each.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    );
}

const names = (table: readonly (readonly string[])[]): readonly (string | undefined)[] => table.map((row) => row[0]);

describe('the README', () => {
  const messages = describeSchema().nested?.seatmatrix?.nested?.v1?.nested ?? {};
  // What a socket carries is a choice called message; commands and notices inside have choices of other names.
  const frames = Object.entries(messages).filter(([, { oneofs }]) => oneofs?.message !== undefined);

  test.each(frames)('lists every message of %s', (name, { oneofs = {} }) => {
    expect(names(rows(readme, `### \`${name}\``))).toEqual(oneofs.message?.oneof);
  });

  test('has a section for every frame, and for nothing else', () => {
    const sections = [...readme.matchAll(/^### `(\w+)`/gm)].map((match) => match[1]);
    expect(sections.toSorted()).toEqual(frames.map(([name]) => name).toSorted());
    expect(sections).toHaveLength(8);
  });

  test('lists every close code with its number', () => {
    const listed = rows(readme, '## Close codes').map(([name, code]) => [name, Number(code)]);
    expect(listed).toEqual(Object.entries(CloseCode));
  });

  test('gives every frame limit as it is', () => {
    const limits = new Map<string, unknown>(Object.entries(wire));
    const listed = rows(readme, '## Limits');
    expect(listed).toHaveLength(7);
    for (const [name = '', bytes] of listed) expect([name, Number(bytes)]).toEqual([name, limits.get(name)]);
  });
});

test('the error catalogue has every code, with its origin and advice', () => {
  const listed = rows(errors, '# Errors');
  expect(listed.map(([code, origin]) => [code, origin])).toEqual(Object.entries(faultCatalogue));
  for (const [code, , what, advice] of listed) {
    expect(what?.length, code).toBeGreaterThan(10);
    expect(advice?.length, code).toBeGreaterThan(5);
  }
});
