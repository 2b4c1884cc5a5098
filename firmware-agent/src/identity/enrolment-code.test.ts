import { describe, expect, it } from 'vitest';
import { authorityPrefixOf } from './enrolment-code.ts';

describe('an enrolment code', () => {
  it('ends in the beginning of the fingerprint of its CA', () => {
    // 64 bits of one, then 0x123456789: 13 characters less one bit are the secret.
    const bits = (((1n << 64n) - 1n) << 36n) | 0x123456789n;
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const text = Array.from({ length: 20 }, (_, index) => alphabet[Number((bits >> BigInt(95 - index * 5)) & 31n)]);
    const code = text.join('').replace(/(.{5})(?=.)/g, '$1-');
    expect(authorityPrefixOf(code)).toBe('123456789');
    expect(authorityPrefixOf(code.toLowerCase().replaceAll('-', ' '))).toBe('123456789');
  });

  it('may be read as people read letters', () => {
    expect(authorityPrefixOf('00000-00000-00000-00001')).toBe('000000001');
    expect(authorityPrefixOf('OOOOO-ooooo-OOOOO-OOOOl')).toBe('000000001');
  });

  it.each(['', '00000-00000-00000', '00000-00000-00000-0000U', '00000-00000-00000-000000'])('is not %j', (text) => {
    expect(authorityPrefixOf(text)).toBeNull();
  });
});
