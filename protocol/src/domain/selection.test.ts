import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Device, deviceId, deviceKey } from './device.ts';
import { INPUT_TEXT_MAX, type OsdFunction } from './function.ts';
import { foldHotkey, type Hotkey, hotkeyKey } from './hotkey.ts';
import { type NamedDevices, resolveSelection } from './selection.ts';
import { DEFAULT_SOURCE_SETTINGS } from './source-settings.ts';

function device(id: string): Device {
  const valid = deviceId(id);
  if (valid === null) throw new Error(`${id} is no ID`);
  const common = { key: deviceKey(id), id: valid, name: id, location: '' };
  return Number(id) < 5000
    ? { kind: 'transmitter', settings: DEFAULT_SOURCE_SETTINGS, ...common }
    : { kind: 'receiver', receiverKind: 'desk', viewWhileSignedOut: false, ...common };
}

const devices = ['0001', '0012', '5001', '5002', '5012', '6001'].map(device);
const hotkey = (text: string, ...ids: string[]): Hotkey => ({
  key: hotkeyKey(text),
  text,
  devices: ids.map(deviceKey),
});
const hotkeys = [
  hotkey('Radar', '0012'),
  hotkey('both', '0012', '0001'),
  hotkey('desks', '5002', '5001'),
  hotkey('gone', '0012', '0099'),
  hotkey('44', '5012'),
];
const names: NamedDevices = {
  deviceById: (id) => devices.find((each) => each.id === id),
  deviceByKey: (key) => devices.find((each) => each.key === key),
  hotkeyByText: (folded) => hotkeys.find((each) => foldHotkey(each.text) === folded),
};

/** IDs in order, `all`, or why not. */
function resolve(name: OsdFunction, text: string): string {
  const selection = resolveSelection({ text, function: name }, names);
  return selection.type === 'devices' ? selection.devices.map(({ id }) => id).join(' ') : selection.type;
}

const UNKNOWN = 'unknown-name';

describe('what is typed means', () => {
  const table: readonly [OsdFunction, string, string][] = [
    ['connect', '1', '0001'],
    ['connect', '0001', '0001'],
    ['connect', ' 12 ', '0012'],
    ['connect', '2', UNKNOWN],
    ['connect', '5001', UNKNOWN],
    ['connect', '', UNKNOWN],
    ['connect', 'radar', '0012'],
    ['connect', 'RADAR', '0012'],
    ['connect', 'both', '0012 0001'],
    ['connect', 'desks', UNKNOWN],
    ['connect', 'gone', UNKNOWN],
    ['connect', 'nothing', UNKNOWN],
    ['connect', '1,12', UNKNOWN],
    ['connect', '1,', UNKNOWN],
    ['connect', 'all', UNKNOWN],
    ['connect', 'ra dar', UNKNOWN],
    ['connect', '雷达', UNKNOWN],
    ['connect', 'abcdefghijklmnopq', UNKNOWN],
    ['push', '1', '5001'],
    ['push', '5001', '5001'],
    ['push', '12', '5012'],
    ['push', '6001', '6001'],
    ['push', '1001', UNKNOWN],
    ['push', '2,1', '5002 5001'],
    ['push', ' 2 , 1 ', '5002 5001'],
    ['push', '1,5001,desks', '5001 5002'],
    ['push', 'desks,12', '5002 5001 5012'],
    ['push', '1,,2', UNKNOWN],
    ['push', '1,', UNKNOWN],
    ['push', '1,99', UNKNOWN],
    ['push', '1，2', UNKNOWN],
    ['push', 'all', 'all'],
    ['push', ' ALL ', 'all'],
    ['push', 'all,1', UNKNOWN],
    ['push', 'radar', UNKNOWN],
    ['push', '44', '5012'],
    ['fetch', '1', '5001'],
    ['fetch', '5012', '5012'],
    ['fetch', '1,2', UNKNOWN],
    ['fetch', 'all', UNKNOWN],
    ['fetch', 'desks', '5002 5001'],
    ['fetch', 'radar', UNKNOWN],
  ];
  test.each(table)('%s %o → %s', (name, text, meaning) => {
    expect(resolve(name, text)).toBe(meaning);
  });
});

test('whatever is typed, only devices of the asked kind come out, each once', () => {
  const part = fc.oneof(
    fc.constantFrom('1', '0012', '5001', 'desks', 'radar', 'both', 'all', '', ' '),
    fc.string({ maxLength: 8 }),
  );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(',').slice(0, INPUT_TEXT_MAX));
  fc.assert(
    fc.property(text, fc.constantFrom<OsdFunction>('connect', 'push', 'fetch'), (typed, name) => {
      const selection = resolveSelection({ text: typed, function: name }, names);
      if (selection.type !== 'devices') return;
      expect(selection.devices.length).toBeGreaterThan(0);
      expect(new Set(selection.devices).size).toBe(selection.devices.length);
      for (const found of selection.devices) expect(found.kind).toBe(name === 'connect' ? 'transmitter' : 'receiver');
    }),
  );
});
