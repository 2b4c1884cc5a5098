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

/** 32 bytes on the wire, 64 hex digits in the domain. Plans are full of them, and Uint8Array.fromHex takes eight times as long. */
export const writeFingerprint = (value: Fingerprint): Uint8Array => Buffer.from(value, 'hex');

export function readFingerprint(value: Given<Uint8Array>, field: string): Fingerprint {
  return fingerprint(readBytes(value, { field, min: FINGERPRINT_BYTES, max: FINGERPRINT_BYTES }).toHex());
}
