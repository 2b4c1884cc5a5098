import type { PreviewFrame, PreviewRequest } from '../domain/index.ts';
import { milliseconds } from '../kernel/index.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import {
  PIXELS_MAX,
  PREVIEW_FRAME_MAX,
  PREVIEW_INTERVAL_MAX,
  PREVIEW_INTERVAL_MIN,
  PREVIEW_REQUEST_MAX,
} from './limits.ts';
import { readWhole } from './reading.ts';
import { type generated, schema } from './schema.ts';
import { readAccessUnit, writeAccessUnit } from './video.ts';
import { previewConditions } from './words.ts';

export function encodePreviewRequest(request: PreviewRequest): Uint8Array {
  const encoded = schema.PreviewRequest.encode(
    request.type === 'wanted'
      ? { wanted: { widthMax: request.widthMax, interval: request.interval } }
      : { unwanted: {} },
  );
  return frameBytes(encoded, { what: `frame ${request.type}`, max: PREVIEW_REQUEST_MAX });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodePreviewRequest(bytes: Uint8Array): PreviewRequest {
  return readFrame(bytes, {
    what: 'preview request',
    max: PREVIEW_REQUEST_MAX,
    decode: schema.PreviewRequest.decode,
    read: readRequest,
  });
}

export function encodePreviewFrame(frame: PreviewFrame): Uint8Array {
  const encoded = schema.PreviewFrame.encode(writePreview(frame));
  return frameBytes(encoded, { what: `frame ${frame.type}`, max: PREVIEW_FRAME_MAX });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodePreviewFrame(bytes: Uint8Array): PreviewFrame {
  return readFrame(bytes, {
    what: 'preview frame',
    max: PREVIEW_FRAME_MAX,
    decode: schema.PreviewFrame.decode,
    read: readPreview,
  });
}

function writePreview(frame: PreviewFrame): generated.v1.PreviewFrame.$Properties {
  switch (frame.type) {
    case 'unit':
      return { unit: writeAccessUnit(frame.unit) };
    case 'unchanged':
      return { unchanged: {} };
    case 'unavailable':
      return { unavailable: { condition: previewConditions.write(frame.reason) } };
  }
}

function readRequest(raw: generated.v1.PreviewRequest.$Shape): PreviewRequest {
  switch (raw.message) {
    case 'wanted':
      return {
        type: 'wanted',
        widthMax: readWhole(raw.wanted.widthMax, { field: 'preview width', min: 1, max: PIXELS_MAX }),
        interval: milliseconds(
          readWhole(raw.wanted.interval, {
            field: 'preview interval',
            min: PREVIEW_INTERVAL_MIN,
            max: PREVIEW_INTERVAL_MAX,
          }),
        ),
      };
    case 'unwanted':
      return { type: 'unwanted' };
    default:
      throw unknownMessage('preview request');
  }
}

function readPreview(raw: generated.v1.PreviewFrame.$Shape): PreviewFrame {
  switch (raw.message) {
    case 'unit':
      return { type: 'unit', unit: readAccessUnit(raw.unit) };
    case 'unchanged':
      return { type: 'unchanged' };
    case 'unavailable':
      return { type: 'unavailable', reason: previewConditions.read(raw.unavailable.condition) };
    default:
      throw unknownMessage('preview frame');
  }
}
