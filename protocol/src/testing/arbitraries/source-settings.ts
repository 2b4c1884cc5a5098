import fc from 'fast-check';
import { SERIAL_BAUD_MAX, SERIAL_BAUD_MIN, type SerialSettings, type SourceSettings } from '../../domain/index.ts';
import { record } from './record.ts';
import { arbitraryChroma } from './video.ts';

export const arbitrarySerialSettings: fc.Arbitrary<SerialSettings> = record({
  baud: fc.integer({ min: SERIAL_BAUD_MIN, max: SERIAL_BAUD_MAX }),
  dataBits: fc.constantFrom(5 as const, 6 as const, 7 as const, 8 as const),
  parity: fc.constantFrom('none' as const, 'even' as const, 'odd' as const),
  stopBits: fc.constantFrom(1 as const, 2 as const),
  flowControl: fc.constantFrom('none' as const, 'hardware' as const, 'software' as const),
});

export const arbitrarySourceSettings: fc.Arbitrary<SourceSettings> = record({
  pointer: fc.constantFrom('absolute' as const, 'relative' as const),
  chroma: arbitraryChroma,
  sound: fc.boolean(),
  serial: arbitrarySerialSettings,
});
