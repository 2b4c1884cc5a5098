import type { Brand } from '../kernel/index.ts';
import type { SourceSettings } from './source-settings.ts';

/** A device's place in the site: stays when its ID is changed on the page or its box is replaced. */
export type DeviceKey = Brand<string, 'DeviceKey'>;

/** Four digits: 0001–4999 is a transmitter, 5001–9999 a receiver. Set on the page, typed by operators. */
export type DeviceId = Brand<string, 'DeviceId'>;

/** SHA-256 of a box's public key (SubjectPublicKeyInfo), 64 hex digits: the box's identity on every connection. */
export type Fingerprint = Brand<string, 'Fingerprint'>;

export type DeviceKind = 'transmitter' | 'receiver';

/** A desk is signed in to; a display (wall, projector) shows a stand-by card and what is pushed to it. */
export type ReceiverKind = 'desk' | 'display';

export interface Transmitter {
  readonly kind: 'transmitter';
  readonly key: DeviceKey;
  readonly id: DeviceId;
  readonly name: string;
  readonly location: string;
  readonly settings: SourceSettings;
}

export interface Receiver {
  readonly kind: 'receiver';
  readonly key: DeviceKey;
  readonly id: DeviceId;
  readonly name: string;
  readonly location: string;
  readonly receiverKind: ReceiverKind;
  /** Whether a picture may be pushed here while nobody is signed in. No key passes then. */
  readonly viewWhileSignedOut: boolean;
}

export type Device = Transmitter | Receiver;

export const deviceKey = (text: string): DeviceKey => text as DeviceKey;
export const fingerprint = (text: string): Fingerprint => text as Fingerprint;

const RECEIVER_BASE = 5000;

/** The kind that a four-digit ID belongs to; null when it is not a valid ID (0000 and 5000 belong to nobody). */
export function kindOfId(text: string): DeviceKind | null {
  if (!/^\d{4}$/.test(text)) return null;
  const number = Number(text);
  if (number >= 1 && number <= 4999) return 'transmitter';
  if (number > RECEIVER_BASE) return 'receiver';
  return null;
}

/** The ID that the text is, or null. Says nothing about whether such a device exists. */
export function deviceId(text: string): DeviceId | null {
  return kindOfId(text) === null ? null : (text as DeviceId);
}

/**
 * What digits mean where a device of this kind is asked for: for transmitters leading zeros are optional; for
 * receivers a number below 1000 stands for 5000 + number, anything else must be the full ID.
 */
export function idFromDigits(digits: string, kind: DeviceKind): DeviceId | null {
  if (!/^\d{1,16}$/.test(digits)) return null;
  const number = Number(digits);
  const full = kind === 'receiver' && number < 1000 ? RECEIVER_BASE + number : number;
  if (full > 9999) return null;
  const text = String(full).padStart(4, '0');
  return kindOfId(text) === kind ? (text as DeviceId) : null;
}

/** The shortest digits that mean this device: 0001 → 1, 5012 → 12, 6001 → 6001. */
export function shortId(id: DeviceId): string {
  const number = Number(id);
  return String(kindOfId(id) === 'receiver' && number < RECEIVER_BASE + 1000 ? number - RECEIVER_BASE : number);
}
