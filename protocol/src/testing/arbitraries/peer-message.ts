import fc from 'fast-check';
import {
  consumerUsage,
  type MediaMessage,
  type PeerMessage,
  POINTER_MAX,
  type PointerInput,
  PRESSED_MAX,
  SEAT_RECEIVERS_MAX,
  SERIAL_BYTES_MAX,
  type Usage,
  usage,
} from '../../domain/index.ts';
import { type PeerFrame, PING } from '../../wire/index.ts';
import { arbitraryGeneration, arbitraryRouteId } from './identity.ts';
import { arbitraryMediaKey, arbitraryMediaOffer } from './media-key.ts';
import { record } from './record.ts';
import { arbitrarySignedTicket } from './route.ts';
import { arbitrarySerialSettings } from './source-settings.ts';
import { arbitraryAccessUnit, arbitraryCapture, arbitraryCodec } from './video.ts';

export const arbitraryUsage: fc.Arbitrary<Usage> = fc.oneof(
  fc.integer({ min: 0x04, max: 0xe7 }).map(usage),
  fc.integer({ min: 1, max: 0xffff }).map(consumerUsage),
);

const position = record({ x: fc.nat(POINTER_MAX), y: fc.nat(POINTER_MAX) });

export const arbitraryPointer: fc.Arbitrary<PointerInput> = record({
  buttons: fc.nat(0x1f),
  position: fc.option(position),
  movement: fc.option(
    record({
      dx: fc.integer({ min: -32_767, max: 32_767 }),
      dy: fc.integer({ min: -32_767, max: 32_767 }),
    }),
  ),
  wheel: fc.integer({ min: -127, max: 127 }),
  tilt: fc.integer({ min: -127, max: 127 }),
});

export const arbitraryLeds = record({
  numLock: fc.boolean(),
  capsLock: fc.boolean(),
  scrollLock: fc.boolean(),
});

const open = record({
  type: fc.constant('open' as const),
  ticket: arbitrarySignedTicket,
  codecs: fc.uniqueArray(arbitraryCodec),
  offer: fc.option(arbitraryMediaOffer),
});

export const arbitraryPeerMessage: fc.Arbitrary<PeerMessage> = fc.oneof(
  open,
  record({
    type: fc.constant('opened' as const),
    capture: fc.option(arbitraryCapture),
    media: fc.oneof(
      fc.constant({ type: 'socket' } as const),
      record({ type: fc.constant('rtp' as const), port: fc.integer({ min: 1, max: 65_535 }) }),
    ),
  }),
  record({ type: fc.constant('media-key' as const), key: arbitraryMediaKey }),
  record({ type: fc.constant('media-key-taken' as const), epoch: fc.nat() }),
  record({
    type: fc.constant('serial' as const),
    bytes: fc.uint8Array({ minLength: 1, maxLength: SERIAL_BYTES_MAX }),
  }),
  record({ type: fc.constant('serial-settings' as const), settings: arbitrarySerialSettings }),
  record({
    type: fc.constant('input' as const),
    sequence: fc.maxSafeNat(),
    keys: fc.uniqueArray(arbitraryUsage, { maxLength: PRESSED_MAX }),
    pointer: fc.option(arbitraryPointer),
  }),
  fc.constantFrom({ type: 'held' } as const, { type: 'want-key-frame' } as const),
  record({ type: fc.constant('leds' as const), leds: arbitraryLeds }),
  record({ type: fc.constant('capture' as const), capture: arbitraryCapture }),
  record({ type: fc.constant('want-media' as const), wanted: fc.boolean() }),
  record({ type: fc.constant('ended' as const), route: arbitraryRouteId, generation: arbitraryGeneration }),
  record({ type: fc.constant('focus' as const), focused: fc.boolean(), pointer: fc.option(position) }),
  record({
    type: fc.constant('focus-wanted' as const),
    number: fc.integer({ min: 1, max: SEAT_RECEIVERS_MAX }),
  }),
);

export const arbitraryPeerFrame: fc.Arbitrary<PeerFrame> = fc.oneof(fc.constant(PING), arbitraryPeerMessage);

export const arbitraryMediaMessage: fc.Arbitrary<MediaMessage> = fc.oneof(
  open,
  record({ type: fc.constant('unit' as const), unit: arbitraryAccessUnit }),
);
