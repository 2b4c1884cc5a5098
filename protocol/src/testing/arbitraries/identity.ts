import fc from 'fast-check';
import {
  type DeviceId,
  deviceId,
  deviceKey,
  fingerprint,
  generation,
  NAME_MAX,
  operatorKey,
  routeId,
  sessionId,
} from '../../domain/index.ts';

/** Text of any script, at most so many UTF-16 code units, as a person could have typed it. */
export const arbitraryText = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', maxLength: max }).filter((text) => text.length <= max && text.isWellFormed());

export const arbitraryName = arbitraryText(NAME_MAX);

const keyText = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z0-9-]{1,64}$/));

export const arbitraryDeviceKey = keyText.map(deviceKey);
export const arbitraryOperatorKey = keyText.map(operatorKey);
export const arbitraryRouteId = keyText.map(routeId);
export const arbitrarySessionId = keyText.map(sessionId);
export const arbitraryKeyText = keyText;

export const arbitraryGeneration = fc.oneof(fc.nat(1000).map(generation), fc.maxSafeNat().map(generation));

export const arbitraryFingerprint = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => fingerprint(bytes.toHex()));

/** An ID of either kind. */
export const arbitraryDeviceId: fc.Arbitrary<DeviceId> = fc
  .integer({ min: 1, max: 9999 })
  .map((number) => deviceId(String(number).padStart(4, '0')))
  .filter((id) => id !== null);
