import { encodeAbsolutePointer, encodeBootMouse, encodeWideMouse, POINTER_MAX } from '@seatmatrix/protocol/domain';
import { type Contact, contactsOf, readContact } from './contact-reader.ts';
import { readBits, readSignedBits } from './report-bits.ts';
import {
  applicationOf,
  logicalCollectionOf,
  type ReportDescriptor,
  type ReportField,
  type ReportValue,
  valuesOf,
} from './report-field.ts';
import type { ReportReader } from './report-reader.ts';

/**
 * A mouse in boot layout where that loses nothing, else the wide one; tablets, touch screens and pens as an absolute
 * pointer. Null for what has no axis to point with, and for touch pads, whose places are no places on a screen.
 */
export function pointerReader(fields: readonly ReportField[], descriptor: ReportDescriptor): ReportReader | null {
  const values = fields.filter((field) => field.variable && isPointer(field)).flatMap(valuesOf);
  const find = (usage: number) => values.find((value) => value.usage === usage) ?? null;
  const x = find(X);
  const y = find(Y);
  const absolute = x !== null && y !== null && !x.field.relative && !y.field.relative;
  const pointer: Pointer = {
    x,
    y,
    wheel: axis(find(WHEEL), descriptor),
    tilt: axis(find(AC_PAN), descriptor),
    buttons: values.filter(({ usage }) => usage >= FIRST_BUTTON && usage < FIRST_BUTTON + BUTTONS),
    contacts: contactsOf(values),
  };
  if (absolute) return absoluteReader(pointer, START);
  const moves = x?.field.relative || y?.field.relative || pointer.wheel !== null || pointer.tilt !== null;
  return moves ? relativeReader(pointer, START) : null;
}

const X = 0x01_0030;
const Y = 0x01_0031;
const WHEEL = 0x01_0038;
const RESOLUTION_MULTIPLIER = 0x01_0048;
const AC_PAN = 0x0c_0238;
const FIRST_BUTTON = 0x09_0001;
const BUTTONS = 5;

/** Pointer, mouse, digitizer, pen, touch screen. A joystick has X and Y too. */
const APPLICATIONS: ReadonlySet<number> = new Set([0x01_0001, 0x01_0002, 0x0d_0001, 0x0d_0002, 0x0d_0004]);
const CONSUMER_CONTROL = 0x0c_0001;

/** Microsoft's receivers tell the tilt of a mouse's wheel among the consumer keys. */
const isPointer = (field: ReportField): boolean => {
  const application = applicationOf(field);
  return (
    APPLICATIONS.has(application) ||
    (application === CONSUMER_CONTROL && field.usages.some(({ first }) => first === AC_PAN))
  );
};

interface Axis {
  readonly value: ReportValue;
  /** How many of its counts are one notch. */
  readonly notch: number;
}

interface Pointer {
  readonly x: ReportValue | null;
  readonly y: ReportValue | null;
  readonly wheel: Axis | null;
  readonly tilt: Axis | null;
  readonly buttons: readonly ReportValue[];
  readonly contacts: readonly Contact[];
}

interface PointerState {
  /** By report: some mice tell their buttons in one report and their movement in another. */
  readonly buttons: ReadonlyMap<number, number>;
  readonly position: { readonly x: number; readonly y: number } | null;
  /** Counts that do not make a notch yet. */
  readonly wheel: number;
  readonly tilt: number;
  readonly contact: number | null;
}

const START: PointerState = { buttons: new Map(), position: null, wheel: 0, tilt: 0, contact: null };

/**
 * Linux sets every resolution multiplier to its highest when a mouse is plugged in, and hidraw then reads wheels that
 * count in parts of a notch (Linux, hid_setup_resolution_multiplier; HID Usage Tables 1.5 §4.3.1).
 */
function axis(value: ReportValue | null, descriptor: ReportDescriptor): Axis | null {
  if (value === null) return null;
  const multiplier = descriptor.fields.find((field) => {
    if (field.kind !== 'feature' || !field.usages.some(({ first }) => first === RESOLUTION_MULTIPLIER)) return false;
    const index = (logicalCollectionOf(field) ?? field.collections[0])?.index;
    return value.field.collections.some((collection) => collection.index === index);
  });
  const notch = multiplier?.physical.maximum ?? 1;
  // Linux takes no more for true.
  return { value, notch: notch >= 1 && notch <= 255 ? notch : 1 };
}

function relativeReader(pointer: Pointer, state: PointerState): ReportReader {
  const { x, y, tilt } = pointer;
  const narrow = [x, y].every((value) => value === null || value.field.size <= 8) && tilt === null;
  const reports = reportsOf(pointer);
  const reader: ReportReader = {
    layout: narrow ? 'boot-mouse' : 'wide-mouse',
    read(report, bytes) {
      if (!reports.has(report)) return { reader, bytes: null };
      const now = turn(pointer, { state: pressButtons(pointer, { state, report, bytes }), report, bytes });
      const moved = {
        buttons: heldButtons(now.state),
        dx: movement(x, { report, bytes }),
        dy: movement(y, { report, bytes }),
        wheel: now.wheel,
      };
      return {
        reader: relativeReader(pointer, now.state),
        bytes: narrow ? encodeBootMouse(moved) : encodeWideMouse({ ...moved, tilt: now.tilt }),
      };
    },
  };
  return reader;
}

function absoluteReader(pointer: Pointer, state: PointerState): ReportReader {
  const reports = reportsOf(pointer);
  const reader: ReportReader = {
    layout: 'absolute-pointer',
    read(report, bytes) {
      if (!reports.has(report)) return { reader, bytes: null };
      const pressed = pressButtons(pointer, { state, report, bytes });
      const placed =
        pointer.contacts.length > 0
          ? touch(pointer, { state: pressed, report, bytes })
          : place(pointer, { state: pressed, report, bytes });
      const now = turn(pointer, { state: placed, report, bytes });
      const next = absoluteReader(pointer, now.state);
      const { position } = now.state;
      if (position === null) return { reader: next, bytes: null };
      const buttons = heldButtons(now.state);
      return { reader: next, bytes: encodeAbsolutePointer({ ...position, buttons, wheel: now.wheel, tilt: now.tilt }) };
    },
  };
  return reader;
}

interface Reading {
  readonly state: PointerState;
  readonly report: number;
  readonly bytes: Uint8Array;
}

function reportsOf({ x, y, wheel, tilt, buttons, contacts }: Pointer): ReadonlySet<number> {
  const values = [x, y, wheel?.value ?? null, tilt?.value ?? null, ...buttons, ...contacts.map(({ tip }) => tip)];
  return new Set(values.flatMap((value) => (value === null ? [] : [value.report])));
}

function pressButtons({ buttons }: Pointer, { state, report, bytes }: Reading): PointerState {
  const own = buttons.filter((button) => button.report === report);
  if (own.length === 0) return state;
  let held = 0;
  for (const { usage, offset, field } of own) {
    if (readBits(bytes, { offset, size: field.size }) !== 0) held |= 1 << (usage - FIRST_BUTTON);
  }
  return { ...state, buttons: new Map(state.buttons).set(report, held) };
}

const heldButtons = (state: PointerState): number => [...state.buttons.values()].reduce((all, held) => all | held, 0);

function movement(value: ReportValue | null, { report, bytes }: Omit<Reading, 'state'>): number {
  return value === null || value.report !== report || !value.field.relative ? 0 : signed(value, bytes);
}

/** What moves relatively moves both ways, whatever its logical minimum says. */
const signed = ({ offset, field }: ReportValue, bytes: Uint8Array): number =>
  readSignedBits(bytes, { offset, size: field.size });

/** Whole notches of both wheels, and what is left of them for the next report. */
function turn(
  { wheel, tilt }: Pointer,
  { state, report, bytes }: Reading,
): { readonly state: PointerState; readonly wheel: number; readonly tilt: number } {
  const counted = (which: Axis | null, rest: number) => {
    if (which === null || which.value.report !== report) return { notches: 0, rest };
    const counts = rest + signed(which.value, bytes);
    const notches = Math.trunc(counts / which.notch);
    return { notches, rest: counts - notches * which.notch };
  };
  const down = counted(wheel, state.wheel);
  const across = counted(tilt, state.tilt);
  return {
    state: { ...state, wheel: down.rest, tilt: across.rest },
    wheel: down.notches,
    tilt: across.notches,
  };
}

function place({ x, y }: Pointer, { state, report, bytes }: Reading): PointerState {
  if (x === null || y === null || x.report !== report) return state;
  const position = positionOf({ x, y }, bytes);
  return position === null ? state : { ...state, position };
}

/** The place on the display; null where the device says that it knows none. */
function positionOf(
  { x, y }: { readonly x: ReportValue; readonly y: ReportValue },
  bytes: Uint8Array,
): PointerState['position'] {
  const across = scaled(x, bytes);
  const down = scaled(y, bytes);
  return across === null || down === null ? null : { x: across, y: down };
}

function scaled({ offset, field }: ReportValue, bytes: Uint8Array): number | null {
  const { minimum, maximum } = field.logical;
  const where = { offset, size: field.size };
  const value = minimum < 0 ? readSignedBits(bytes, where) : readBits(bytes, where);
  if (maximum <= minimum || value < minimum || value > maximum) return null;
  return Math.round(((value - minimum) / (maximum - minimum)) * POINTER_MAX);
}

/** One finger or pen at a time: the first that touched, until it lifts. */
function touch({ contacts }: Pointer, { state, report, bytes }: Reading): PointerState {
  const seen = contacts
    .filter(({ tip }) => tip.report === report)
    .map((contact, slot) => ({ ...readContact(contact, { bytes, slot }), position: positionOf(contact, bytes) }));
  const followed =
    state.contact === null ? seen.find(({ touching }) => touching) : seen.find(({ id }) => id === state.contact);
  if (followed === undefined) {
    // A pen that hovers shows where it is.
    const hovering = state.contact === null ? seen.find(({ hovers }) => hovers) : undefined;
    return hovering?.position ? { ...state, position: hovering.position } : state;
  }
  return {
    ...state,
    contact: followed.touching ? followed.id : null,
    position: followed.position ?? state.position,
    buttons: new Map(state.buttons).set(TOUCH, followed.touching ? followed.buttons | 1 : 0),
  };
}

/** A key beside the report IDs. */
const TOUCH = -1;
