import type { HidLayout } from '../hid-host.ts';
import { consumerReader, keyboardReader } from './key-reader.ts';
import { pointerReader } from './pointer-reader.ts';
import { applicationOf, type ReportDescriptor, type ReportField } from './report-field.ts';

/**
 * Turns the input reports of one device into one of the contract's layouts. A reader remembers what is held where a
 * device tells it in several reports, so reading gives the reader for the next report.
 */
export interface ReportReader {
  readonly layout: HidLayout;
  /** `report` is without its ID, 0 where the device uses none. No bytes: the report is not of this reader, or says nothing. */
  read(report: number, bytes: Uint8Array): ReaderStep;
}

export interface ReaderStep {
  readonly reader: ReportReader;
  readonly bytes: Uint8Array | null;
}

/**
 * What an interface is: a keyboard, a pointer, consumer keys, or several of them by report ID, in the order of their
 * collections. Empty for what a desk has no use for: joysticks, sensors, a vendor's own pages.
 */
export function readersOf(descriptor: ReportDescriptor): readonly ReportReader[] {
  const inputs = descriptor.fields.filter((field) => field.kind === 'input' && !isVendors(applicationOf(field)));
  return groups(inputs).flatMap((fields) =>
    [keyboardReader(fields), consumerReader(fields), pointerReader(fields, descriptor)].filter(
      (reader) => reader !== null,
    ),
  );
}

/** The pages 0xFF00–0xFFFF are the makers' own: whatever looks like a key there is none. */
const isVendors = (application: number): boolean => application >= 0xff00_0000;

/** The fields of each outermost collection: one application, whatever it has inside. */
function groups(fields: readonly ReportField[]): readonly (readonly ReportField[])[] {
  const grouped = new Map<number, ReportField[]>();
  for (const field of fields) {
    const index = field.collections[0]?.index ?? -1;
    const group = grouped.get(index);
    if (group === undefined) grouped.set(index, [field]);
    else group.push(field);
  }
  return [...grouped.values()];
}
