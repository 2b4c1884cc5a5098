import { type DeviceId, deviceId, type Fingerprint, fingerprint } from '../domain/index.ts';
import { FINGERPRINT_BYTES, KEY_MAX } from './limits.ts';
import { type Given, malformed, readBytes, readText } from './reading.ts';

export function readKey<Key extends string>(
  value: Given<string>,
  { field, make }: { readonly field: string; readonly make: (text: string) => Key },
): Key {
  return make(readText(value, { field, min: 1, max: KEY_MAX }));
}

export function readDeviceId(value: Given<string>, field: string): DeviceId {
  const id = deviceId(value ?? '');
  if (id === null) throw malformed(field, 'is not a four-digit ID');
  return id;
}

/**
 * 32 bytes on the wire, 64 lower-case hex digits in the domain. By hand: plans are full of them, Uint8Array.fromHex takes
 * four times as long, and a page has no Buffer.
 */
export function writeFingerprint(value: Fingerprint): Uint8Array {
  const bytes = new Uint8Array(value.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = nibble(value.charCodeAt(at * 2)) * 16 + nibble(value.charCodeAt(at * 2 + 1));
  }
  return bytes;
}

export function readFingerprint(value: Given<Uint8Array>, field: string): Fingerprint {
  return fingerprint(readBytes(value, { field, min: FINGERPRINT_BYTES, max: FINGERPRINT_BYTES }).toHex());
}

/** Of the character code of 0–9 or a–f. */
const nibble = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57);
