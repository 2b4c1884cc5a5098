import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['中文 <script>', '中文 <script>'],
])('%j becomes %j', (text, cell) => {
  expect(csv([[text, 7]])).toBe(`${cell},7\r\n`);
});
