import fc from 'fast-check';
import type { MediaKey, MediaOffer } from '../../domain/index.ts';
import { record } from './record.ts';
import { arbitraryChroma } from './video.ts';

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const port = fc.integer({ min: 1, max: 65_535 });
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

export const arbitraryMediaKey: fc.Arbitrary<MediaKey> = record({
  epoch: word,
  masterKey: exactly(16),
  masterSalt: exactly(12),
  ssrc: word,
  soundSsrc: fc.option(word),
  receiverSsrc: word,
  rolloverCounter: word,
  sequence: fc.nat(0xffff),
  group: fc.option(record({ host: fc.ipV4(), port })),
});

export const arbitraryMediaOffer: fc.Arbitrary<MediaOffer> = record({
  port,
  chromas: fc.uniqueArray(arbitraryChroma),
  sound: fc.boolean(),
});
