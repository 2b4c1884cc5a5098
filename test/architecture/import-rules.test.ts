import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts';

/** A part of the tree, and what its files may import beside npm packages and themselves. */
interface Rule {
  readonly part: RegExp;
  readonly may: readonly RegExp[];
  readonly node: boolean;
  readonly except?: RegExp;
}

const kernel = /^protocol\/src\/kernel\//;
const domain = /^protocol\/src\/domain\//;
const wire = /^protocol\/src\/wire\//;
const protocol = /^protocol\//;
const scene = /^osd\/src\/(index\.ts|scene\/|machine\/|strings\/)/;
const osd = /^osd\//;
const osdPaint = /^osd\/src\/(index\.ts|scene\/|machine\/|strings\/|paint\/)/;
const drivers = /^firmware-agent\/src\/drivers\//;
const agent = /^firmware-agent\//;
const manager = /^manager-server\/(?!web\/)/;
const web = /^manager-server\/web\//;
const simulator = /^hw-sim\//;

const rules: readonly Rule[] = [
  { part: kernel, may: [kernel], node: false },
  { part: domain, may: [kernel, domain], node: false },
  { part: wire, may: [kernel, domain, wire], node: true },
  { part: /^protocol\/src\/program\//, may: [kernel, /^protocol\/src\/program\//], node: true },
  { part: /^protocol\/src\/link\//, may: [protocol], node: true },
  { part: osdPaint, may: [kernel, domain, osdPaint], node: false },
  { part: /^osd\/src\/(node|testing)\//, may: [kernel, domain, osd], node: true },
  { part: /^firmware-agent\/src\/drivers\/[^/]+\.ts$/, may: [kernel, domain, scene, drivers], node: false },
  { part: agent, may: [protocol, osd, agent], node: true },
  { part: manager, may: [protocol, manager, /^manager-server\/web\/build\.ts$/], node: true },
  { part: /^manager-server\/web\/src\//, may: [kernel, domain, wire, osdPaint, web], node: false },
  { part: /^manager-server\/web\//, may: [web], node: true },
  { part: /^hw-sim\/src\/(site\/|demo\/|main\.ts)/, may: [protocol, osd, agent, simulator, web], node: true },
  { part: simulator, may: [protocol, osd, drivers, simulator], node: true },
];

const doors: Readonly<Record<string, string>> = {
  '@seatmatrix/protocol': 'protocol/src',
  '@seatmatrix/osd': 'osd/src',
  '@seatmatrix/firmware-agent': 'firmware-agent/src',
  '@seatmatrix/manager-server': 'manager-server/src',
  '@seatmatrix/manager-web': 'manager-server/web',
  '@seatmatrix/hw-sim': 'hw-sim/src',
};

describe('who may import whom', () => {
  const files = sourceFiles();
  const product = files.filter((file) => !file.path.endsWith('.test.ts') && !/\/testing\//.test(file.path));

  it.each(rules.map((rule) => [String(rule.part), rule] as const))('%s', (_name, rule) => {
    const ruled = product.filter((file) => firstRule(file) === rule);
    expect(ruled.flatMap((file) => trespasses(file, rule))).toEqual([]);
  });

  it('knows a rule for every file outside test/ and the top level', () => {
    const unruled = product.filter((file) => file.path.includes('/src/') && firstRule(file) === undefined);
    expect(unruled.map((file) => file.path).filter((path) => !path.startsWith('protocol/src/'))).toEqual([]);
  });

  it('lets one file alone import the native canvas', () => {
    const importers = files.filter((file) => importsOf(file).includes('@napi-rs/canvas')).map((file) => file.path);
    expect(importers).toEqual(['osd/src/node/surface.ts']);
  });

  it('lets one file alone import the X11 client', () => {
    const importers = files.filter((file) => importsOf(file).includes('x11')).map((file) => file.path);
    expect(importers).toEqual(['firmware-agent/src/drivers/x11/x11-connection.ts']);
  });

  it('keeps generated protobuf inside wire', () => {
    const outside = product.filter(
      (file) => !wire.test(file.path) && importsOf(file).some((name) => /generated\/(messages|runtime)/.test(name)),
    );
    expect(outside.map((file) => file.path)).toEqual([]);
  });

  it('spawns no shell anywhere', () => {
    const shells = files.filter((file) =>
      /\bshell:\s*true\b|\bexecSync\(|\bexec\(\s*[`'"]|new Function\(/.test(file.text),
    );
    expect(shells.map((file) => file.path).filter((path) => !path.startsWith('test/architecture/'))).toEqual([]);
  });
});

function firstRule(file: SourceFile): Rule | undefined {
  return rules.find((rule) => rule.part.test(file.path));
}

function trespasses(file: SourceFile, rule: Rule): readonly string[] {
  return importsOf(file).flatMap((name) => {
    if (name.startsWith('node:')) return rule.node ? [] : [`${file.path} imports ${name}`];
    const target = inside(file, name);
    if (target === null || rule.may.some((allowed) => allowed.test(target))) return [];
    return [`${file.path} imports ${target}`];
  });
}

/** The file or folder of this project that the specifier means; null for a package of others. */
function inside(file: SourceFile, name: string): string | null {
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file.path), name));
  const [scope, short, ...rest] = name.split('/');
  const folder = scope === '@seatmatrix' ? doors[`${scope}/${short}`] : undefined;
  if (folder === undefined) return null;
  return rest.length === 0 ? `${folder}/index.ts` : `${folder}/${rest.join('/')}/index.ts`;
}
