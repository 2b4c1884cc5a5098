import { generation, type PeerMessage, routeId, SEAT_RECEIVERS_MAX, SERIAL_BYTES_MAX } from '../domain/index.ts';
import { PING, type Ping } from './box-frame.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import { readKeys, readLeds, readPointer, readPosition } from './hid.ts';
import { readKey } from './identity.ts';
import { PEER_FRAME_MAX } from './limits.ts';
import { readMediaKey, writeMediaKey } from './media-key.ts';
import { readOpen, writeOpen } from './open.ts';
import { optional, readBytes, readWhole } from './reading.ts';
import { type generated, schema } from './schema.ts';
import { readSerialSettings, writeSerialSettings } from './source-settings.ts';
import { readCapture, writeCapture } from './video.ts';

/** A message of a peer link, or the sign of life between messages. */
export type PeerFrame = PeerMessage | Ping;

export function encodePeer(message: PeerFrame): Uint8Array {
  const encoded = schema.PeerFrame.encode(write(message));
  return frameBytes(encoded, { what: `frame ${message.type}`, max: PEER_FRAME_MAX });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodePeer(bytes: Uint8Array): PeerFrame {
  return readFrame(bytes, { what: 'peer frame', max: PEER_FRAME_MAX, decode: schema.PeerFrame.decode, read });
}

function write(message: PeerFrame): generated.v1.PeerFrame.$Properties {
  switch (message.type) {
    case 'ping':
      return { ping: {} };
    case 'open':
      return { open: writeOpen(message) };
    case 'opened':
      return {
        opened: {
          capture: optional(message.capture, writeCapture),
          rtpPort: message.media.type === 'rtp' ? message.media.port : null,
        },
      };
    case 'media-key':
      return { mediaKey: writeMediaKey(message.key) };
    case 'media-key-taken':
      return { mediaKeyTaken: { epoch: message.epoch } };
    case 'serial':
      return { serial: { bytes: message.bytes } };
    case 'serial-settings':
      return { serialSettings: writeSerialSettings(message.settings) };
    case 'input':
      return { input: { sequence: message.sequence, keys: [...message.keys], pointer: message.pointer } };
    case 'held':
      return { held: {} };
    case 'leds':
      return { leds: message.leds };
    case 'capture':
      return { capture: writeCapture(message.capture) };
    case 'want-key-frame':
      return { wantKeyFrame: {} };
    case 'want-media':
      return { wantMedia: { wanted: message.wanted } };
    case 'ended':
      return { ended: { route: message.route, generation: message.generation } };
    case 'focus':
      return { focus: { focused: message.focused, pointer: message.pointer } };
    case 'focus-wanted':
      return { focusWanted: { number: message.number } };
  }
}

function read(raw: generated.v1.PeerFrame.$Shape): PeerFrame {
  switch (raw.message) {
    case 'ping':
      return PING;
    case 'open':
      return readOpen(raw.open);
    case 'opened':
      return {
        type: 'opened',
        capture: optional(raw.opened.capture, readCapture),
        media: optional(raw.opened.rtpPort, (port) => ({
          type: 'rtp' as const,
          port: readWhole(port, { field: 'media port', min: 1, max: 65_535 }),
        })) ?? { type: 'socket' },
      };
    case 'mediaKey':
      return { type: 'media-key', key: readMediaKey(raw.mediaKey) };
    case 'mediaKeyTaken':
      return { type: 'media-key-taken', epoch: readWhole(raw.mediaKeyTaken.epoch, { field: 'epoch' }) };
    case 'serial':
      return {
        type: 'serial',
        bytes: readBytes(raw.serial.bytes, { field: 'serial bytes', min: 1, max: SERIAL_BYTES_MAX }),
      };
    case 'serialSettings':
      return { type: 'serial-settings', settings: readSerialSettings(raw.serialSettings) };
    case 'input':
      return {
        type: 'input',
        sequence: readWhole(raw.input.sequence, { field: 'sequence' }),
        keys: readKeys(raw.input.keys),
        pointer: optional(raw.input.pointer, readPointer),
      };
    case 'held':
      return { type: 'held' };
    case 'leds':
      return { type: 'leds', leds: readLeds(raw.leds) };
    case 'capture':
      return { type: 'capture', capture: readCapture(raw.capture) };
    case 'wantKeyFrame':
      return { type: 'want-key-frame' };
    case 'wantMedia':
      return { type: 'want-media', wanted: raw.wantMedia.wanted ?? false };
    case 'ended':
      return {
        type: 'ended',
        route: readKey(raw.ended.route, { field: 'ended route', make: routeId }),
        generation: generation(readWhole(raw.ended.generation, { field: 'ended generation' })),
      };
    case 'focus':
      return {
        type: 'focus',
        focused: raw.focus.focused ?? false,
        pointer: optional(raw.focus.pointer, readPosition),
      };
    case 'focusWanted':
      return {
        type: 'focus-wanted',
        number: readWhole(raw.focusWanted.number, { field: 'display', min: 1, max: SEAT_RECEIVERS_MAX }),
      };
    default:
      throw unknownMessage('peer frame');
  }
}
