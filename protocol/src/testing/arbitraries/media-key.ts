import fc from 'fast-check';
import type { MediaKey, MediaOffer, StreamPlace } from '../../domain/index.ts';
import { record } from './record.ts';
import { arbitraryChroma } from './video.ts';

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const port = fc.integer({ min: 1, max: 65_535 });
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const masterKey = { masterKey: exactly(16), masterSalt: exactly(12) };

const place: fc.Arbitrary<StreamPlace> = record({
  ssrc: word,
  rolloverCounter: word,
  sequence: fc.nat(0xffff),
  timestamp: word,
  time: fc.maxSafeNat(),
});

export const arbitraryMediaKey: fc.Arbitrary<MediaKey> = record({
  epoch: word,
  ...masterKey,
  video: place,
  sound: place,
  feedback: record({ ...masterKey, ssrc: word }),
  group: fc.option(record({ host: fc.ipV4(), port })),
});

export const arbitraryMediaOffer: fc.Arbitrary<MediaOffer> = record({
  port,
  chromas: fc.uniqueArray(arbitraryChroma),
  sound: fc.boolean(),
});
