/*
 * Report descriptors of real devices, as hid-recorder or usbhid-dump printed them, for tests. Where each was published
 * stands above it.
 */

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

/** Logitech Unifying receiver 046d:c52b, interface 0. usbhid-dump in a GitHub note "USB HID device report descriptors". */
export const LOGITECH_UNIFYING_KEYBOARD = bytes(`
  05 01 09 06 A1 01 95 08 75 01 15 00 25 01 05 07 19 E0 29 E7 81 02 81 03 95 05 05 08 19 01 29 05 91 02 95 01 75 03
  91 01 95 06 75 08 15 00 26 FF 00 05 07 19 00 2A FF 00 81 00 C0`);

/** The same, interface 1: a mouse with 12-bit axes and tilt, two consumer keys, system control, a vendor's page. */
export const LOGITECH_UNIFYING_MOUSE = bytes(`
  05 01 09 02 A1 01 85 02 09 01 A1 00 95 10 75 01 15 00 25 01 05 09 19 01 29 10 81 02 95 02 75 0C 16 01 F8 26 FF 07
  05 01 09 30 09 31 81 06 95 01 75 08 15 81 25 7F 09 38 81 06 95 01 05 0C 0A 38 02 81 06 C0 C0 05 0C 09 01 A1 01 85
  03 95 02 75 10 15 01 26 FF 02 19 01 2A FF 02 81 00 C0 05 01 09 80 A1 01 85 04 95 01 75 02 15 01 25 03 09 82 09 81
  09 83 81 00 75 06 81 03 C0 06 BC FF 09 88 A1 01 85 08 95 01 75 08 15 01 26 FF 00 19 01 29 FF 81 00 C0`);

/** Logitech G515 046d:c343, interface 0: every key a bit. usbhid-dump on the linux-input mailing list, September 2025. */
export const LOGITECH_G515_KEYBOARD = bytes(`
  05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 05 05 08 19 01 29 05 91 02 95 01 75 03 91 03
  95 70 75 01 05 07 19 04 29 73 81 02 95 05 19 87 29 8B 81 02 95 03 19 90 29 92 81 02 C0`);

/** The same, interface 1: 16-bit axes, sixteen buttons, as Logitech's gaming mice have it. */
export const LOGITECH_WIDE_MOUSE = bytes(`
  05 01 09 02 A1 01 85 02 09 01 A1 00 95 10 75 01 15 00 25 01 05 09 19 01 29 10 81 02 95 02 75 10 16 01 80 26 FF 7F
  05 01 09 30 09 31 81 06 95 01 75 08 15 81 25 7F 09 38 81 06 95 01 05 0C 0A 38 02 81 06 C0 C0 05 0C 09 01 A1 01 85
  03 95 02 75 10 15 01 26 FF 02 19 01 2A FF 02 81 00 C0 05 01 09 80 A1 01 85 04 95 01 75 02 15 01 25 03 09 82 09 81
  09 83 81 00 75 06 81 03 C0`);

/** Microsoft 2.4 GHz transceiver 045e:07a5, interface 1: wheels in parts of a notch. libratbag, hid-recorder tutorial. */
export const MICROSOFT_TRANSCEIVER = bytes(`
  05 01 09 02 a1 01 05 01 09 02 a1 02 85 1a 09 01 a1 00 05 09 19 01 29 05 95 05 75 01 15 00 25 01 81 02 75 03 95 01
  81 01 05 01 09 30 09 31 95 02 75 10 16 01 80 26 ff 7f 81 06 a1 02 85 12 09 48 95 01 75 02 15 00 25 01 35 01 45 0c
  b1 02 85 1a 09 38 35 00 45 00 95 01 75 10 16 01 80 26 ff 7f 81 06 c0 a1 02 85 12 09 48 75 02 15 00 25 01 35 01 45
  0c b1 02 35 00 45 00 75 04 b1 01 85 1a 05 0c 95 01 75 10 16 01 80 26 ff 7f 0a 38 02 81 06 c0 c0 c0 c0 05 0c 09 01
  a1 01 05 01 09 02 a1 02 85 1f 05 0c 0a 38 02 95 01 75 10 16 01 80 26 ff 7f 81 06 85 17 06 00 ff 0a 06 ff 0a 0f ff
  15 00 25 01 35 01 45 0c 95 02 75 02 b1 02 0a 04 ff 35 00 45 00 95 01 75 01 b1 02 75 03 b1 01 c0 c0`);

/** Apple Keyboard 05ac:0250 (aluminium), interface 0: five keys and Fn. hid-recorder on the linux-input mailing list. */
export const APPLE_KEYBOARD = bytes(`
  05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01 05 08 19 01 29 05 95 05 75 01
  91 02 95 01 75 03 91 01 05 07 19 00 2a ff 00 95 05 75 08 15 00 26 ff 00 81 00 05 ff 09 03 75 08 95 01 81 02 c0`);

/** The same, interface 1: seven consumer keys, each a bit. */
export const APPLE_CONSUMER_KEYS = bytes(`
  05 0c 09 01 a1 01 05 0c 75 01 95 01 15 00 25 01 09 cd 81 06 09 b5 81 02 09 b6 81 02 09 b8 81 06 09 e2 81 06 09 ea
  81 02 09 e9 81 02 81 01 c0`);

/** Corsair STRAFE RGB 1b1c:1b20 in NKRO mode, with its reports. usbhid-dump in hrvach/deskhop, issue 45. */
export const CORSAIR_STRAFE = bytes(`
  05 01 09 06 A1 01 85 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 19 00 29 97 15 00 25 01 75 01 95 98 81 02
  05 08 19 01 29 03 25 01 75 01 95 03 91 02 75 05 95 01 91 01 C0 05 0C 09 01 A1 01 85 02 05 0C 19 00 2A FF 0F 15 00
  26 FF 0F 75 10 95 02 81 00 C0 06 C0 FF 09 02 A1 01 85 03 15 00 26 FF 00 95 3F 75 08 09 02 81 02 C0 06 C2 FF 09 03
  A1 01 85 0E 15 00 26 FF 00 95 3F 75 08 09 03 81 02 C0`);

/** Keebio BDN9 (QMK firmware), interface 1: mouse, system control and consumer control by report ID. */
export const QMK_SHARED = bytes(`
  05 01 09 02 a1 01 85 02 09 01 a1 00 05 09 19 01 29 08 15 00 25 01 95 08 75 01 81 02 05 01 09 30 09 31 15 81 25 7f
  95 02 75 08 81 06 09 38 15 81 25 7f 95 01 75 08 81 06 05 0c 0a 38 02 15 81 25 7f 95 01 75 08 81 06 c0 c0 05 01 09
  80 a1 01 85 03 19 01 2a b7 00 15 01 26 b7 00 95 01 75 10 81 00 c0 05 0c 09 01 a1 01 85 04 19 01 2a a0 02 15 01 26
  a0 02 95 01 75 10 81 00 c0`);

/** Lenovo ThinkPad X12 folio 17ef:61ae, with its reports. hid-recorder on the linux-input mailing list. */
export const LENOVO_FOLIO = bytes(`
  05 01 09 02 a1 01 85 01 09 01 a1 00 05 09 15 00 25 01 19 01 29 05 75 01 95 05 81 02 95 03 81 01 05 01 16 01 80 26
  ff 7f 09 30 09 31 75 10 95 02 81 06 15 81 25 7f 09 38 75 08 95 01 81 06 05 0c 0a 38 02 95 01 81 06 c0 c0 05 01 09
  80 a1 01 85 02 19 81 29 83 15 00 25 01 75 01 95 03 81 02 95 05 81 01 c0 05 0c 09 01 a1 01 85 03 19 00 2a ff 07 15
  00 26 ff 07 95 01 75 18 81 00 c0 05 01 09 06 a1 01 85 04 05 07 95 01 75 08 81 03 95 e8 75 01 15 00 25 01 05 07 19
  00 29 e7 81 00 c0 05 01 09 0c a1 01 85 08 15 00 25 01 09 c6 95 01 75 01 81 06 75 07 81 03 c0 06 a0 ff 09 01 a1 01
  85 09 09 01 75 08 95 02 91 82 09 02 75 08 95 02 81 82 c0 06 a1 ff 09 11 a1 01 85 54 09 11 75 08 95 01 b1 02 c0 06
  a3 ff 09 13 a1 01 85 74 09 13 75 08 95 01 b1 02 c0 06 a2 ff 09 12 a1 01 85 64 09 12 75 08 95 01 b1 02 c0 06 a6 ff
  09 16 a1 01 85 b4 09 16 75 08 95 01 b1 02 c0 06 a8 ff 09 18 a1 01 85 c4 09 18 75 08 95 01 b1 02 c0`);

/** Xiaomi wireless mouse 2717:003b: buttons in one report, movement in another. Linux, selftests/hid/tests/test_mouse.py. */
export const XIAOMI_MOUSE = bytes(`
  05 01 09 02 a1 01 85 01 09 01 a1 00 95 05 75 01 05 09 19 01 29 05 15 00 25 01 81 02 95 01 75 03 81 01 75 08 95 01
  05 01 09 38 15 81 25 7f 81 06 05 0c 0a 38 02 95 01 81 06 c0 85 02 09 01 a1 00 75 0c 95 02 05 01 09 30 09 31 16 01
  f8 26 ff 07 81 06 c0 c0 05 0c 09 01 a1 01 85 03 15 00 25 01 75 01 95 01 09 cd 81 06 0a 83 01 81 06 09 b5 81 06 09
  b6 81 06 09 ea 81 06 09 e9 81 06 0a 25 02 81 06 0a 24 02 81 06 c0`);

/** QEMU usb-tablet. QEMU, hw/usb/dev-hid.c. */
export const QEMU_TABLET = bytes(`
  05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 03 15 00 25 01 95 03 75 01 81 02 95 01 75 05 81 01 05 01 09 30 09 31
  15 00 26 ff 7f 35 00 46 ff 7f 75 10 95 02 81 02 05 01 09 38 15 81 25 7f 35 00 45 00 75 08 95 01 81 06 c0 c0`);

/** QEMU usb-kbd: the logical maximum 255 in one byte. QEMU, hw/usb/dev-hid.c. */
export const QEMU_KEYBOARD = bytes(`
  05 01 09 06 a1 01 75 01 95 08 05 07 19 e0 29 e7 15 00 25 01 81 02 95 01 75 08 81 01 95 05 75 01 05 08 19 01 29 05
  91 02 95 01 75 03 91 01 95 06 75 08 15 00 25 ff 05 07 19 00 29 ff 81 00 c0`);

/** QEMU usb-mouse. QEMU, hw/usb/dev-hid.c. */
export const QEMU_MOUSE = bytes(`
  05 01 09 02 a1 01 09 01 a1 00 05 09 19 01 29 03 15 00 25 01 95 03 75 01 81 02 95 01 75 05 81 01 05 01 09 30 09 31
  09 38 15 81 25 7f 75 08 95 03 81 06 c0 c0`);

const ELAN_FINGER = `
  05 0d 09 22 a1 02 05 0d 09 42 15 00 25 01 75 01 95 01 81 02 75 01 81 03 75 06 09 51 25 3f 81 02 26 ff 00 75 08 09
  48 81 02 09 49 81 02 95 01 05 01 a4 26 20 0d 75 10 55 0f 65 11 09 30 35 00 46 26 01 95 02 81 02 26 50 07 46 a6 00
  09 31 81 02 b4 c0`;

/** ELAN touch screen of a Dell XPS 9360, two of its fingers: push and pop, two values of X each. Linux, test_multitouch.py. */
export const ELAN_TOUCH_SCREEN = bytes(`05 0d 09 04 a1 01 85 01 ${ELAN_FINGER} ${ELAN_FINGER} c0`);
