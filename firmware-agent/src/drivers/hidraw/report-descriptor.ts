import { type DescriptorItem, descriptorItems, malformed } from './descriptor-items.ts';
import {
  type Collection,
  type ReportDescriptor,
  type ReportField,
  reportKey,
  type UsageRange,
} from './report-field.ts';

/**
 * Reads a report descriptor (HID 1.11 §6.2.2). Throws `hid-malformed` for what no device may say. The work is bounded by
 * the descriptor's length: ranges of usages and counts of values are kept as such and never unrolled.
 */
export function parseReportDescriptor(bytes: Uint8Array): ReportDescriptor {
  const parser = new Parser();
  for (const item of descriptorItems(bytes)) parser.take(item);
  return parser.end();
}

/** Deeper than any device goes: Linux allows 8 open collections and 4 pushes before it allocates more or refuses. */
const NESTING_MAX = 32;

/** Linux takes no longer report (HID_MAX_BUFFER_SIZE, 16 KiB). */
const REPORT_BITS_MAX = 16_384 * 8;

/** A value that is wider is no number, and readers pass it over. */
const VALUE_BITS_MAX = 32;

/** Values of all fields together. The largest keyboards have some 500; Linux refuses 12,288 in one field. */
const VALUES_MAX = 16_384;

interface Globals {
  readonly usagePage: number;
  readonly minimum: number;
  /** As signed and as unsigned: which it is, the minimum decides, and that may come later. */
  readonly maximum: Pick<DescriptorItem, 'value' | 'signed'>;
  readonly physicalMinimum: number;
  readonly physicalMaximum: Pick<DescriptorItem, 'value' | 'signed'>;
  readonly size: number;
  readonly count: number;
  readonly report: number;
}

interface LocalUsage {
  readonly first: DescriptorItem;
  readonly last: DescriptorItem;
}

class Parser {
  #globals: Globals = INITIAL_GLOBALS;
  readonly #pushed: Globals[] = [];
  #usages: LocalUsage[] = [];
  #minimum: DescriptorItem | null = null;
  /** Inside a set of alternatives the first usage counts and the others do not. */
  #alternatives: 'none' | 'first' | 'further' = 'none';
  #collections: readonly Collection[] = [];
  #opened = 0;
  #values = 0;
  #numbered = false;
  readonly #fields: ReportField[] = [];
  readonly #bits = new Map<string, number>();

  take(item: DescriptorItem): void {
    if (item.type === 'main') this.#main(item);
    else if (item.type === 'global') this.#global(item);
    else this.#local(item);
  }

  end(): ReportDescriptor {
    if (this.#collections.length > 0) throw malformed('a collection is left open');
    return { numbered: this.#numbered, fields: this.#fields, bits: this.#bits };
  }

  #main(item: DescriptorItem): void {
    if (item.tag === 8) this.#declare('input', item.value);
    else if (item.tag === 9) this.#declare('output', item.value);
    else if (item.tag === 11) this.#declare('feature', item.value);
    else if (item.tag === 10) this.#open(item.value);
    else if (item.tag === 12) {
      if (this.#collections.length === 0) throw malformed('a collection ends that was not begun');
      this.#collections = this.#collections.slice(0, -1);
    }
    // Local items are those of one main item.
    this.#usages = [];
    this.#minimum = null;
    this.#alternatives = 'none';
  }

  #open(type: number): void {
    if (this.#collections.length >= NESTING_MAX) throw malformed(`more than ${NESTING_MAX} collections in each other`);
    const usage = this.#ranges()[0]?.first ?? 0;
    this.#collections = [...this.#collections, { index: this.#opened++, type, usage }];
  }

  #declare(kind: ReportField['kind'], flags: number): void {
    const { size, count, report } = this.#globals;
    const key = reportKey({ kind, report });
    const offset = this.#bits.get(key) ?? 0;
    const end = offset + size * count;
    if (end > REPORT_BITS_MAX) throw malformed(`a report of ${end} bits`);
    this.#bits.set(key, end);
    const constant = (flags & 1) !== 0;
    if (constant || count === 0 || size === 0 || size > VALUE_BITS_MAX) return;
    this.#values += count;
    if (this.#values > VALUES_MAX) throw malformed(`more than ${VALUES_MAX} values`);
    this.#fields.push({
      kind,
      report,
      offset,
      size,
      count,
      variable: (flags & 2) !== 0,
      relative: (flags & 4) !== 0,
      usages: this.#ranges(),
      logical: range(this.#globals.minimum, this.#globals.maximum),
      physical: range(this.#globals.physicalMinimum, this.#globals.physicalMaximum),
      collections: this.#collections,
    });
  }

  #ranges(): readonly UsageRange[] {
    return this.#usages
      .map(({ first, last }) => ({ first: this.#withPage(first), last: this.#withPage(last) }))
      .filter(({ first, last }) => first <= last);
  }

  /** A usage of four bytes brings its page; a shorter one is of the page that its main item finds. */
  #withPage(item: DescriptorItem): number {
    return item.size === 4 ? item.value : this.#globals.usagePage * 0x1_0000 + item.value;
  }

  #global(item: DescriptorItem): void {
    if (item.tag === PUSH) {
      if (this.#pushed.length >= NESTING_MAX) throw malformed(`more than ${NESTING_MAX} pushes`);
      this.#pushed.push(this.#globals);
    } else if (item.tag === POP) {
      const popped = this.#pushed.pop();
      if (popped === undefined) throw malformed('a pop without a push');
      this.#globals = popped;
    } else {
      this.#globals = globalsAfter(this.#globals, item);
      this.#numbered ||= item.tag === REPORT_ID;
    }
  }

  #local(item: DescriptorItem): void {
    if (item.tag === 10) {
      if ((item.value === 1) === (this.#alternatives !== 'none')) throw malformed('alternatives inside alternatives');
      this.#alternatives = item.value === 1 ? 'first' : 'none';
      return;
    }
    if (item.tag > 2) return;
    if (item.tag === 1) this.#minimum = item;
    else if (item.tag === 0) this.#use({ first: item, last: item });
    else if (this.#minimum !== null) {
      this.#use({ first: this.#minimum, last: item });
      this.#minimum = null;
    }
  }

  #use(usage: LocalUsage): void {
    if (this.#alternatives !== 'further') this.#usages.push(usage);
    if (this.#alternatives === 'first') this.#alternatives = 'further';
  }
}

const ZERO = { value: 0, signed: 0 };

const INITIAL_GLOBALS: Globals = {
  usagePage: 0,
  minimum: 0,
  maximum: ZERO,
  physicalMinimum: 0,
  physicalMaximum: ZERO,
  size: 0,
  count: 0,
  report: 0,
};

const REPORT_ID = 8;
const PUSH = 10;
const POP = 11;

function globalsAfter(globals: Globals, item: DescriptorItem): Globals {
  switch (item.tag) {
    case 0:
      return { ...globals, usagePage: item.value & 0xffff };
    case 1:
      return { ...globals, minimum: item.signed };
    case 2:
      return { ...globals, maximum: item };
    case 3:
      return { ...globals, physicalMinimum: item.signed };
    case 4:
      return { ...globals, physicalMaximum: item };
    case 7:
      return { ...globals, size: item.value };
    case REPORT_ID:
      if (item.value === 0 || item.value > 0xff) throw malformed(`the report ID ${item.value}`);
      return { ...globals, report: item.value };
    case 9:
      return { ...globals, count: item.value };
    default:
      // Units change no usage, and reserved tags say nothing yet.
      return globals;
  }
}

/**
 * Devices write 255 as one byte, which as a signed number is -1: above a minimum that is not negative a maximum is not
 * either (as Linux reads it).
 */
const range = (minimum: number, maximum: Pick<DescriptorItem, 'value' | 'signed'>) => ({
  minimum,
  maximum: minimum < 0 ? maximum.signed : maximum.value,
});
