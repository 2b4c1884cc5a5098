import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSmallJpeg } from './small-jpeg.ts';
import { sampleJpeg } from './testing/sample-jpeg.ts';

const BOUNDS = { width: 320, height: 180 };
const judged = (bytes: Uint8Array) => isSmallJpeg(bytes, BOUNDS);
const bytesOf = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());
const segment = (marker: number, ...content: readonly number[]) => [0xff, marker, 0, content.length + 2, ...content];

describe('a small jpeg', () => {
  test.each([
    [320, 180],
    [100, 180],
    [2, 2],
  ])('of %i × %i is taken', (width, height) => {
    expect(judged(sampleJpeg({ width, height }))).toBe(true);
  });

  test.each([
    [321, 180],
    [320, 181],
    [0, 180],
    [320, 0],
    [65_535, 65_535],
  ])('that says %i × %i is refused', (width, height) => {
    expect(judged(sampleJpeg({ width, height }))).toBe(false);
  });

  const start = [0xff, 0xd8];
  const frame = segment(0xc0, 8, 0, 90, 0, 160, 1, 1, 0x11, 0);
  const scan = [...segment(0xda, 1, 1, 0, 0, 63, 0), 1, 2, 0xff, 0, 3];
  const end = [0xff, 0xd9];

  test('may have tables, a comment, restarts', () => {
    const tables = [...segment(0xdb, 1, 2), ...segment(0xc4, 1, 2), ...segment(0xdd, 0, 4), ...segment(0xfe, 65)];
    expect(judged(bytesOf(start, segment(0xe0, 74), tables, frame, scan, [0xff, 0xd0, 4], end))).toBe(true);
  });

  test.each([
    ['nothing', bytesOf()],
    ['text', new TextEncoder().encode('<script>alert(1)</script>')],
    ['a png', bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['markers alone', bytesOf(start, end)],
    ['no frame', bytesOf(start, scan, end)],
    ['two frames', bytesOf(start, frame, frame, scan, end)],
    ['no scan', bytesOf(start, frame, end)],
    ['a progressive frame', bytesOf(start, segment(0xc2, 8, 0, 90, 0, 160, 1, 1, 0x11, 0), scan, end)],
    ['twelve bits', bytesOf(start, segment(0xc0, 12, 0, 90, 0, 160, 1, 1, 0x11, 0), scan, end)],
    ['EXIF', bytesOf(start, segment(0xe1, 69, 120), frame, scan, end)],
    ['a colour profile', bytesOf(start, segment(0xe2, 73, 67), frame, scan, end)],
    ['a segment that is longer than the picture', bytesOf(start, [0xff, 0xdb, 0xff, 0xff], frame, scan, end)],
    ['a segment of no length', bytesOf(start, [0xff, 0xdb, 0, 0], frame, scan, end)],
    ['something behind its end', bytesOf(start, frame, scan, end, [1])],
    ['a second picture behind its end', bytesOf(start, frame, scan, end, start, frame, scan, end)],
    ['a second scan', bytesOf(start, frame, scan, scan, end)],
  ])('is not %s', (_, bytes) => {
    expect(judged(bytes)).toBe(false);
  });

  test('is judged whatever the bytes are, also of a real one with some changed', () => {
    const real = sampleJpeg({ width: 320, height: 180 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void judged(bytes)));
    fc.assert(
      fc.property(fc.nat(real.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(real);
        changed[at] = value;
        judged(changed);
        expect(judged(changed.subarray(0, at))).toBe(false);
      }),
    );
  });
});
