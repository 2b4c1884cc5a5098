import {
  DEFAULT_SOURCE_SETTINGS,
  deviceGroupKey,
  deviceId,
  deviceKey,
  grantKey,
  groupKey,
  hotkeyKey,
  operatorKey,
  roles,
  seatKey,
  sourceKey,
  wallKey,
} from '@seatmatrix/protocol/domain';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeDirectory, type DirectoryChange, type DirectorySnapshot } from '../directory/index.ts';
import { emptySnapshot, put } from '../directory/sample-site.ts';
import { readCsv } from './csv-file.ts';
import type { FileContent } from './file-table.ts';
import { planImport } from './import-plan.ts';
import { sheetNames } from './sheet.ts';
import { exportFile } from './site-export.ts';
import { readYaml } from './yaml-file.ts';

const clock = new VirtualClock();

async function exported(
  site: DirectorySnapshot,
  collection: (typeof sheetNames)[number] | 'site',
  format: 'csv' | 'yaml',
) {
  let text = '';
  for await (const piece of exportFile(site, { collection, format, clock })) text += piece;
  return text;
}

function imported(site: DirectorySnapshot, { tables, problems }: FileContent, mode: 'merge' | 'replace' = 'merge') {
  expect(problems).toEqual([]);
  let keys = 0;
  const planning = planImport({ tables, site, mode, newKey: () => `new-${++keys}` });
  let step = planning.next();
  while (step.done !== true) step = planning.next();
  expect(step.value.problems).toEqual([]);
  const changed = changeDirectory(site, step.value.changes);
  if (!changed.done) throw new RangeError(JSON.stringify(changed.refusal));
  return { site: changed.snapshot, changes: step.value.changes };
}

/** Everything that a name may be, and what spreadsheets and YAML would rather take for something else. */
const hostile = fc
  .constantFrom(
    ...[
      "=cmd|'/c calc'!A1",
      "'",
      "''=1",
      '"',
      'a"b',
      ',;\t'.trim(),
      '0001',
      '1e5',
      'no',
      'null',
      '~',
      '- a',
      '# x',
      '&a',
      '*a',
    ],
    ...[
      '!!binary aGk=',
      '{a: b}',
      '[x]',
      '@SUM(A1)',
      '+1',
      '-1',
      '＝1+1',
      '｛',
      'שלום',
      '\u202eevil',
      '🛰️ 雷达',
      '𠮷',
      'e\u0301',
    ],
    ...[
      "'=x",
      'true',
      '2026-01-01',
      'a: b',
      ': ',
      '<script>',
      '\ufeffa\ufeffb',
      '%',
      '? x',
      '| y',
      '> z',
      "it's",
      '\\n',
      '\\',
    ],
  )
  .map((text) => text.trim());
const anyName = fc
  .oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.string({ minLength: 1, maxLength: 8 }))
  .map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, '').trim())
  .filter((text) => text !== '');
const anyLocation = fc.oneof(fc.constant(''), fc.constant('  =1+1 '), fc.constant(' lead'), anyName);
const names = (max: number) =>
  fc.uniqueArray(anyName, { maxLength: max, selector: (name) => name.normalize('NFC').toLowerCase() });

const anySite = fc
  .record({
    transmitters: fc.uniqueArray(fc.integer({ min: 1, max: 4999 }), { minLength: 3, maxLength: 6 }),
    receivers: fc.uniqueArray(fc.integer({ min: 5001, max: 9999 }), { minLength: 4, maxLength: 6 }),
    names: fc.infiniteStream(anyName),
    locations: fc.infiniteStream(anyLocation),
    groups: names(4),
    deviceGroups: names(4),
    operators: names(5),
    picks: fc.infiniteStream(fc.nat()),
  })
  .map((part) => siteOf(part));

function siteOf(part: {
  readonly transmitters: readonly number[];
  readonly receivers: readonly number[];
  readonly names: Iterable<string>;
  readonly locations: Iterable<string>;
  readonly groups: readonly string[];
  readonly deviceGroups: readonly string[];
  readonly operators: readonly string[];
  readonly picks: Iterable<number>;
}): DirectorySnapshot {
  const next = <Value>(stream: Iterable<Value>) => {
    const iterator = stream[Symbol.iterator]();
    return () => iterator.next().value as Value;
  };
  const [name, location, pick] = [next(part.names), next(part.locations), next(part.picks)];
  const changes: DirectoryChange[] = [];
  const shared = (number: number) => {
    const id = deviceId(String(number).padStart(4, '0'));
    if (id === null) throw new RangeError(String(number));
    return { key: deviceKey(`d${number}`), id, name: name(), location: location() };
  };
  for (const number of part.transmitters) {
    const serial = { ...DEFAULT_SOURCE_SETTINGS.serial, baud: 50 + (pick() % 1000) };
    const settings = { ...DEFAULT_SOURCE_SETTINGS, sound: pick() % 2 === 0, serial };
    changes.push(put('devices', { kind: 'transmitter', ...shared(number), settings }));
  }
  const receivers = part.receivers.map((number, index) => {
    const receiverKind = index < 2 ? ('desk' as const) : ('display' as const);
    const viewWhileSignedOut = pick() % 2 === 0;
    changes.push(put('devices', { kind: 'receiver', ...shared(number), receiverKind, viewWhileSignedOut }));
    return deviceKey(`d${number}`);
  });
  const transmitters = part.transmitters.map((number) => deviceKey(`d${number}`));
  const groups = part.groups.map((each, index) => ({ key: groupKey(`g${index}`), name: each }));
  for (const value of groups) changes.push(put('groups', value));
  for (const [index, each] of part.deviceGroups.entries()) {
    const devices = [...transmitters, ...receivers].slice(0, pick() % 5);
    changes.push(put('device-groups', { key: deviceGroupKey(`dg${index}`), name: each, devices }));
  }
  for (const [index, each] of part.operators.entries()) {
    const role = roles[pick() % roles.length] ?? 'operator';
    const value = { key: operatorKey(`o${index}`), name: each, disabled: pick() % 3 === 0, role };
    const of = groups.slice(0, pick() % (groups.length + 1)).map(({ key }) => key);
    changes.push(put('operators', { ...value, groups: of }));
    const [device] = transmitters;
    const object =
      pick() % 2 === 0 && part.deviceGroups.length > 0
        ? ({ type: 'device-group', key: deviceGroupKey('dg0') } as const)
        : ({ type: 'device', key: device ?? deviceKey('') } as const);
    const subject = { type: 'operator', key: value.key } as const;
    changes.push(put('grants', { key: grantKey(`gr${index}`), right: 'connect', subject, object }));
  }
  changes.push(put('hotkeys', { key: hotkeyKey('h'), text: '0xYz', devices: transmitters.slice(0, 2) }));
  const idleMinutes = pick() % 2 === 0 ? null : 15;
  changes.push(put('seats', { key: seatKey('s'), name: name(), receivers: receivers.slice(0, 2), idleMinutes }));
  const wall = { rows: 1, columns: 2, receivers: receivers.slice(2, 4), state: 'single' as const };
  changes.push(put('walls', { key: wallKey('w'), name: name(), ...wall }));
  changes.push(put('sources', { key: sourceKey('s'), name: name(), transmitters: transmitters.slice(0, 2) }));
  const made = changeDirectory(emptySnapshot, changes);
  if (!made.done) throw new RangeError(JSON.stringify(made.refusal));
  return made.snapshot;
}

describe('property: what is exported', () => {
  test('as YAML makes the same site of an empty one, byte for byte, and changes nothing of its own', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, async (site) => {
        const text = await exported(site, 'site', 'yaml');
        const { site: copy } = imported(emptySnapshot, readYaml(text));
        expect(await exported(copy, 'site', 'yaml')).toBe(text);
        expect(imported(site, readYaml(text), 'replace').changes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('as CSV makes the same site of an empty one, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, async (site) => {
        let copy = emptySnapshot;
        const texts = new Map<string, string>();
        const order = [
          'devices',
          'groups',
          'device-groups',
          'operators',
          'grants',
          'hotkeys',
          'seats',
          'walls',
          'sources',
        ];
        for (const collection of sheetNames.toSorted((one, other) => order.indexOf(one) - order.indexOf(other))) {
          const text = await exported(site, collection, 'csv');
          texts.set(collection, text);
          ({ site: copy } = imported(copy, readCsv(text, collection)));
        }
        for (const collection of sheetNames)
          expect(await exported(copy, collection, 'csv')).toBe(texts.get(collection));
      }),
      { numRuns: 150 },
    );
  });

  test('as CSV comes back from a spreadsheet that saves with semicolons, a byte order mark and other line ends', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, fc.constantFrom('\n', '\r\n'), async (site, lineEnd) => {
        const text = await exported(site, 'devices', 'csv');
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const lines = parse(text).map((cells) => cells.map(quoted).join(';'));
        const saved = `\u{feff}${lines.join(lineEnd)}${lineEnd}`;
        expect(imported(site, readCsv(saved, 'devices'), 'replace').changes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('as CSV has no cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(anySite, async (site) => {
        for (const collection of sheetNames) {
          const text = await exported(site, collection, 'csv');
          // As a spreadsheet sees it: without taking the guard off.
          for (const cell of parse(text).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
