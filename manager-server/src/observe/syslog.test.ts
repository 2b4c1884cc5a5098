import { seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../store/store.ts';
import { Syslog, type SyslogConnector } from './syslog.ts';

const entry = (object: string): AuditEntry => ({
  at: 0,
  actor: 'manager',
  from: '',
  action: 'test',
  object,
  outcome: 'done',
  detail: '',
});

function receiver() {
  const got: string[] = [];
  const callbacks: { up: () => void; down: (reason: string) => void }[] = [];
  const connector: SyslogConnector = {
    connect(on) {
      callbacks.push(on);
      return { send: (message) => void got.push(message), close: () => undefined };
    },
  };
  const objects = () => got.map((message) => /"object":"([^"]*)"/.exec(message)?.[1] ?? message);
  return { connector, objects, tries: () => callbacks.length, last: () => callbacks.at(-1) };
}

function start() {
  const clock = new VirtualClock();
  const far = receiver();
  const origin = { host: 'kvm-1', process: 42 };
  const syslog = new Syslog({ connector: far.connector, origin, clock, random: () => 0.999, log: silentLog });
  return { clock, far, syslog };
}

test('what was said before the receiver answered arrives first, in order', () => {
  const { far, syslog } = start();
  syslog.audit(entry('one'));
  syslog.audit(entry('two'));
  expect(far.objects()).toEqual([]);
  far.last()?.up();
  syslog.audit(entry('three'));
  expect(far.objects()).toEqual(['one', 'two', 'three']);
});

test('it comes back after a break, ever more patiently, and loses nothing meanwhile', async () => {
  const { clock, far, syslog } = start();
  far.last()?.up();
  far.last()?.down('gone');
  syslog.audit(entry('meanwhile'));
  await clock.advance(seconds(1));
  expect(far.tries()).toBe(2);
  far.last()?.down('refused');
  await clock.advance(seconds(0.5));
  expect(far.tries()).toBe(2);
  await clock.advance(seconds(1));
  expect(far.tries()).toBe(3);
  far.last()?.up();
  expect(far.objects()).toEqual(['meanwhile']);
});

test('beyond its bound it drops the oldest and says how many', () => {
  const { far, syslog } = start();
  for (let number = 0; number < 5003; number += 1) syslog.audit(entry(String(number)));
  far.last()?.up();
  expect(far.objects()[0]).toBe('3');
  expect(far.objects().at(-1)).toContain('3 messages did not reach syslog');
});

test('after it is stopped it tries no more', async () => {
  const { clock, far, syslog } = start();
  far.last()?.down('gone');
  syslog[Symbol.dispose]();
  await clock.advance(seconds(60));
  expect(far.tries()).toBe(1);
});
