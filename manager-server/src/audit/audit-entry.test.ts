import { fingerprint } from '@seatmatrix/protocol/domain';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import {
  AUDIT_DETAIL_MAX,
  AUDIT_TEXT_MAX,
  administratorActor,
  auditEntry,
  boxActor,
  MANAGER_ACTOR,
  operatorActor,
} from './audit-entry.ts';

const clock = new VirtualClock(new Date('2026-05-04T03:02:01.007Z'));
const act = {
  actor: operatorActor('张三'),
  from: 'seat 1',
  action: 'connect',
  object: '0001 气象',
  outcome: 'done',
} as const;

test('an entry has the time of the clock and the texts as they are', () => {
  expect(auditEntry(act, clock)).toEqual({ ...act, at: Date.parse('2026-05-04T03:02:01.007Z'), detail: '' });
});

test('actors say what kind they are', () => {
  const box = boxActor(fingerprint('ab'.repeat(32)));
  expect([operatorActor('hxfj'), administratorActor('admin'), box, MANAGER_ACTOR]).toEqual([
    'operator:hxfj',
    'administrator:admin',
    `box:${'ab'.repeat(32)}`,
    'manager',
  ]);
});

test('long texts are cut and say so', () => {
  const entry = auditEntry({ ...act, object: 'x'.repeat(10_000), detail: 'y'.repeat(10_000) }, clock);
  expect(entry.object).toBe(`${'x'.repeat(AUDIT_TEXT_MAX - 1)}…`);
  expect(entry.detail).toBe(`${'y'.repeat(AUDIT_DETAIL_MAX - 1)}…`);
});

test.each([
  ['a line break', 'admin\nmanager', 'admin\u{fffd}manager'],
  ['an escape sequence', '\u001b[31mred', '\u{fffd}[31mred'],
  ['a line separator', 'a\u2028b', 'a\u{fffd}b'],
  ['half a character', 'a\ud800', 'a\u{fffd}'],
])('%s cannot forge anything', (_, object, expected) => {
  expect(auditEntry({ ...act, object }, clock).object).toBe(expected);
});

test('a character that the limit would cut in two is not left as half of one', () => {
  const object = `${'x'.repeat(AUDIT_TEXT_MAX - 2)}𠮷${'x'.repeat(10)}`;
  expect(auditEntry({ ...act, object }, clock).object.isWellFormed()).toBe(true);
});
