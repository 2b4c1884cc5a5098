import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { startApp } from '../../manager-server/src/api/sample-app.ts';
import { importsOf, sourceFiles } from '../architecture/source-files.ts';
import { type FindSchema, type Json, type JsonSchema, sampleOf } from './fuzz/json-sample.ts';
import { tellFigure } from './scale.ts';

const CANARY = join(tmpdir(), `seatmatrix-canary-${process.pid}`);

/** What a shell, a template, SQL, LDAP, a formatter or a terminal would do something with. */
const hostile: readonly string[] = [
  `; touch ${CANARY}`,
  `| touch ${CANARY}`,
  `$(touch ${CANARY})`,
  `\`touch ${CANARY}\``,
  `&& touch ${CANARY} &`,
  `"; touch ${CANARY}; "`,
  `'; touch ${CANARY}; '`,
  `\\"; touch ${CANARY} #`,
  `> ${CANARY}`,
  `$IFS$9touch$IFS$9${CANARY}`,
  `\${7*7}`,
  '{{7*7}}',
  '<%= 7*7 %>',
  '#{7*7}',
  '%s%s%s%n',
  "' OR '1'='1",
  "'); DROP TABLE records; --",
  '1; ATTACH DATABASE x AS y',
  '*)(uid=*))(|(uid=*',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '../../../etc/passwd',
  '..\\..\\windows',
  '/dev/null',
  '-rf /',
  '--help',
  '@file',
  '=cmd|calc!A0',
  '+SUM(1)',
  '%0d%0aSet-Cookie: x=1',
  '%00',
  '\\u0000',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'NaN',
  'null',
  '~root',
  '!!',
  '‮gnp.exe',
];

interface Place {
  readonly path: string;
  readonly at: readonly string[];
}

test('A13 forty texts that mean something to a shell mean nothing in any text of the API: refused in words, or kept byte for byte', async ({
  task,
}) => {
  const site = await startApp();
  const { json: document } = await site.request('GET', '/openapi.json');
  const find: FindSchema = (reference) =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce((part, name) => part[name], document);
  const places = Object.entries(document.paths).flatMap(([path, operations]): readonly Place[] => {
    const operation = (operations as { readonly post?: Operation }).post;
    const schema = operation?.requestBody?.content?.['application/json']?.schema;
    // What changes who is signed in would end the test's own session.
    if (schema === undefined || path.includes('{') || path.includes('session') || path.includes('claim')) return [];
    return textsOf(schema, find).map((at) => ({ path, at }));
  });
  expect(places.length).toBeGreaterThan(15);
  let kept = 0;
  for (const { path, at } of places) {
    const schema = document.paths[path].post.requestBody.content['application/json'].schema;
    for (const [index, text] of hostile.entries()) {
      const body = replaced(sampleOf(schema, { random: seededRandom(index), find }), { at, text });
      const { status, json } = await site.request('POST', path, { body });
      expect([path, at, text, status]).toEqual([path, at, text, expect.toSatisfy((each: number) => each < 500)]);
      if (status !== 201 || valueAt(json, at) === undefined) continue;
      expect(valueAt(json, at)).toBe(text);
      kept++;
    }
  }
  expect(kept).toBeGreaterThan(hostile.length * 2);
  expect(existsSync(CANARY)).toBe(false);
  await site.app.close();
  tellFigure(task, `0 canaries, ${hostile.length} texts in ${places.length} fields, ${kept} kept byte for byte`);
});

test('A13 no program of the product goes through a shell or makes code of text', () => {
  const files = sourceFiles().filter(({ path }) => !path.startsWith('test/') && !path.endsWith('.test.ts'));
  const commands = files.filter((file) =>
    /\bexecSync\b|\bspawnSync\([^)]*shell|\bshell:\s*(true|['"])|\beval\(|new Function\(|vm\.run/.test(file.text),
  );
  expect(commands.map(({ path }) => path)).toEqual([]);
  const importers = files.filter((file) => importsOf(file).includes('node:child_process'));
  const imported = importers.flatMap(({ path, text }) => {
    const [, names = ''] = /import \{([^}]*)\} from 'node:child_process'/.exec(text) ?? [];
    return names.split(',').map((name) => `${path}: ${name.replace(/^\s*type\s+/, '').trim()}`);
  });
  // exec is the one of node's functions that always takes a shell.
  expect(imported.filter((each) => /: (exec|execSync)$/.test(each))).toEqual([]);
  expect(importers.length).toBeGreaterThan(0);
});

interface Operation {
  readonly requestBody?: { readonly content?: { readonly 'application/json'?: { readonly schema: JsonSchema } } };
}

/** Where in a body of this schema any text may stand. */
function textsOf(schema: JsonSchema, find: FindSchema, at: readonly string[] = []): readonly (readonly string[])[] {
  if (at.length > 6) return [];
  if (schema.$ref !== undefined) return textsOf(find(schema.$ref), find, at);
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts !== undefined) return parts.flatMap((part) => textsOf(part, find, at));
  if (schema.items !== undefined) return textsOf(schema.items, find, [...at, '0']);
  if (schema.properties !== undefined) {
    return Object.entries(schema.properties).flatMap(([name, part]) => textsOf(part, find, [...at, name]));
  }
  return schema.type === 'string' && schema.enum === undefined && schema.const === undefined ? [at] : [];
}

function replaced(value: Json, { at, text }: { readonly at: readonly string[]; readonly text: string }): Json {
  const [first, ...rest] = at;
  if (first === undefined) return text;
  if (Array.isArray(value)) return [replaced(value[0] ?? null, { at: rest, text })];
  const record = value !== null && typeof value === 'object' ? (value as { readonly [name: string]: Json }) : {};
  return { ...record, [first]: replaced(record[first] ?? null, { at: rest, text }) };
}

const valueAt = (value: unknown, at: readonly string[]): unknown =>
  at.reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>> | null | undefined)?.[name], value);
