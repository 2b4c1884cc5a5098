import { describe, expect, test } from 'vitest';
import type { Box, BoxReport, Device, Route, Seat, Source, Wall } from '../../api/records.ts';
import { siteView } from '../../site-view.ts';
import { crosspointOf, shownBy, transmittersOf } from './crosspoint.ts';
import { wrapped } from './label-sheet.ts';
import { matrixColumns, matrixRows } from './matrix-axes.ts';
import { everything, filteredColumns, filteredRows, placeOfTyped } from './matrix-filter.ts';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}00${index + 1}`);

const names: Readonly<Record<string, string>> = {
  '0001': '电力调度', '0002': 'Radar', '0003': 'City left', '0004': 'Weather', '0005': 'City right',
  '5001': 'Left', '5002': 'Chief', '5003': 'Right', '5004': 'Wall b', '5005': 'Wall a', '5006': 'Poster',
}; // biome-ignore format: a table

const device = (id: string): Device => {
  const common = { key: id, id, name: names[id] ?? id, location: id < '5000' ? 'Room 1' : 'Hall', version: 1 };
  return id < '5000'
    ? ({ ...common, kind: 'transmitter' } as Device)
    : ({ ...common, kind: 'receiver', receiverKind: 'desk', viewWhileSignedOut: false } as Device);
};

const seat = { key: 's', name: 'Dispatch', receivers: ['5003', '5001'], idleMinutes: null, version: 1 } as Seat;
const wall = {
  key: 'w',
  name: 'Front',
  rows: 1,
  columns: 2,
  receivers: ['5005', '5004'],
  state: 'spliced',
  version: 1,
} as Wall;
const source = { key: 'c', name: 'City', transmitters: ['0005', '0003'], version: 1 } as Source;

function siteOf(routes: readonly Partial<Route>[] = [], boxes: Readonly<Record<string, Partial<Box>>> = {}) {
  const all = [...ids('0', 5), ...ids('5', 6)];
  const box = (id: string): Box => ({ fingerprint: id, device: id, online: true, report: null, ...boxes[id] }) as Box;
  return siteView({
    devices: new Map(all.map((id) => [id, device(id)])),
    operators: new Map(),
    boxes: new Map(all.map((id) => [id, box(id)])),
    routes: new Map(
      routes.map((route) => [
        route.receiver ?? '',
        { transmitter: null, attempt: null, status: null, mode: 'shared', ...route } as Route,
      ]),
    ),
    sessions: [],
  });
}

const rowsOf = (site: ReturnType<typeof siteOf>, walls = [wall]) =>
  matrixRows(site.receivers, {
    seats: new Map([[seat.key, seat]]),
    walls: new Map(walls.map((each) => [each.key, each])),
  });
const columnsOf = (site: ReturnType<typeof siteOf>) =>
  matrixColumns(site.transmitters, new Map([[source.key, source]]));

describe('the lines of the matrix', () => {
  test('are by ID, a seat together in the order of F7, a spliced wall as one', () => {
    const rows = rowsOf(siteOf());
    expect(rows.map(({ id, name }) => `${id} ${name}`)).toEqual([
      '5003 Right',
      '5001 Left',
      '5002 Chief',
      '5004–5005 Front',
      '5006 Poster',
    ]);
    expect(rows.map(({ group }) => group && `${group.name} ${group.number}/${group.count}`)).toEqual([
      'Dispatch 1/2',
      'Dispatch 2/2',
      null,
      null,
      null,
    ]);
    expect(rows[3]?.receiver.id).toBe('5005');
  });

  test('of a wall of singles are its tiles', () => {
    expect(rowsOf(siteOf(), [{ ...wall, state: 'single' }])).toHaveLength(6);
  });

  test('have the heads of a computer side by side in their order', () => {
    const columns = columnsOf(siteOf());
    expect(columns.map(({ transmitter }) => transmitter.id)).toEqual(['0001', '0002', '0005', '0003', '0004']);
    expect(columns.map(({ group }) => group?.number ?? 0)).toEqual([0, 0, 1, 2, 0]);
  });
});

describe('what is looked for', () => {
  const site = siteOf(
    [
      { receiver: '5002', transmitter: '0002' },
      { receiver: '5004', attempt: '0004' },
    ],
    { '5006': { online: false }, '0001': { online: false } },
  );
  const found = (filter: Partial<typeof everything>) => ({
    rows: filteredRows(rowsOf(site), { ...everything, ...filter }, site).map(({ id }) => id),
    columns: filteredColumns(columnsOf(site), { ...everything, ...filter }, site).map(
      ({ transmitter }) => transmitter.id,
    ),
  });

  test.each([
    [{ receivers: 'dispatch' }, ['5003', '5001']],
    [{ receivers: 'WALL A' }, ['5004–5005']],
    [{ receivers: '5006' }, ['5006']],
    [{ receivers: 'hall' }, ['5003', '5001', '5002', '5004–5005', '5006']],
    [{ online: true }, ['5003', '5001', '5002', '5004–5005']],
    [{ connected: true }, ['5002', '5004–5005']],
  ])('%o leaves the rows %o', (filter, rows) => expect(found(filter).rows).toEqual(rows));

  test.each([
    [{ transmitters: 'city' }, ['0005', '0003']],
    [{ transmitters: '调度' }, ['0001']],
    [{ online: true }, ['0002', '0005', '0003', '0004']],
    [{ connected: true }, ['0002', '0004']],
  ])('%o leaves the columns %o', (filter, columns) => expect(found(filter).columns).toEqual(columns));

  test.each([
    ['5002', { row: 2 }],
    ['5004', { row: 3 }],
    ['front', { row: 3 }],
    ['0004', { column: 4 }],
    ['电', { column: 0 }],
    ['x', null],
  ])('%o that is typed leads to %o', (typed, place) => {
    expect(placeOfTyped(typed, { rows: rowsOf(site), columns: columnsOf(site) })).toEqual(place);
  });
});

describe('a crosspoint', () => {
  const live = { type: 'live', picture: true } as const;
  const one = (route: Partial<Route>, boxes: Readonly<Record<string, Partial<Box>>> = {}) => {
    const site = siteOf([{ receiver: '5002', ...route }], boxes);
    const row = rowsOf(site)[2];
    return row === undefined ? null : crosspointOf(site, row, '0002');
  };
  const captures = (capture: BoxReport['capture']) => ({ '0002': { report: { capture } as BoxReport } });

  test.each([
    [{ transmitter: '0002', status: live }, {}, { type: 'live', keys: true }],
    [{ transmitter: '0002', status: live, mode: 'view' as const }, {}, { type: 'live', keys: false }],
    [{ transmitter: '0001', status: live }, {}, { type: 'none' }],
    [{ transmitter: '0001', attempt: '0002', status: live }, {}, { type: 'attempt' }],
    [
      { transmitter: '0002', status: { type: 'live', picture: false } as const },
      {},
      { type: 'without-picture', capture: null },
    ],
    [{ transmitter: '0002', status: live }, captures('no-cable'), { type: 'without-picture', capture: 'no-cable' }],
    [{ transmitter: '0002' }, {}, { type: 'wanted', reason: 'opening' }],
    [{ transmitter: '0002', status: { type: 'lost' } as const }, {}, { type: 'wanted', reason: 'lost' }],
    [
      { transmitter: '0002', status: { type: 'failed', reason: 'link-failed' } as const },
      {},
      { type: 'wanted', reason: 'link-failed' },
    ],
    [
      { transmitter: '0002', status: live },
      { '5002': { online: false } },
      { type: 'wanted', reason: 'receiver-offline' },
    ],
    [
      { transmitter: '0002', status: live },
      { '0002': { online: false } },
      { type: 'wanted', reason: 'transmitter-offline' },
    ],
  ])('of %o with %o is %o', (route, boxes, crosspoint) => expect(one(route, boxes)).toEqual(crosspoint));

  test('of a wall is right only when every tile is', () => {
    const site = siteOf([
      { receiver: '5005', transmitter: '0002', status: live },
      { receiver: '5004', transmitter: '0002', status: { type: 'opening' } },
    ]);
    const row = rowsOf(site)[3];
    if (row === undefined) throw new RangeError('there is a wall');
    expect(crosspointOf(site, row, '0002')).toEqual({ type: 'wanted', reason: 'opening' });
    expect(shownBy(site, row)).toBe('0002');
    expect(transmittersOf(site, row)).toEqual(['0002']);
  });
});

describe('a name in a head', () => {
  const lines = (text: string, width: number, most: number) =>
    wrapped(text, { width, most, measure: (part) => [...part].length });

  test.each([
    ['Radar', 8, 2, ['Radar']],
    ['City operations', 10, 2, ['City', 'operations']],
    ['城市运行中心 主屏', 6, 2, ['城市运行中心', '主屏']],
    ['城市运行中心主屏', 4, 2, ['城市运行', '中心主屏']],
    ['城市运行中心主屏二', 4, 2, ['城市运行', '中心主…']],
    ['abcdef', 4, 1, ['abc…']],
    ['', 4, 2, []],
  ])('%o on %i × %i is %o', (text, width, most, expected) => expect(lines(text, width, most)).toEqual(expected));

  test('ends, however narrow it is', () => expect(lines('abc', 0, 2)).toEqual(['a', '…']));
});
