import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv-file.ts';
import { PROBLEMS_MAX, ROWS_MAX } from './file-table.ts';
import { readFileText } from './read-file.ts';
import { readYaml } from './yaml-file.ts';

const clock = new VirtualClock();
const brief = ({ problems }: ReturnType<typeof readCsv>) =>
  problems.map(({ line, column, code }) => [line, column, code]);

describe('a CSV file', () => {
  test('is read with the lines where its records begin', () => {
    const text = 'name,devices\r\nA,0001\r\n\r\n"B",0002 0003\r\n,\r\n"C","0004, 5"\r\n';
    const [table] = readCsv(text, 'device-groups').tables;
    expect(table?.rows).toEqual([
      { line: 2, row: { name: 'A', devices: ['0001'] } },
      { line: 4, row: { name: 'B', devices: ['0002', '0003'] } },
      { line: 6, row: { name: 'C', devices: ['0004', '5'] } },
    ]);
  });

  test('knows lines behind a cell of several', () => {
    const text = 'name;groups\nanna;"Day\nNight"\nben;"Day"\n';
    expect(readCsv(text, 'operators').tables[0]?.rows).toEqual([
      { line: 2, row: { name: 'anna', groups: ['Day', 'Night'] } },
      { line: 4, row: { name: 'ben', groups: ['Day'] } },
    ]);
  });

  test.each([
    ['tabs', 'id\tname\n0001\tA\n'],
    ['a line that says the separator', 'sep=;\r\nid;name\r\n0001;A\r\n'],
    ['a byte order mark and columns in other letter case', '\u{feff}ID,Name\n0001,A\n'],
    ['columns without headings that are empty', 'id,name,,\n0001,A,,\n'],
  ])('may have %s', (_, text) => {
    const { tables, problems } = readCsv(text, 'devices');
    expect(problems).toEqual([]);
    expect(tables[0]?.rows.map(({ row }) => row)).toEqual([{ id: '0001', name: 'A' }]);
  });

  test.each<[string, string, unknown]>([
    ['nothing', '', [[null, null, 'nothing-to-read']]],
    ['a column that there is not', 'id,colour\n', [[1, 'colour', 'unknown-column']]],
    ['a column twice', 'id,id\n', [[1, 'id', 'duplicate-column']]],
    ['no column that says which', 'name\n', [[1, 'id', 'missing-column']]],
    ['a line that is too short', 'id,name\n0001,A\n0002\n', [[3, null, 'unreadable']]],
    ['a line that is too long', 'id,name\n0001,A,B\n', [[2, null, 'unreadable']]],
    ['a quote that does not end', 'id,name\n0001,"A\n0002,B\n', [[expect.any(Number), null, 'unreadable']]],
    ['a quote inside', 'id,name\n0001,"A"B\n', [[expect.any(Number), null, 'unreadable']]],
  ])('with %s is refused with its place', (_, text, problems) => {
    expect(brief(readCsv(text, 'devices'))).toEqual(problems);
  });

  test('of more records than any site has is refused', () => {
    const text = `id\n${'0001\n'.repeat(ROWS_MAX + 1)}`;
    expect(brief(readCsv(text, 'devices'))).toEqual([[ROWS_MAX + 2, null, 'too-many-rows']]);
  });
});

test('a YAML record of a hundred thousand unknown fields is refused without comparing each with each', () => {
  const fields = Array.from({ length: 100_000 }, (_, index) => `    f${index}: x`);
  const { problems } = readYaml(['groups:', '  - name: a', ...fields].join('\n'));
  expect(problems.length).toBe(PROBLEMS_MAX);
});

describe('a YAML file', () => {
  test('is read as the text that it is', () => {
    const text = 'seatmatrix: 1\ndevices:\n  - id: 0001\n    name: no\n    serial: {baud: 9600}\ngroups: [{name: ~}]\n';
    expect(readYaml(text)).toEqual({
      problems: [],
      tables: [
        { collection: 'devices', rows: [{ line: 3, row: { id: '0001', name: 'no', 'serial.baud': '9600' } }] },
        { collection: 'groups', rows: [{ line: 6, row: { name: '~' } }] },
      ],
    });
  });

  test.each<[string, string, unknown]>([
    ['nothing', '', [[null, null, 'nothing-to-read']]],
    ['no mapping', '- a\n', [[1, null, 'unreadable']]],
    ['another form', 'seatmatrix: 2\n', [[1, null, 'unreadable']]],
    ['a collection that there is not', 'passwords: []\n', [[1, null, 'unknown-collection']]],
    ['a prototype', '__proto__: []\n', [[1, null, 'unknown-collection']]],
    ['a key twice', 'groups: []\ngroups: []\n', [[2, 'groups', 'unreadable']]],
    ['a field twice', 'groups:\n  - name: a\n    name: b\n', [[3, 'name', 'unreadable']]],
    ['a field that there is not', 'groups:\n  - name: a\n    key: b\n', [[3, 'key', 'unknown-column']]],
    ['a record without its name', 'devices:\n  - name: a\n', [[2, 'id', 'missing-column']]],
    ['an alias', 'groups:\n  - name: &a x\n  - name: *a\n', [[3, 'name', 'unreadable']]],
    ['a tag', 'groups:\n  - name: !!js/function x\n', [[2, null, 'unreadable']]],
    ['a list for a text', 'groups:\n  - name: [a]\n', [[2, 'name', 'unreadable']]],
    ['a record that is none', 'groups: [x]\n', [[1, null, 'unreadable']]],
    ['two documents', 'groups: []\n---\ngroups: []\n', [[expect.any(Number), null, 'unreadable']]],
    ['half a mapping', 'groups: {\n', [[expect.any(Number), null, 'unreadable']]],
  ])('with %s is refused with its place', (_, text, problems) => {
    expect(brief(readYaml(text))).toEqual(problems);
  });
});

describe('a file that was made to harm', () => {
  test.each([
    ['a hundred thousand brackets', '['.repeat(100_000)],
    [
      'a bomb of aliases',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: [*a,*a,*a,*a]`).join('\n')}`,
    ],
    ['three thousand nested keys', Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('by %s is refused', async (_, text) => {
    const { problems } = await readFileText({ collection: 'site', format: 'yaml', text }, clock);
    expect(problems.length).toBeGreaterThan(0);
  });
});
