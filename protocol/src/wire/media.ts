import type { MediaMessage } from '../domain/index.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import { MEDIA_FRAME_MAX } from './limits.ts';
import { readOpen, writeOpen } from './open.ts';
import { type generated, schema } from './schema.ts';
import { readAccessUnit, writeAccessUnit } from './video.ts';

/** Throws `frame-oversized` for a picture that no receiver takes. */
export function encodeMedia(message: MediaMessage): Uint8Array {
  const encoded = schema.MediaFrame.encode(
    message.type === 'open' ? { open: writeOpen(message) } : { unit: writeAccessUnit(message.unit) },
  );
  return frameBytes(encoded, { what: `frame ${message.type}`, max: MEDIA_FRAME_MAX });
}

/** The unit's bytes are a view of the frame. Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodeMedia(bytes: Uint8Array): MediaMessage {
  return readFrame(bytes, { what: 'media frame', max: MEDIA_FRAME_MAX, decode: schema.MediaFrame.decode, read });
}

function read(raw: generated.v1.MediaFrame.$Shape): MediaMessage {
  switch (raw.message) {
    case 'open':
      return readOpen(raw.open);
    case 'unit':
      return { type: 'unit', unit: readAccessUnit(raw.unit) };
    default:
      throw unknownMessage('media frame');
  }
}
