import { Fault, Secret } from '@seatmatrix/protocol/kernel';
import { createLog, type LogLevel } from '@seatmatrix/protocol/program';
import { expect, test } from 'vitest';

function record(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const sunk: string[] = [];
  const log = createLog({
    level,
    destination: { write: (line) => void lines.push(line) },
    sink: ({ message, fields }) => void sunk.push(`${message} ${JSON.stringify(fields)}`),
  });
  return { log, lines, sunk };
}

test('a line is JSON with its level as a word, its time, message and fields', () => {
  const { log, lines } = record();
  log.child({ box: 'b1' }).info('came', { kind: 'receiver' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', box: 'b1', kind: 'receiver', msg: 'came' });
  expect(JSON.parse(lines[0] ?? '').time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('no secret gets through, wherever somebody put it', () => {
  const { log, lines } = record();
  const password = 'x9-Blaubeere';
  log.error('leak', {
    password,
    body: { password },
    request: { headers: { cookie: password, 'set-cookie': password } },
  });
  log.error('leak', { given: new Secret(password), thrown: new Error('failed') });
  expect(lines.join()).not.toContain(password);
  expect(`${new Secret(password)} ${JSON.stringify([new Secret(password)])}`).toBe('[secret] ["[secret]"]');
});

test('a thrown fault shows its message, code and cause', () => {
  const { log, lines } = record();
  const cause = new Error('ENOSPC');
  log.warn('store', { thrown: new Fault({ code: 'store-failed', message: 'the disk is full', cause }) });
  const { thrown } = JSON.parse(lines[0] ?? '');
  expect(thrown).toMatchObject({ message: 'the disk is full', code: 'store-failed', cause: { message: 'ENOSPC' } });
});

test('warnings and errors go to the sink as well, with the fields of their log', () => {
  const { log, sunk } = record('error');
  log.child({ box: 'b1' }).warn('late');
  log.info('nothing');
  expect(sunk).toEqual(['late {"box":"b1"}']);
});
