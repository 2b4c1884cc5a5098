const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

/** One HID interface of the gadget. */
export interface GadgetFunction {
  readonly name: GadgetFunctionName;
  /** 1: the computer's firmware may use it before any system is up (HID 1.11 §4.2). */
  readonly subclass: 0 | 1;
  /** 1: a keyboard, as the firmware knows it. */
  readonly protocol: 0 | 1;
  readonly reportLength: number;
  readonly descriptor: Uint8Array;
}

export type GadgetFunctionName = 'keyboard' | 'consumer' | 'absolute-pointer' | 'relative-pointer';

/**
 * What the computer sees. Linux has room for exactly four (HIDG_MINORS): each is an interface of its own, without report
 * IDs, so that a firmware menu understands the keyboard and no device waits for another's report to be fetched.
 */
export const GADGET_FUNCTIONS: readonly GadgetFunction[] = [
  {
    name: 'keyboard',
    subclass: 1,
    protocol: 1,
    reportLength: 8,
    // HID 1.11 appendix B.1, with keys up to 0xFF where the example ends at 0x65.
    descriptor: bytes(`
      05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 03 95 05 75 01 05 08 19 01 29 05
      91 02 95 01 75 03 91 03 95 06 75 08 15 00 26 ff 00 05 07 19 00 2a ff 00 81 00 c0`),
  },
  {
    name: 'absolute-pointer',
    subclass: 0,
    protocol: 0,
    reportLength: 7,
    // Five buttons, X and Y 0–32767, wheel, AC Pan.
    descriptor: bytes(`
      05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 05 15 00 25 01 95 05 75 01 81 02 95 01 75 03 81 03 05 01 09 30 09 31
      15 00 26 ff 7f 35 00 46 ff 7f 75 10 95 02 81 02 09 38 15 81 25 7f 35 00 45 00 75 08 95 01 81 06 05 0c 0a 38 02 81
      06 c0 c0`),
  },
  {
    name: 'relative-pointer',
    subclass: 0,
    protocol: 0,
    reportLength: 7,
    // Five buttons, 16-bit movement, wheel, AC Pan.
    descriptor: bytes(`
      05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 05 15 00 25 01 95 05 75 01 81 02 95 01 75 03 81 03 05 01 09 30 09 31
      16 01 80 26 ff 7f 75 10 95 02 81 06 09 38 15 81 25 7f 75 08 95 01 81 06 05 0c 0a 38 02 81 06 c0 c0`),
  },
  {
    name: 'consumer',
    subclass: 0,
    protocol: 0,
    reportLength: 2,
    // One usage of the consumer page, up to 0x7FF: the highest that is assigned lies below 0x520.
    descriptor: bytes('05 0c 09 01 a1 01 15 00 26 ff 07 19 00 2a ff 07 75 10 95 01 81 00 c0'),
  },
];
