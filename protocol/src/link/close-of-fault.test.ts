import { describe, expect, test } from 'vitest';
import { Fault, type FaultCode } from '../kernel/index.ts';
import { closeOf, faultOf } from './close-of-fault.ts';
import { CloseCode } from './transport.ts';

describe('what one side throws, the other reads from the close:', () => {
  const table: readonly [FaultCode, number, FaultCode][] = [
    ['frame-malformed', CloseCode.malformed, 'frame-malformed'],
    ['frame-oversized', CloseCode.oversized, 'frame-oversized'],
    ['frame-unknown', CloseCode.unknown, 'frame-unknown'],
    ['version-unsupported', CloseCode.versionUnsupported, 'version-unsupported'],
    ['hello-expected', CloseCode.helloExpected, 'hello-expected'],
    ['peer-unauthorised', CloseCode.unauthorised, 'peer-unauthorised'],
    ['ticket-refused', CloseCode.unauthorised, 'peer-unauthorised'],
    ['overloaded', CloseCode.overloaded, 'overloaded'],
  ];
  test.each(table)('%s', (code, close, heard) => {
    const closed = closeOf(new Fault({ code, message: 'because' }));
    expect(closed).toEqual({ code: close, reason: 'because' });
    expect(faultOf(closed)).toMatchObject({ code: heard, message: 'because' });
  });

  test('a defect is told as nothing but that, with nothing of its text', () => {
    expect(closeOf(new Error('secret'))).toEqual({ code: CloseCode.internal, reason: 'internal' });
    expect(closeOf(new Fault({ code: 'store-failed', message: '/var/lib' }))).toEqual({
      code: CloseCode.internal,
      reason: 'internal',
    });
  });

  test.each([
    [CloseCode.goingAway, 'link-closed'],
    [CloseCode.replaced, 'link-closed'],
    [CloseCode.silent, 'link-lost'],
    [CloseCode.internal, 'link-lost'],
    [1006, 'link-lost'],
  ])('close %i is %s', (code, fault) => {
    expect(faultOf({ code, reason: '' }).code).toBe(fault);
  });
});
