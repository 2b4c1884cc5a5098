/**
 * The keys that the chip can send beside a keyboard's: two devices with report IDs of their own (WCH, "CH9329 Serial
 * Communication Protocol" V1.0, CMD_SEND_KB_MEDIA_DATA and its table of keys). Usages are those of the HID consumer page.
 */

/** ID 1, one byte: the power keys. */
const POWER_KEYS: ReadonlyMap<number, number> = new Map([
  [0x30, 0x01], // Power
  [0x32, 0x02], // Sleep
]);

/** ID 2, three bytes: by usage, the byte and its bit. */
const MEDIA_KEYS: ReadonlyMap<number, readonly [byte: number, bit: number]> = new Map([
  [0xe9, [0, 0]], // Volume Increment
  [0xea, [0, 1]], // Volume Decrement
  [0xe2, [0, 2]], // Mute
  [0xcd, [0, 3]], // Play/Pause
  [0xb5, [0, 4]], // Scan Next Track
  [0xb6, [0, 5]], // Scan Previous Track
  [0xb7, [0, 6]], // Stop
  [0xb8, [0, 7]], // Eject
  [0x18a, [1, 0]], // AL Email Reader
  [0x221, [1, 1]], // AC Search
  [0x22a, [1, 2]], // AC Bookmarks
  [0x223, [1, 3]], // AC Home
  [0x224, [1, 4]], // AC Back
  [0x225, [1, 5]], // AC Forward
  [0x226, [1, 6]], // AC Stop
  [0x227, [1, 7]], // AC Refresh
  [0x183, [2, 0]], // AL Consumer Control Configuration
  [0x196, [2, 1]], // AL Internet Browser
  [0x192, [2, 2]], // AL Calculator
  [0x19e, [2, 3]], // AL Terminal Lock/Screensaver
  [0x194, [2, 4]], // AL Local Machine Browser
  [0x206, [2, 5]], // AC Minimize
  [0xb2, [2, 6]], // Record
  [0xb4, [2, 7]], // Rewind
]);

const POWER_ID = 0x01;
const MEDIA_ID = 0x02;

/** Data of the two commands that hold this key and no other: of both devices, since the last key may have been the other's. */
export function mediaReports(usage: number): { readonly power: Uint8Array; readonly media: Uint8Array } {
  const media = Uint8Array.of(MEDIA_ID, 0, 0, 0);
  const place = MEDIA_KEYS.get(usage);
  if (place !== undefined) media[1 + place[0]] = 1 << place[1];
  return { power: Uint8Array.of(POWER_ID, POWER_KEYS.get(usage) ?? 0), media };
}
