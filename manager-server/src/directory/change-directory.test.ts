import { type DeviceId, type DeviceKey, NAME_MAX } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { changeDirectory } from './change-directory.ts';
import type { DirectorySnapshot } from './collection.ts';
import type { ChangeRefusal, DirectoryChange } from './directory.ts';
import {
  desk,
  deviceGroup,
  display,
  emptySnapshot,
  grant,
  group,
  hotkey,
  operator,
  put,
  remove,
  seat,
  snapshotOf,
  source,
  transmitter,
  wall,
} from './sample-site.ts';
import { DEFAULT_SETTINGS } from './site-directory.ts';

/** Two computers of one source and two more, four desks of which two are a seat, a wall of two and two displays more. */
const site = snapshotOf({
  devices: [
    ...['0001', '0002', '0003', '0004'].map((id) => transmitter(id)),
    ...['5001', '5002', '5003', '5004'].map((id) => desk(id)),
    ...['5005', '5006', '5007', '5008'].map((id) => display(id)),
  ],
  sources: [source('double', 't0001 t0002')],
  seats: [seat('one', 'r5001 r5002')],
  walls: [wall('front', 'r5005 r5006')],
  hotkeys: [hotkey('wx', 't0003'), hotkey('77', 't0003')],
  groups: [group('night')],
  operators: [operator('hxfj', { groups: [group('night').key] }), operator('Élan')],
  'device-groups': [deviceGroup('room', 't0003 r5003 t0004')],
  grants: [
    grant('operator:o-hxfj connect device:t0001'),
    grant('group:night push device:r5003'),
    grant('operator:o-hxfj connect device-group:room'),
  ],
});

const judge = (...changes: readonly DirectoryChange[]): ChangeRefusal | 'done' => {
  const result = changeDirectory(site, changes);
  return result.done ? 'done' : result.refusal;
};

const done = (from: DirectorySnapshot, ...changes: readonly DirectoryChange[]) => {
  const result = changeDirectory(from, changes);
  if (!result.done) throw new Error(JSON.stringify(result.refusal));
  return result;
};

const invalid = (pointer: string) => ({ type: 'invalid', pointer });
const conflict = (pointer: string) => ({ type: 'conflict', pointer });
const deviceKeyOf = (text: string) => text as DeviceKey;

describe('a record’s form', () => {
  test.each<[string, DirectoryChange, object | 'done']>([
    ['a name in any script', put('devices', transmitter('0009', { name: '气象 станция ☂ 𠮷' })), 'done'],
    ['the longest name', put('devices', transmitter('0009', { name: 'n'.repeat(NAME_MAX) })), 'done'],
    ['a longer name', put('devices', transmitter('0009', { name: 'n'.repeat(NAME_MAX + 1) })), invalid('/name')],
    ['no name', put('devices', transmitter('0009', { name: '' })), invalid('/name')],
    ['a blank name', put('devices', transmitter('0009', { name: '\u3000 ' })), invalid('/name')],
    ['a name with a space at its end', put('operators', operator('hans ', { key: 'hans' as never })), invalid('/name')],
    ['a name with a line break', put('devices', transmitter('0009', { name: 'a\nb' })), invalid('/name')],
    ['a name with an escape', put('devices', transmitter('0009', { name: 'a\u001b[2J' })), invalid('/name')],
    ['a name with half a character', put('devices', transmitter('0009', { name: 'a\ud800' })), invalid('/name')],
    ['no location', put('devices', transmitter('0009', { location: '' })), 'done'],
    ['a long location', put('devices', transmitter('0009', { location: 'x'.repeat(201) })), invalid('/location')],
    ['a key with a slash', put('devices', transmitter('0009', { key: deviceKeyOf('a/b') })), invalid('/key')],
    ['a key with a colon', put('devices', transmitter('0009', { key: deviceKeyOf('desk:1') })), invalid('/key')],
    ['an ID of the other kind', put('devices', transmitter('5009')), invalid('/id')],
    ['the ID 5000', put('devices', desk('5000')), invalid('/id')],
    ['the ID 0000', put('devices', transmitter('0000')), invalid('/id')],
    ['a short ID', put('devices', transmitter('1', { id: '1' as DeviceId })), invalid('/id')],
    ['a field that it does not have', put('devices', { ...transmitter('0009'), ip: '1' } as never), invalid('')],
    [
      'a receiver without its flags',
      put('devices', { ...transmitter('5009'), kind: 'receiver' } as never),
      invalid('/receiverKind'),
    ],
    ['no idle limit', put('seats', seat('two', 'r5003', { idleMinutes: null })), 'done'],
    ['an idle limit of a day', put('seats', seat('two', 'r5003', { idleMinutes: 1440 })), 'done'],
    ['an idle limit of more', put('seats', seat('two', 'r5003', { idleMinutes: 1441 })), invalid('/idleMinutes')],
    ['an idle limit of nothing', put('seats', seat('two', 'r5003', { idleMinutes: 0 })), invalid('/idleMinutes')],
    ['settings under another key', put('settings', { ...DEFAULT_SETTINGS, key: 'other' } as never), invalid('/key')],
    [
      'a tap window that nobody can hit',
      put('settings', { ...DEFAULT_SETTINGS, boxes: { ...DEFAULT_SETTINGS.boxes, tapWindow: 10 as never } }, 1),
      invalid('/boxes/tapWindow'),
    ],
    ['another site name', put('settings', { ...DEFAULT_SETTINGS, name: '监控中心' }, 1), 'done'],
  ])('%s', (_, change, expected) => {
    if (expected === 'done') expect(judge(change)).toBe('done');
    else expect(judge(change)).toMatchObject(expected);
  });
});

describe('versions', () => {
  test('a new record has version 1, and each change one more', () => {
    const created = done(emptySnapshot, put('groups', group('g')));
    expect(created.snapshot.groups.get('g')).toEqual({ value: group('g'), version: 1 });
    const changed = done(created.snapshot, put('groups', group('g', { name: 'New' }), 1));
    expect(changed.snapshot.groups.get('g')).toEqual({ value: group('g', { name: 'New' }), version: 2 });
    expect(changed.writes).toEqual([
      {
        type: 'put',
        collection: 'groups',
        record: { key: 'g', version: 2, body: JSON.stringify(group('g', { name: 'New' })) },
      },
    ]);
  });

  test.each<[string, DirectoryChange, ChangeRefusal]>([
    [
      'a change of what somebody else has changed',
      put('groups', group('night'), 7),
      { type: 'version-conflict', current: { value: group('night'), version: 1 } },
    ],
    [
      'a deletion of what somebody else has changed',
      remove('groups', 'night', 0),
      { type: 'version-conflict', current: { value: group('night'), version: 1 } },
    ],
    ['a creation of what is there', put('groups', group('night')), { type: 'already-exists' }],
    ['a change of what is not there', put('groups', group('gone'), 1), { type: 'not-found' }],
    ['a deletion of what is not there', remove('groups', 'gone'), { type: 'not-found' }],
  ])('%s is refused', (_, change, expected) => {
    expect(judge(change)).toEqual(expected);
  });

  test('several changes see each other’s versions', () => {
    expect(
      judge(put('groups', group('g')), put('groups', group('g', { name: 'B' }), 1), remove('groups', 'g', 2)),
    ).toBe('done');
    expect(judge(put('groups', group('night'), 1), put('groups', group('night'), 1))).toMatchObject({
      type: 'version-conflict',
    });
  });

  test('a version is not used twice by deleting and making anew', () => {
    const { snapshot, changed } = done(
      site,
      remove('groups', 'night'),
      put('groups', group('night', { name: 'Late' })),
    );
    expect(snapshot.groups.get('night')?.version).toBe(2);
    expect(changed.map(({ collection, key }) => `${collection}/${key}`)).toEqual(['groups/night']);
  });
});

describe('the laws', () => {
  test.each<[string, DirectoryChange | readonly DirectoryChange[], object | 'done']>([
    [
      'an ID that another device has',
      put('devices', transmitter('0001', { key: deviceKeyOf('other') })),
      conflict('/id'),
    ],
    ['an ID changed to a free one', put('devices', transmitter('0005', { key: deviceKeyOf('t0003') }), 1), 'done'],
    [
      'an ID changed to one that is taken',
      put('devices', transmitter('0001', { key: deviceKeyOf('t0003') }), 1),
      conflict('/id'),
    ],
    ['a new ID that a hotkey is called', put('devices', transmitter('0077')), conflict('/id')],
    ['a new receiver whose short ID a hotkey is called', put('devices', desk('5077')), conflict('/id')],
    [
      'a changed ID that a hotkey is called',
      put('devices', transmitter('0077', { key: deviceKeyOf('t0004') }), 1),
      conflict('/id'),
    ],
    [
      'a transmitter that becomes a receiver',
      put('devices', desk('5009', { key: deviceKeyOf('t0004') }), 1),
      invalid('/kind'),
    ],
    [
      'a transmitter deleted and made anew as a receiver',
      [remove('devices', 't0004'), put('devices', desk('5009', { key: deviceKeyOf('t0004') }))],
      invalid('/kind'),
    ],
    ['a desk of a seat that becomes a display', put('devices', display('5001'), 1), conflict('/receiverKind')],
    ['a display of a wall that becomes a desk', put('devices', desk('5005'), 1), conflict('/receiverKind')],
    ['a desk without a seat that becomes a display', put('devices', display('5003'), 1), 'done'],

    [
      'an operator whose name differs in case alone',
      put('operators', operator('HXFJ', { key: 'o-2' as never })),
      conflict('/name'),
    ],
    [
      'an operator whose name differs in composition alone',
      put('operators', operator('e\u0301lan', { key: 'o-2' as never })),
      conflict('/name'),
    ],
    ['an operator who keeps his name', put('operators', operator('hxfj', { disabled: true }), 1), 'done'],
    [
      'an operator of no group there is',
      put('operators', operator('new', { groups: ['nope' as never] })),
      invalid('/groups/0'),
    ],
    [
      'an operator twice in a group',
      put('operators', operator('new', { groups: [group('night').key, group('night').key] })),
      invalid('/groups/1'),
    ],

    [
      'a device group with what is not there',
      put('device-groups', deviceGroup('g', 't0001 t9999')),
      invalid('/devices/1'),
    ],
    [
      'a device group with a device twice',
      put('device-groups', deviceGroup('g', 't0001 t0001')),
      invalid('/devices/1'),
    ],
    ['an empty device group', put('device-groups', deviceGroup('g', '')), 'done'],

    ['connect to a transmitter', put('grants', grant('group:night connect device:t0001')), 'done'],
    ['connect to a receiver', put('grants', grant('group:night connect device:r5001')), invalid('/object/key')],
    ['push to a transmitter', put('grants', grant('group:night push device:t0001')), invalid('/object/key')],
    ['fetch from a transmitter', put('grants', grant('group:night fetch device:t0001')), invalid('/object/key')],
    ['push to a mixed device group', put('grants', grant('group:night push device-group:room')), 'done'],
    ['a grant to nobody', put('grants', grant('operator:nobody push device:r5003')), invalid('/subject/key')],
    ['a grant to no group', put('grants', grant('group:nobody push device:r5003')), invalid('/subject/key')],
    ['a grant on no device', put('grants', grant('group:night push device:nope')), invalid('/object/key')],
    ['a grant on no device group', put('grants', grant('group:night push device-group:nope')), invalid('/object/key')],
    [
      'the same grant again',
      put('grants', { ...grant('group:night push device:r5003'), key: 'again' as never }),
      conflict(''),
    ],
    ['a grant written again in its place', put('grants', grant('group:night push device:r5003'), 1), 'done'],

    ['a hotkey of two transmitters', put('hotkeys', hotkey('Double1', 't0002 t0001')), 'done'],
    ['a hotkey with a comma', put('hotkeys', hotkey('a,b', 't0001', { key: 'comma' as never })), invalid('/text')],
    ['a hotkey of seventeen letters', put('hotkeys', hotkey('a'.repeat(17), 't0001')), invalid('/text')],
    ['the hotkey all', put('hotkeys', hotkey('ALL', 'r5001')), invalid('/text')],
    ['a hotkey of nothing', put('hotkeys', hotkey('none', '')), invalid('/devices')],
    ['a hotkey of both kinds', put('hotkeys', hotkey('mix', 't0001 r5001')), invalid('/devices')],
    ['a hotkey of what is not there', put('hotkeys', hotkey('gone', 't0001 t9999')), invalid('/devices/1')],
    ['a hotkey of a device twice', put('hotkeys', hotkey('twice', 't0001 t0001')), invalid('/devices/1')],
    ['a hotkey that is an ID', put('hotkeys', hotkey('0002', 't0003')), conflict('/text')],
    ['a hotkey that is a short ID', put('hotkeys', hotkey('2', 't0003')), conflict('/text')],
    ['a hotkey that is an ID with more zeros', put('hotkeys', hotkey('000002', 't0003')), conflict('/text')],
    ['a hotkey that is a short ID of a receiver', put('hotkeys', hotkey('8', 'r5001')), conflict('/text')],
    ['a hotkey in another letter case', put('hotkeys', hotkey('WX', 't0001')), conflict('/text')],
    ['a hotkey of digits that are no ID', put('hotkeys', hotkey('999', 't0001')), 'done'],

    ['a seat of single desks', put('seats', seat('two', 'r5004 r5003')), 'done'],
    ['a seat of nothing', put('seats', seat('two', '')), invalid('/receivers')],
    ['a seat with a display', put('seats', seat('two', 'r5003 r5007')), invalid('/receivers/1')],
    ['a seat with a transmitter', put('seats', seat('two', 't0001')), invalid('/receivers/0')],
    ['a seat with what is not there', put('seats', seat('two', 'r5003 r9999')), invalid('/receivers/1')],
    ['a seat with a receiver twice', put('seats', seat('two', 'r5003 r5003')), invalid('/receivers/1')],
    ['a seat with another seat’s desk', put('seats', seat('two', 'r5003 r5001')), conflict('/receivers/1')],
    ['a seat with another seat’s name', put('seats', seat('two', 'r5003', { name: 'SEAT one' })), conflict('/name')],
    ['a seat in another order', put('seats', seat('one', 'r5002 r5001'), 1), 'done'],
    [
      'a seat of nine',
      put('seats', seat('two', Array.from({ length: 9 }, (_, at) => `r60${10 + at}`).join(' '))),
      invalid('/receivers'),
    ],

    ['a wall of displays', put('walls', wall('back', 'r5007 r5008', { rows: 2, columns: 1 })), 'done'],
    ['a wall with a gap', put('walls', wall('back', 'r5007 r5008', { rows: 2, columns: 2 })), invalid('/receivers')],
    ['a wall of nine rows', put('walls', wall('back', 'r5007', { rows: 9, columns: 1 })), invalid('/rows')],
    ['a wall of half a column', put('walls', wall('back', 'r5007', { columns: 0.5 })), invalid('/columns')],
    ['a wall with a desk', put('walls', wall('back', 'r5007 r5003')), invalid('/receivers/1')],
    ['a wall with another wall’s display', put('walls', wall('back', 'r5007 r5005')), conflict('/receivers/1')],
    ['a wall with a display twice', put('walls', wall('back', 'r5007 r5007')), invalid('/receivers/1')],
    ['a wall that changes its state', put('walls', wall('front', 'r5005 r5006', { state: 'single' }), 1), 'done'],

    ['a source of one', put('sources', source('single', 't0003')), 'done'],
    ['a source of nothing', put('sources', source('single', '')), invalid('/transmitters')],
    ['a source with a receiver', put('sources', source('single', 't0003 r5001')), invalid('/transmitters/1')],
    [
      'a source with another source’s transmitter',
      put('sources', source('single', 't0003 t0001')),
      conflict('/transmitters/1'),
    ],
    ['a source with a transmitter twice', put('sources', source('single', 't0003 t0003')), invalid('/transmitters/1')],
    ['a source with what is not there', put('sources', source('single', 't9999')), invalid('/transmitters/0')],

    ['deleting the settings', remove('settings', 'site'), invalid('')],
    ['deleting a device of a seat', remove('devices', 'r5001'), conflict('')],
    ['deleting a device of a wall', remove('devices', 'r5005'), conflict('')],
    ['deleting a device of a source', remove('devices', 't0001'), conflict('')],
    ['deleting a device of a hotkey', remove('devices', 't0003'), conflict('')],
    ['deleting a device that only grants and groups have', remove('devices', 't0004'), 'done'],
    ['deleting a device together with the seat', [remove('devices', 'r5001'), remove('seats', 'one')], 'done'],
    [
      'two seats that exchange their desks',
      [put('seats', seat('two', 'r5001 r5003')), put('seats', seat('one', 'r5002'), 1)],
      'done',
    ],
    [
      'a device with its hotkey at once',
      [put('hotkeys', hotkey('new', 't0009')), put('devices', transmitter('0009'))],
      'done',
    ],
    [
      'two devices that exchange their IDs',
      [
        put('devices', transmitter('0004', { key: deviceKeyOf('t0003') }), 1),
        put('devices', transmitter('0003', { key: deviceKeyOf('t0004') }), 1),
      ],
      'done',
    ],
    [
      'a deleted device in a device group of the same change',
      [remove('devices', 't0004'), put('device-groups', deviceGroup('room', 't0004'), 1)],
      invalid('/devices/0'),
    ],
  ])('%s', (_, changes, expected) => {
    const verdict = judge(...[changes].flat());
    if (expected === 'done') expect(verdict).toBe('done');
    else expect(verdict).toMatchObject(expected);
  });

  test('a conflict names who is in the way', () => {
    expect(judge(remove('devices', 'r5001'))).toMatchObject({ message: expect.stringContaining('Seat one') });
    expect(judge(put('devices', transmitter('0077')))).toMatchObject({ message: expect.stringContaining('hotkey 77') });
    const taken = put('devices', transmitter('0001', { key: deviceKeyOf('x') }));
    expect(judge(taken)).toMatchObject({ message: expect.stringContaining('Computer 0001') });
  });

  test('of several changes none is done when one is refused, and that one is named', () => {
    const bad = put('seats', seat('two', 'r5001'));
    expect(changeDirectory(site, [put('groups', group('g')), bad])).toMatchObject({ done: false, change: bad });
  });
});

describe('what goes with a deletion', () => {
  const summary = (...changes: readonly DirectoryChange[]) =>
    done(site, ...changes).changed.map(({ collection, key, after }) => [
      `${collection}/${key}`,
      after?.version ?? 'gone',
    ]);

  test('an operator takes his own grants, and no group’s', () => {
    expect(summary(remove('operators', 'o-hxfj'))).toEqual([
      ['operators/o-hxfj', 'gone'],
      ['grants/o-hxfj-connect-t0001', 'gone'],
      ['grants/o-hxfj-connect-room', 'gone'],
    ]);
  });

  test('a group takes its grants and leaves its members', () => {
    const { snapshot } = done(site, remove('groups', 'night'));
    expect(snapshot.operators.get('o-hxfj')).toEqual({ value: operator('hxfj'), version: 2 });
    expect([...snapshot.grants.keys()]).toEqual(['o-hxfj-connect-t0001', 'o-hxfj-connect-room']);
  });

  test('a device group takes its grants', () => {
    expect(summary(remove('device-groups', 'room'))).toEqual([
      ['device-groups/room', 'gone'],
      ['grants/o-hxfj-connect-room', 'gone'],
    ]);
  });

  test('a device takes its grants and its place in device groups', () => {
    const with0004 = done(site, put('grants', grant('group:night connect device:t0004'))).snapshot;
    const { snapshot, changed } = done(with0004, remove('devices', 't0004'));
    expect(snapshot['device-groups'].get('room')).toEqual({ value: deviceGroup('room', 't0003 r5003'), version: 2 });
    expect(snapshot.grants.has('night-connect-t0004')).toBe(false);
    const cause = { collection: 'devices', key: 't0004' };
    expect(changed.map((each) => each.with)).toEqual([null, cause, cause]);
  });

  test('what the same change deletes itself is deleted once', () => {
    expect(summary(remove('operators', 'o-hxfj'), remove('grants', 'o-hxfj-connect-t0001'))).toEqual([
      ['operators/o-hxfj', 'gone'],
      ['grants/o-hxfj-connect-t0001', 'gone'],
      ['grants/o-hxfj-connect-room', 'gone'],
    ]);
  });

  test('what nothing changed is shared with the snapshot before', () => {
    const { snapshot } = done(site, put('groups', group('g')));
    expect(snapshot.devices).toBe(site.devices);
    expect(snapshot.groups).not.toBe(site.groups);
    expect(site.groups.has('g')).toBe(false);
  });
});
