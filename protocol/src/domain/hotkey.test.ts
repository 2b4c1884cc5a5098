import { describe, expect, test } from 'vitest';
import { type Device, deviceId, deviceKey } from './device.ts';
import { type Hotkey, hotkeyConflict, hotkeyKey, isNameText } from './hotkey.ts';
import { DEFAULT_SOURCE_SETTINGS } from './source-settings.ts';

function device(id: string): Device {
  const valid = deviceId(id);
  if (valid === null) throw new Error(`${id} is no ID`);
  const common = { key: deviceKey(`key-${id}`), id: valid, name: id, location: '' };
  return Number(id) < 5000
    ? { kind: 'transmitter', settings: DEFAULT_SOURCE_SETTINGS, ...common }
    : { kind: 'receiver', receiverKind: 'desk', viewWhileSignedOut: false, ...common };
}

const devices = new Map(['0001', '0012', '5001', '5007'].map((id) => [deviceKey(`key-${id}`), device(id)]));
const hotkey = (text: string, ...ids: string[]): Hotkey => ({
  key: hotkeyKey(`hotkey-${text}`),
  text,
  devices: ids.map((id) => deviceKey(`key-${id}`)),
});
const hotkeys = [hotkey('Radar', '0001')];

describe('a hotkey may be', () => {
  test.each([
    ['letters', hotkey('crane', '0001')],
    ['letters and digits', hotkey('a1', '0001', '0012')],
    ['digits that are nobody’s ID', hotkey('33', '0001')],
    ['sixteen long', hotkey('abcdefghijklmnop', '5001')],
    ['digits that are longer than an ID', hotkey('99999', '0001')],
    ['the one that it is already', { ...hotkey('RADAR', '0001'), key: hotkeyKey('hotkey-Radar') }],
  ])('%s', (_name, wanted) => {
    expect(hotkeyConflict(wanted, { devices, hotkeys })).toBeNull();
  });
});

describe('a hotkey may not be', () => {
  test.each([
    ['empty', hotkey('', '0001'), { type: 'malformed' }],
    ['seventeen long', hotkey('abcdefghijklmnopq', '0001'), { type: 'malformed' }],
    ['with a comma', hotkey('a,b', '0001'), { type: 'malformed' }],
    ['with a blank', hotkey('a b', '0001'), { type: 'malformed' }],
    ['of another script', hotkey('雷达', '0001'), { type: 'malformed' }],
    ['the word for everybody', hotkey('ALL', '0001'), { type: 'reserved' }],
    ['for nothing', hotkey('crane'), { type: 'empty' }],
    ['for a device that is not there', hotkey('crane', '0099'), { type: 'unknown-device', device: 'key-0099' }],
    ['for both kinds', hotkey('crane', '0001', '5001'), { type: 'mixed-kinds' }],
    ['an ID', hotkey('0012', '0001'), { type: 'equals-id', id: '0012' }],
    ['a short ID', hotkey('12', '0001'), { type: 'equals-id', id: '0012' }],
    ['a receiver’s short ID', hotkey('7', '5001'), { type: 'equals-id', id: '5007' }],
    ['a receiver’s ID', hotkey('5007', '5001'), { type: 'equals-id', id: '5007' }],
    ['another hotkey in other letters', hotkey('rADAR', '0012'), { type: 'equals-hotkey', text: 'Radar' }],
  ])('%s', (_name, wanted, conflict) => {
    expect(hotkeyConflict(wanted, { devices, hotkeys })).toEqual(conflict);
  });
});

test.each([
  ['a', true],
  ['Z9', true],
  ['', false],
  ['a-b', false],
  ['ａ', false],
  ['a\n', false],
])('%o may be typed as a name: %s', (text, may) => {
  expect(isNameText(text)).toBe(may);
});
