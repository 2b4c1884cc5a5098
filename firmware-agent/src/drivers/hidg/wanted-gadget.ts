import { GADGET_FUNCTIONS, type GadgetFunctionName } from './gadget-functions.ts';
import type { GadgetEntry, GadgetState } from './gadget-tree.ts';

/** The gadget's folder in configfs. Whatever has this name is ours, also what a killed agent left. */
export const GADGET_NAME = 'seatmatrix';

export const functionFolder = (name: GadgetFunctionName): string => `functions/hid.${name}`;

/** The gadget that the computer should see. */
export function wantedGadget(controller: string): GadgetState {
  return { controller, tree: new Map([...DEVICE, ...GADGET_FUNCTIONS.flatMap(functionEntries)]) };
}

const ENGLISH = '0x409';
const CONFIGURATION = 'configs/c.1';

const folder: GadgetEntry = { type: 'folder' };
const attribute = (value: string | Uint8Array): GadgetEntry => ({
  type: 'attribute',
  value: typeof value === 'string' ? Buffer.from(value) : value,
  optional: false,
});
const whereThere = (value: string): GadgetEntry => ({ type: 'attribute', value: Buffer.from(value), optional: true });

const DEVICE: readonly (readonly [string, GadgetEntry])[] = [
  // The Linux Foundation's composite gadget: ours to use as long as we have no vendor ID.
  ['idVendor', attribute('0x1d6b')],
  ['idProduct', attribute('0x0104')],
  ['bcdDevice', attribute('0x0100')],
  ['bcdUSB', attribute('0x0200')],
  [`strings/${ENGLISH}`, folder],
  [`strings/${ENGLISH}/manufacturer`, attribute('Seatmatrix')],
  [`strings/${ENGLISH}/product`, attribute('Seatmatrix keyboard and mouse')],
  [`strings/${ENGLISH}/serialnumber`, attribute('1')],
  [CONFIGURATION, folder],
  // Bus-powered, remote wake-up (USB 2.0 table 9-10).
  [`${CONFIGURATION}/bmAttributes`, attribute('0xa0')],
  [`${CONFIGURATION}/MaxPower`, attribute('100')],
  [`${CONFIGURATION}/strings/${ENGLISH}`, folder],
  [`${CONFIGURATION}/strings/${ENGLISH}/configuration`, attribute('keyboard and mouse')],
];

function functionEntries({
  name,
  subclass,
  protocol,
  reportLength,
  descriptor,
}: (typeof GADGET_FUNCTIONS)[number]): readonly (readonly [string, GadgetEntry])[] {
  const path = functionFolder(name);
  return [
    [path, folder],
    [`${path}/subclass`, attribute(String(subclass))],
    [`${path}/protocol`, attribute(String(protocol))],
    [`${path}/report_length`, attribute(String(reportLength))],
    [`${path}/report_desc`, attribute(descriptor)],
    // Lights by SET_REPORT, as every firmware sends them; with an endpoint of its own the kernel refuses that (Linux 5.16).
    [`${path}/no_out_endpoint`, whereThere('1')],
    [`${path}/wakeup_on_write`, whereThere('1')],
    [`${CONFIGURATION}/hid.${name}`, { type: 'link', target: path }],
  ];
}
