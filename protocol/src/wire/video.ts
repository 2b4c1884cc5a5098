import {
  type AccessUnit,
  type CaptureState,
  type Crop,
  generation,
  streamId,
  type VideoMode,
} from '../domain/index.ts';
import { MEDIA_FRAME_MAX, PIXELS_MAX, RATE_MAX } from './limits.ts';
import { malformed, readBytes, readReal, readWhole, required } from './reading.ts';
import { type generated, schema } from './schema.ts';
import { codecs } from './words.ts';

export function readVideoMode(raw: generated.v1.VideoMode.$Properties): VideoMode {
  return {
    width: readWhole(raw.width, { field: 'mode width', min: 1, max: PIXELS_MAX }),
    height: readWhole(raw.height, { field: 'mode height', min: 1, max: PIXELS_MAX }),
    rate: readReal(raw.rate, { field: 'mode rate', min: 0, max: RATE_MAX }),
  };
}

export function writeCapture(capture: CaptureState): generated.v1.CaptureState.$Properties {
  switch (capture.type) {
    case 'no-cable':
      return { condition: schema.CaptureCondition.CAPTURE_CONDITION_NO_CABLE };
    case 'no-signal':
      return { condition: schema.CaptureCondition.CAPTURE_CONDITION_NO_SIGNAL };
    case 'unsupported-mode':
      return { condition: schema.CaptureCondition.CAPTURE_CONDITION_UNSUPPORTED_MODE, mode: capture.mode };
    case 'signal':
      return { condition: schema.CaptureCondition.CAPTURE_CONDITION_SIGNAL, mode: capture.mode };
  }
}

export function readCapture(raw: generated.v1.CaptureState.$Properties): CaptureState {
  switch (raw.condition) {
    case schema.CaptureCondition.CAPTURE_CONDITION_NO_CABLE:
      return { type: 'no-cable' };
    case schema.CaptureCondition.CAPTURE_CONDITION_NO_SIGNAL:
      return { type: 'no-signal' };
    case schema.CaptureCondition.CAPTURE_CONDITION_UNSUPPORTED_MODE:
      return { type: 'unsupported-mode', mode: readVideoMode(required(raw.mode, 'capture mode')) };
    case schema.CaptureCondition.CAPTURE_CONDITION_SIGNAL:
      return { type: 'signal', mode: readVideoMode(required(raw.mode, 'capture mode')) };
    default:
      throw malformed('capture condition', `has no value ${raw.condition ?? 0}`);
  }
}

/** Thirds of a wall do not add up to one exactly. */
const ROUNDING = 1e-9;

export function readCrop(raw: generated.v1.Crop.$Properties): Crop {
  const crop = {
    left: readReal(raw.left, { field: 'crop left', min: 0, max: 1 }),
    top: readReal(raw.top, { field: 'crop top', min: 0, max: 1 }),
    width: readReal(raw.width, { field: 'crop width', min: 0, max: 1 }),
    height: readReal(raw.height, { field: 'crop height', min: 0, max: 1 }),
  };
  if (crop.width === 0 || crop.height === 0) throw malformed('crop', 'is empty');
  if (crop.left + crop.width > 1 + ROUNDING || crop.top + crop.height > 1 + ROUNDING) {
    throw malformed('crop', 'reaches beyond the picture');
  }
  return crop;
}

export function writeAccessUnit(unit: AccessUnit): generated.v1.AccessUnit.$Properties {
  return {
    stream: unit.stream,
    generation: unit.generation,
    codec: codecs.write(unit.codec),
    key: unit.key,
    // Clocks give fractions of a microsecond.
    time: Math.trunc(unit.time),
    bytes: unit.bytes,
  };
}

export function readAccessUnit(raw: generated.v1.AccessUnit.$Properties): AccessUnit {
  return {
    stream: streamId(readWhole(raw.stream, { field: 'unit stream' })),
    generation: generation(readWhole(raw.generation, { field: 'unit generation' })),
    codec: codecs.read(raw.codec),
    key: raw.key ?? false,
    time: readWhole(raw.time, { field: 'unit time' }),
    bytes: readBytes(raw.bytes, { field: 'unit bytes', min: 1, max: MEDIA_FRAME_MAX }),
  };
}
