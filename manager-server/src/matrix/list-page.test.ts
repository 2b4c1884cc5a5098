import { expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { MatrixLab } from '../testing/matrix-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { siteOf } from './site.ts';

const room = controlRoom();
const [one] = room.tx;
const [left] = room.seat;
const [desk, other] = room.desk;

const watching = (wanted: 'connect' | 'push' | 'fetch', operator = room.chief, at = desk): MatrixLab => {
  const lab = new MatrixLab(room.builder).allOnline().signIn(at, operator);
  lab.say({ type: 'watch-list', receiver: at, watch: { function: wanted, page: 0 } });
  return lab;
};
const pages = (lab: MatrixLab) => lab.out.flatMap((each) => (each.type === 'list-page' ? [each.page] : []));
const rows = (lab: MatrixLab) =>
  pages(lab)
    .at(-1)
    ?.rows.map(({ id, state }) => `${id} ${state}`);

test('connect lists transmitters, push and fetch receivers without the one that asks, all within the rights', () => {
  expect(rows(watching('connect'))).toEqual(['0001', '0002', '0003', '0004', '0005'].map((id) => `${id} online`));
  expect(rows(watching('push'))).toEqual(
    ['5001', '5002', '5003', '5005', '5006', '5007', '5008'].map((id) => `${id} online`),
  );
  expect(rows(watching('connect', room.guest, other))).toEqual(['0001 online']);
  expect(rows(watching('push', room.guest, other))).toEqual([]);
  expect(rows(watching('fetch', room.guest, other))).toEqual(['5001 online']);
});

test('what this receiver shows is connected, and so are receivers with the same source', () => {
  const lab = watching('connect');
  lab.command(desk, 'connect', '1');
  expect(rows(lab)?.[0]).toBe('0001 connected');
  lab.command(desk, 'push', '8');
  lab.say({ type: 'watch-list', receiver: desk, watch: { function: 'push', page: 0 } });
  expect(rows(lab)?.at(-1)).toBe('5008 connected');
});

test('a page comes again when something on it changed, and only then', () => {
  const lab = watching('connect');
  lab.say({ type: 'box-offline', device: one });
  expect(rows(lab)?.[0]).toBe('0001 offline');
  lab.say({ type: 'box-offline', device: left });
  expect(pages(lab)).toEqual([]);
  lab.online(one);
  expect(rows(lab)?.[0]).toBe('0001 online');
  lab.online(one);
  expect(pages(lab)).toEqual([]);
});

test('names and rights change live', () => {
  const lab = watching('connect', room.guest, other);
  const changed = controlRoom();
  changed.builder.allow(room.guest, 'connect', [changed.tx[2]]);
  lab.say({ type: 'directory-changed', site: siteOf(changed.builder.snapshot()) });
  expect(rows(lab)).toEqual(['0001 online', '0003 online']);
});

test('a closed menu, a box that went and a session that ended get no more pages', () => {
  for (const end of ['closed', 'offline', 'signed out'] as const) {
    const lab = watching('connect');
    if (end === 'closed') lab.say({ type: 'watch-list', receiver: desk, watch: null });
    else if (end === 'offline') lab.say({ type: 'box-offline', device: desk });
    else lab.signOut(desk);
    lab.say({ type: 'box-offline', device: one });
    expect(pages(lab)).toEqual([]);
    expect(lab.state.watchers.size).toBe(0);
    expect(lab.state.watched.size).toBe(0);
  }
});

test('eight a page, in order of ID; a page that is not there is the last', () => {
  const builder = new SiteBuilder();
  for (let number = 20; number >= 1; number--) builder.transmitter(String(number).padStart(4, '0'));
  const receiver = builder.receiver('5001');
  const operator = builder.operator('a');
  builder.allowEverything(operator);
  const lab = new MatrixLab(builder).allOnline().signIn(receiver, operator);
  lab.say({ type: 'watch-list', receiver, watch: { function: 'connect', page: 1 } });
  expect(pages(lab)).toMatchObject([{ page: 1, pages: 3, total: 20 }]);
  expect(rows(lab)?.map((row) => row.slice(0, 4))).toEqual([
    '0009',
    '0010',
    '0011',
    '0012',
    '0013',
    '0014',
    '0015',
    '0016',
  ]);
  lab.say({ type: 'watch-list', receiver, watch: { function: 'connect', page: 99 } });
  expect(pages(lab)).toMatchObject([
    { page: 2, rows: [{ id: '0017' }, { id: '0018' }, { id: '0019' }, { id: '0020' }] },
  ]);
});

test('nobody is signed in: no list', () => {
  const lab = new MatrixLab(room.builder).allOnline();
  lab.say({ type: 'watch-list', receiver: desk, watch: { function: 'connect', page: 0 } });
  expect(pages(lab)).toEqual([]);
});
