import type { HidLayout } from '@seatmatrix/firmware-agent/drivers';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

/** Devices whose reports are the contract's layouts as they are. */
export const DESCRIPTORS: Readonly<Record<HidLayout, Uint8Array>> = {
  'boot-keyboard': bytes(`
    05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01 95 05 75 01 05 08 19 01 29 05
    91 02 95 01 75 03 91 01 95 06 75 08 15 00 26 ff 00 05 07 19 00 2a ff 00 81 00 c0`),
  'key-bitmap': bytes('05 01 09 06 a1 01 05 07 19 00 29 ff 15 00 25 01 75 01 96 00 01 81 02 c0'),
  'consumer-control': bytes('05 0c 09 01 a1 01 19 00 2a ff 03 15 00 26 ff 03 75 10 95 01 81 00 c0'),
  'boot-mouse': bytes(`
    05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 05 15 00 25 01 95 05 75 01 81 02 95 01 75 03 81 01 05 01 09 30 09 31
    09 38 15 81 25 7f 75 08 95 03 81 06 c0 c0`),
  'wide-mouse': bytes(`
    05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 05 15 00 25 01 95 05 75 01 81 02 95 01 75 03 81 01 05 01 09 30 09 31
    16 01 80 26 ff 7f 75 10 95 02 81 06 09 38 15 81 25 7f 75 08 95 01 81 06 05 0c 0a 38 02 81 06 c0 c0`),
  'absolute-pointer': bytes(`
    05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 05 15 00 25 01 95 05 75 01 81 02 95 01 75 03 81 01 05 01 09 30 09 31
    15 00 26 ff 7f 75 10 95 02 81 02 09 38 15 81 25 7f 75 08 95 01 81 06 05 0c 0a 38 02 81 06 c0 c0`),
};
