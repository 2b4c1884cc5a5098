import type { ConsoleInput, ConsoleOutput } from '../domain/index.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import { readLeds } from './hid.ts';
import { CONSOLE_INPUT_MAX, CONSOLE_OUTPUT_MAX, OFFERS_MAX, REPORT_BYTES_MAX, SCENE_MAX } from './limits.ts';
import { malformed, optional, readBytes, readText, required } from './reading.ts';
import { type generated, schema } from './schema.ts';
import { readAccessUnit, readCrop, writeAccessUnit } from './video.ts';
import { codecs, consoleRoles } from './words.ts';

export function encodeConsoleInput(input: ConsoleInput): Uint8Array {
  return frameBytes(schema.ConsoleInput.encode(writeInput(input)), {
    what: `frame ${input.type}`,
    max: CONSOLE_INPUT_MAX,
  });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. What a report means is the HID parser's to judge. */
export function decodeConsoleInput(bytes: Uint8Array): ConsoleInput {
  return readFrame(bytes, {
    what: 'console input',
    max: CONSOLE_INPUT_MAX,
    decode: schema.ConsoleInput.decode,
    read: readInput,
  });
}

export function encodeConsoleOutput(output: ConsoleOutput): Uint8Array {
  const encoded = schema.ConsoleOutput.encode(writeOutput(output));
  return frameBytes(encoded, { what: `frame ${output.type}`, max: CONSOLE_OUTPUT_MAX });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodeConsoleOutput(bytes: Uint8Array): ConsoleOutput {
  return readFrame(bytes, {
    what: 'console output',
    max: CONSOLE_OUTPUT_MAX,
    decode: schema.ConsoleOutput.decode,
    read: readOutput,
  });
}

function writeInput(input: ConsoleInput): generated.v1.ConsoleInput.$Properties {
  switch (input.type) {
    case 'keyboard':
      return { keyboard: input.report };
    case 'pointer':
      return { pointer: input.report };
    case 'want-key-frame':
      return { wantKeyFrame: {} };
    case 'codecs':
      return { codecs: { codecs: input.codecs.map(codecs.write) } };
  }
}

function readInput(raw: generated.v1.ConsoleInput.$Shape): ConsoleInput {
  switch (raw.message) {
    case 'keyboard':
      return { type: 'keyboard', report: readReport(raw.keyboard) };
    case 'pointer':
      return { type: 'pointer', report: readReport(raw.pointer) };
    case 'wantKeyFrame':
      return { type: 'want-key-frame' };
    case 'codecs':
      if ((raw.codecs.codecs?.length ?? 0) > OFFERS_MAX) throw malformed('codecs', 'are too many');
      return { type: 'codecs', codecs: codecs.readKnown(raw.codecs.codecs) };
    default:
      throw unknownMessage('console input');
  }
}

const readReport = (bytes: Uint8Array): Uint8Array =>
  readBytes(bytes, { field: 'report', min: 1, max: REPORT_BYTES_MAX });

function writeOutput(output: ConsoleOutput): generated.v1.ConsoleOutput.$Properties {
  switch (output.type) {
    case 'role':
      return { role: consoleRoles.write(output.role) };
    case 'unit':
      return { unit: { unit: writeAccessUnit(output.unit), crop: output.crop } };
    case 'no-picture':
      return { noPicture: {} };
    case 'scene':
      return { scene: { scene: output.scene } };
    case 'leds':
      return { leds: output.leds };
  }
}

function readOutput(raw: generated.v1.ConsoleOutput.$Shape): ConsoleOutput {
  switch (raw.message) {
    case 'role':
      return { type: 'role', role: consoleRoles.read(raw.role) };
    case 'unit':
      return {
        type: 'unit',
        unit: readAccessUnit(required(raw.unit.unit, 'console unit')),
        crop: optional(raw.unit.crop, readCrop),
      };
    case 'noPicture':
      return { type: 'no-picture' };
    case 'scene':
      return {
        type: 'scene',
        scene: optional(raw.scene.scene, (scene) => readText(scene, { field: 'scene', max: SCENE_MAX })),
      };
    case 'leds':
      return { type: 'leds', leds: readLeds(raw.leds) };
    default:
      throw unknownMessage('console output');
  }
}
