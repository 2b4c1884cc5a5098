import {
  DEFAULT_SOURCE_SETTINGS,
  SERIAL_BAUD_MAX,
  SERIAL_BAUD_MIN,
  type SerialSettings,
  type SourceSettings,
} from '../domain/index.ts';
import { type Given, malformed, readWhole, required } from './reading.ts';
import type { generated } from './schema.ts';
import { chromas, pointerKinds, serialFlowControls, serialParities } from './words.ts';

export const writeSourceSettings = (settings: SourceSettings): generated.v1.SourceSettings.$Properties => ({
  pointer: pointerKinds.write(settings.pointer),
  chroma: chromas.write(settings.chroma),
  sound: settings.sound,
  serial: writeSerialSettings(settings.serial),
});

/** A manager of an older release says none. */
export function readSourceSettings(raw: Given<generated.v1.SourceSettings.$Properties>): SourceSettings {
  if (raw === null || raw === undefined) return DEFAULT_SOURCE_SETTINGS;
  return {
    pointer: pointerKinds.read(raw.pointer),
    chroma: chromas.read(raw.chroma),
    sound: raw.sound ?? false,
    serial: readSerialSettings(required(raw.serial, 'serial settings')),
  };
}

export const writeSerialSettings = (settings: SerialSettings): generated.v1.SerialSettings.$Properties => ({
  baud: settings.baud,
  dataBits: settings.dataBits,
  parity: serialParities.write(settings.parity),
  stopBits: settings.stopBits,
  flowControl: serialFlowControls.write(settings.flowControl),
});

export function readSerialSettings(raw: generated.v1.SerialSettings.$Properties): SerialSettings {
  return {
    baud: readWhole(raw.baud, { field: 'baud', min: SERIAL_BAUD_MIN, max: SERIAL_BAUD_MAX }),
    dataBits: oneOf(DATA_BITS, { value: raw.dataBits, field: 'data bits' }),
    parity: serialParities.read(raw.parity),
    stopBits: oneOf(STOP_BITS, { value: raw.stopBits, field: 'stop bits' }),
    flowControl: serialFlowControls.read(raw.flowControl),
  };
}

const DATA_BITS = [5, 6, 7, 8] as const;
const STOP_BITS = [1, 2] as const;

function oneOf<Choice extends number>(
  choices: readonly Choice[],
  { value, field }: { readonly value: Given<number>; readonly field: string },
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw malformed(field, `has no value ${value ?? 0}`);
  return found;
}
