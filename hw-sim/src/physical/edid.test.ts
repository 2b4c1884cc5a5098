import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEdid, encodeEdid } from './edid.ts';

describe('an EDID', () => {
  it('says the preferred mode and the name that were written into it', () => {
    const mode = fc.record({
      width: fc.integer({ min: 320, max: 3840 }),
      height: fc.integer({ min: 200, max: 2160 }),
      rate: fc.constantFrom(30, 50, 60),
    });
    fc.assert(
      fc.property(mode, (preferred) => {
        expect(decodeEdid(encodeEdid({ name: 'Desk 1', preferred }))).toEqual({ name: 'Desk 1', preferred });
      }),
    );
  });

  it('is refused when any one bit of it is wrong', () => {
    const good = encodeEdid({ name: 'Wall', preferred: { width: 1920, height: 1080, rate: 60 } });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 7 }), (index, bit) => {
        const bad = Uint8Array.from(good);
        bad[index] = (bad[index] ?? 0) ^ (1 << bit);
        expect(decodeEdid(bad)).toBeNull();
      }),
    );
  });
});
