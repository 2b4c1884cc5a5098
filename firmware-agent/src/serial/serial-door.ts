import { type PeerMessage, SERIAL_BYTES_MAX } from '@seatmatrix/protocol/domain';

export type SerialBytes = Extract<PeerMessage, { readonly type: 'serial' }>;
export type SerialSettingsMessage = Extract<PeerMessage, { readonly type: 'serial-settings' }>;

/** What of a peer link serial bytes need. */
export interface SerialDoor {
  readonly buffered: number;
  send(message: SerialBytes): void;
}

/**
 * A link that has so much to send takes no serial bytes: at a quarter of what closes it (link/peer-channel.ts) keys still
 * pass, and a peer that reads again has lost whole writes, never its route.
 */
export const SERIAL_BUFFERED_MAX = 64 * 1024;

/** As messages of the size that a peer takes. */
export function serialMessages(bytes: Uint8Array): readonly SerialBytes[] {
  const messages: SerialBytes[] = [];
  for (let at = 0; at < bytes.length; at += SERIAL_BYTES_MAX) {
    messages.push({ type: 'serial', bytes: bytes.slice(at, at + SERIAL_BYTES_MAX) });
  }
  return messages;
}

/** Whether the door took it: all of it, or nothing. */
export function sendSerial(door: SerialDoor, bytes: Uint8Array): boolean {
  if (door.buffered + bytes.length > SERIAL_BUFFERED_MAX) return false;
  for (const message of serialMessages(bytes)) door.send(message);
  return true;
}
