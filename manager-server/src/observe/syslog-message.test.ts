import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../store/store.ts';
import { auditMessage, logMessage } from './syslog-message.ts';

const origin = { host: 'kvm-1', process: 42 };
const entry: AuditEntry = {
  at: Date.parse('2026-05-04T03:02:01.007Z'),
  actor: 'operator:张三',
  from: 'seat 1',
  action: 'connect',
  object: '0001 气象 "A"',
  outcome: 'refused',
  detail: 'out-of-range',
};

test('an audit entry is one RFC 5424 line that gives every field back', () => {
  const text = auditMessage(entry, origin);
  const match = /^<109>1 2026-05-04T03:02:01\.007Z kvm-1 seatmatrix 42 connect - @cee:(\{.*\})$/.exec(text);
  const { at: _, ...fields } = entry;
  expect(JSON.parse(match?.[1] ?? '')).toEqual(fields);
});

test('a warning is one too', () => {
  const line = { level: 'warn', message: 'a page\nleft', at: new Date('2026-05-04T03:02:01Z') } as const;
  expect(logMessage(line, origin)).toBe(
    '<132>1 2026-05-04T03:02:01.000Z kvm-1 seatmatrix 42 warn - @cee:{"message":"a page\\nleft"}',
  );
});

test('whatever the texts are, a message is printable ASCII, one line, whole JSON, and fits a datagram', () => {
  const text = fc.string({ unit: 'binary', maxLength: 2000 });
  fc.assert(
    fc.property(fc.record({ actor: text, from: text, action: text, object: text, detail: text }), (texts) => {
      const message = auditMessage({ ...entry, ...texts }, origin);
      expect(message).toMatch(/^[ -~]{1,2048}$/);
      const json = message.slice(message.indexOf('@cee:') + 5);
      expect(Object.keys(JSON.parse(json))).toContain('actor');
    }),
  );
});
