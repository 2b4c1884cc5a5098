import { joinAnnexB } from '../annex-b.ts';

/** Made-up access units that say their number and look like H.264 to the packetiser: no zeros, true NAL types. */
export function unitOf({ number, key, size }: { number: number; key: boolean; size: number }): Uint8Array {
  const picture = new Uint8Array(Math.max(size, 8)).fill(0x5a);
  picture[0] = key ? 0x65 : 0x41;
  for (let digit = 0; digit < 5; digit++) picture[1 + digit] = 1 + (Math.floor(number / 100 ** digit) % 100);
  const parameters = [[Uint8Array.of(0x67, 0x42, 0xc0, 0x1f)], [Uint8Array.of(0x68, 0xce, 0x3c, 0x80)]];
  return joinAnnexB(key ? [...parameters, [picture]] : [[picture]]);
}

/** The number that a unit was made with. */
export function numberOf(unit: Uint8Array, key: boolean): number {
  // Three start codes and two sets of parameters before the picture of a key unit.
  const at = key ? 21 : 5;
  let number = 0;
  for (let digit = 4; digit >= 0; digit--) number = number * 100 + ((unit[at + digit] ?? 0) - 1);
  return number;
}
