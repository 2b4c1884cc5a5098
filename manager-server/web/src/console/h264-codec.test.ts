import { expect, it } from 'vitest';
import { h264Codec } from './h264-codec.ts';

it('is what the sequence parameter set says, behind either start code and other units', () => {
  expect(h264Codec(Uint8Array.of(0, 0, 0, 1, 0x67, 0x42, 0xc0, 0x1f, 0xda))).toBe('avc1.42c01f');
  expect(h264Codec(Uint8Array.of(0, 0, 1, 0x09, 0xf0, 0, 0, 1, 0x27, 0x64, 0x00, 0x2a))).toBe('avc1.64002a');
});

it('is unknown where there is none', () => {
  expect(h264Codec(Uint8Array.of(0, 0, 0, 1, 0x41, 0x9a, 1, 2, 3, 4))).toBeNull();
  expect(h264Codec(new Uint8Array())).toBeNull();
  expect(h264Codec(Uint8Array.of(0, 0, 1, 0x67, 0x42))).toBeNull();
});
