/**
 * What the bits of the two media reports are to a computer: usages of the consumer page, in the order of the tables beside
 * CMD_SEND_KB_MEDIA_DATA in the protocol document (bit 0 first).
 */
const ACPI = [0x30, 0x32];

const MULTIMEDIA = [
  // Volume+, Volume-, Mute, Play/Pause, Next Track, Prev. Track, CD Stop, Eject
  [0xe9, 0xea, 0xe2, 0xcd, 0xb5, 0xb6, 0xb7, 0xb8],
  // E-Mail, WWW Search, WWW Favourites, WWW Home, WWW Back, WWW Forward, WWW Stop, Refresh
  [0x18a, 0x221, 0x22a, 0x223, 0x224, 0x225, 0x226, 0x227],
  // Media, Explorer, Calculator, Screen Save, My Computer, Minimize, Record, Rewind
  [0x183, 0x196, 0x192, 0x19e, 0x194, 0x206, 0xb2, 0xb4],
];

/** The usages that these reports hold: ACPI's one byte and the multimedia device's three. */
export function mediaUsages({
  acpi,
  multimedia,
}: {
  readonly acpi: number;
  readonly multimedia: readonly number[];
}): readonly number[] {
  const held = ACPI.filter((_, bit) => acpi & (1 << bit));
  MULTIMEDIA.forEach((usages, byte) => {
    held.push(...usages.filter((_, bit) => (multimedia[byte] ?? 0) & (1 << bit)));
  });
  return held;
}
