import {
  consumerUsage,
  encodeBootKeyboard,
  encodeKeyBitmap,
  isModifier,
  type Usage,
  usage,
} from '@seatmatrix/protocol/domain';
import type { HidLayout } from '../hid-host.ts';
import { readBits, readSignedBits } from './report-bits.ts';
import { type ReportField, type ReportValue, usageAt, valuesOf } from './report-field.ts';
import type { ReportReader } from './report-reader.ts';

/** A keyboard in boot layout where six keys and the modifiers are all that it can tell, else as a bitmap; null: no keys. */
export function keyboardReader(fields: readonly ReportField[]): ReportReader | null {
  const keys = keysOf(fields, KEYBOARD_PAGE);
  if (keys === null) return null;
  const slots = keys.arrays.reduce((sum, { count }) => sum + count, 0);
  const boot = slots <= 6 && keys.bits.every((bit) => isModifier(usage(bit.usage & 0xffff)));
  return keyReader({
    ...keys,
    layout: boot ? 'boot-keyboard' : 'key-bitmap',
    key: (value) => (value <= 0xff ? usage(value) : null),
    encode: boot ? encodeBootKeyboard : encodeKeyBitmap,
  });
}

/** Volume, play, and what else is on the consumer page; null: no such key. */
export function consumerReader(fields: readonly ReportField[]): ReportReader | null {
  const keys = keysOf(fields, CONSUMER_PAGE);
  if (keys === null) return null;
  return keyReader({
    ...keys,
    layout: 'consumer-control',
    key: (value) => (value === 0 ? null : consumerUsage(value)),
    encode: encodeHeldConsumerKeys,
  });
}

const KEYBOARD_PAGE = 0x07;
const CONSUMER_PAGE = 0x0c;
const AC_PAN = 0x0c_0238;

/** Six is what a boot keyboard has and sixteen what the largest arrays have; a longer one is no row of keys. */
const SLOTS_MAX = 64;

/** The contract's layout has room for eight. */
const CONSUMER_KEYS_MAX = 8;

/** 1 to 3 on the keyboard page are no keys: too many keys at once, a failed self-test, an undefined error. */
const KEYBOARD_ERROR_MAX = 0x07_0003;

interface Keys {
  readonly bits: readonly ReportValue[];
  readonly arrays: readonly ReportField[];
}

function keysOf(fields: readonly ReportField[], page: number): Keys | null {
  const onPage = (value: number) => value >>> 16 === page;
  const bits = fields
    .filter(isBitmap)
    .flatMap(valuesOf)
    .filter(({ usage: value, field }) => onPage(value) && isKey(value, field));
  const arrays = fields.filter(
    (field) => !isBitmap(field) && field.count <= SLOTS_MAX && field.usages.some(({ first }) => onPage(first)),
  );
  return bits.length === 0 && arrays.length === 0 ? null : { bits, arrays };
}

/**
 * An array of single bits could only say "usage 0" or "usage 1" many times over: some Lenovo keyboards call their bitmap so
 * (ThinkPad X12 folio, 17ef:61ae).
 */
const isBitmap = (field: ReportField): boolean => field.variable || (field.size === 1 && field.count > 1);

/** A knob on the consumer page (a volume of 0–100, the tilt of a wheel) has a usage there too and is no key. */
const isKey = (value: number, { logical, size }: ReportField): boolean =>
  value !== AC_PAN && (value & 0xffff) !== 0 && (size === 1 || (logical.minimum === 0 && logical.maximum === 1));

interface KeyReader extends Keys {
  readonly layout: HidLayout;
  /** The key of a usage on the page; null for one that is none. */
  readonly key: (value: number) => Usage | null;
  readonly encode: (keys: Iterable<Usage>) => Uint8Array;
}

/** `held` has the keys of each report: a device may tell its modifiers in one and the rest in another. */
function keyReader(keys: KeyReader, held: ReadonlyMap<number, ReadonlySet<Usage>> = new Map()): ReportReader {
  const reports = new Set([...keys.bits, ...keys.arrays].map(({ report }) => report));
  const reader: ReportReader = {
    layout: keys.layout,
    read(report, bytes) {
      if (!reports.has(report)) return { reader, bytes: null };
      const pressed = pressedIn(keys, { report, bytes });
      if (pressed === null) return { reader, bytes: null };
      const now = new Map(held).set(report, pressed);
      const all = new Set([...now.values()].flatMap((each) => [...each]));
      return { reader: keyReader(keys, now), bytes: keys.encode(all) };
    },
  };
  return reader;
}

/** Null when the keyboard says that it does not know. */
function pressedIn(
  { bits, arrays, key }: KeyReader,
  { report, bytes }: { readonly report: number; readonly bytes: Uint8Array },
): ReadonlySet<Usage> | null {
  const pressed = new Set<Usage>();
  const press = (value: number) => {
    const known = key(value & 0xffff);
    if (known !== null) pressed.add(known);
  };
  for (const bit of bits) {
    if (bit.report === report && readBits(bytes, { offset: bit.offset, size: bit.field.size }) !== 0) press(bit.usage);
  }
  for (const field of arrays) {
    if (field.report !== report) continue;
    for (let slot = 0; slot < field.count; slot++) {
      const value = slotUsage(field, { bytes, slot });
      if (value === null) continue;
      if (value > 0x07_0000 && value <= KEYBOARD_ERROR_MAX) return null;
      press(value);
    }
  }
  return pressed;
}

function slotUsage(
  field: ReportField,
  { bytes, slot }: { readonly bytes: Uint8Array; readonly slot: number },
): number | null {
  const place = { offset: field.offset + slot * field.size, size: field.size };
  const { minimum, maximum } = field.logical;
  const index = minimum < 0 ? readSignedBits(bytes, place) : readBits(bytes, place);
  // Out of range means that nothing is pressed there (HID 1.11 §6.2.2.5).
  if (index < minimum || index > maximum) return null;
  const value = usageAt(field, index - minimum);
  return value === undefined || (value & 0xffff) === 0 ? null : value;
}

function encodeHeldConsumerKeys(keys: Iterable<Usage>): Uint8Array {
  const values = [...keys].slice(0, CONSUMER_KEYS_MAX);
  const view = new DataView(new ArrayBuffer(Math.max(1, values.length) * 2));
  for (const [index, key] of values.entries()) view.setUint16(index * 2, key & 0xffff, true);
  return new Uint8Array(view.buffer);
}
