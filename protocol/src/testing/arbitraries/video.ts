import fc from 'fast-check';
import {
  type AccessUnit,
  type CaptureState,
  type Chroma,
  type Codec,
  type Crop,
  streamId,
  tileCrop,
  type VideoMode,
} from '../../domain/index.ts';
import { arbitraryGeneration } from './identity.ts';
import { record } from './record.ts';

export const arbitraryChroma = fc.constantFrom<Chroma>('4:2:0', '4:4:4');

export const arbitraryCodec = fc.constantFrom<Codec>('jpeg', 'h264');

export const arbitraryVideoMode: fc.Arbitrary<VideoMode> = record({
  width: fc.integer({ min: 1, max: 16_384 }),
  height: fc.integer({ min: 1, max: 16_384 }),
  rate: fc.double({ min: 0, max: 1000, noNaN: true }).map((rate) => rate + 0),
});

export const arbitraryCapture: fc.Arbitrary<CaptureState> = fc.oneof(
  fc.constant({ type: 'no-cable' } as const),
  fc.constant({ type: 'no-signal' } as const),
  record({ type: fc.constant('unsupported-mode' as const), mode: arbitraryVideoMode }),
  record({ type: fc.constant('signal' as const), mode: arbitraryVideoMode }),
);

/** A tile of a wall: what crops are made of. */
export const arbitraryCrop: fc.Arbitrary<Crop> = record({
  rows: fc.integer({ min: 1, max: 16 }),
  columns: fc.integer({ min: 1, max: 16 }),
  place: fc.nat(255),
}).map(({ rows, columns, place }) => tileCrop({ rows, columns }, place % (rows * columns)));

export const arbitraryAccessUnit: fc.Arbitrary<AccessUnit> = record({
  stream: fc.integer({ min: 0, max: 0xffff_ffff }).map(streamId),
  generation: arbitraryGeneration,
  codec: arbitraryCodec,
  key: fc.boolean(),
  time: fc.maxSafeNat(),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 4096 }),
});
