import { readBits } from './report-bits.ts';
import { logicalCollectionOf, type ReportValue } from './report-field.ts';

/** What a digitizer tells of one finger or pen. */
export interface Contact {
  readonly x: ReportValue;
  readonly y: ReportValue;
  readonly tip: ReportValue;
  readonly id: ReportValue | null;
  readonly inRange: ReportValue | null;
  readonly barrel: ReportValue | null;
}

/** The contacts of a report, in the order of their places in it; none for what is no digitizer. */
export function contactsOf(values: readonly ReportValue[]): readonly Contact[] {
  const groups = new Map<string, ReportValue[]>();
  for (const value of values) {
    const collection = logicalCollectionOf(value.field)?.index ?? value.field.collections[0]?.index ?? 0;
    const key = `${value.report} ${collection}`;
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].flatMap((group) => {
    const find = (usage: number) => group.find((value) => value.usage === usage) ?? null;
    const [x, y, tip] = [find(X), find(Y), find(TIP_SWITCH)];
    if (x === null || y === null || tip === null) return [];
    return [{ x, y, tip, id: find(CONTACT_ID), inRange: find(IN_RANGE), barrel: find(BARREL_SWITCH) }];
  });
}

export interface ReadContact {
  readonly id: number;
  readonly touching: boolean;
  readonly hovers: boolean;
  /** The barrel's button is the right one. */
  readonly buttons: number;
}

export function readContact(
  contact: Contact,
  { bytes, slot }: { readonly bytes: Uint8Array; readonly slot: number },
): ReadContact {
  const read = (value: ReportValue | null) =>
    value === null ? 0 : readBits(bytes, { offset: value.offset, size: value.field.size });
  const touching = read(contact.tip) !== 0;
  return {
    id: contact.id === null ? slot : read(contact.id),
    touching,
    hovers: !touching && read(contact.inRange) !== 0,
    buttons: read(contact.barrel) === 0 ? 0 : 0b10,
  };
}

const X = 0x01_0030;
const Y = 0x01_0031;
const IN_RANGE = 0x0d_0032;
const TIP_SWITCH = 0x0d_0042;
const BARREL_SWITCH = 0x0d_0044;
const CONTACT_ID = 0x0d_0051;
