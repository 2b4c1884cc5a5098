import { consumerUsage, type Usage, usage } from '@seatmatrix/protocol/domain';

/** The Linux key code of a usage; null for one that Linux has no key for, or whose key X cannot carry (above 247). */
export function evdevCode(key: Usage): number | null {
  const code = key < KEYBOARD_PAGE.length ? (KEYBOARD_PAGE[key] ?? 0) : (consumerCodes.get(key) ?? 0);
  return code === 0 || code > CODE_MAX ? null : code;
}

/** The usage that a keyboard sends for a Linux key code: of the consumer page where keyboards use that for it. */
export function usageOfEvdevCode(code: number): Usage | null {
  return usages.get(code) ?? null;
}

/** X key codes are one byte and lie 8 above Linux's. */
const CODE_MAX = 247;

/** Index: usage of page 0x07. As Linux maps them (`hid_keyboard` in its hid-input.c); 0 is none. */
const KEYBOARD_PAGE: readonly number[] = [
  ...[0, 0, 0, 0, 30, 48, 46, 32, 18, 33, 34, 35, 23, 36, 37, 38],
  ...[50, 49, 24, 25, 16, 19, 31, 20, 22, 47, 17, 45, 21, 44, 2, 3],
  ...[4, 5, 6, 7, 8, 9, 10, 11, 28, 1, 14, 15, 57, 12, 13, 26],
  ...[27, 43, 43, 39, 40, 41, 51, 52, 53, 58, 59, 60, 61, 62, 63, 64],
  ...[65, 66, 67, 68, 87, 88, 99, 70, 119, 110, 102, 104, 111, 107, 109, 106],
  ...[105, 108, 103, 69, 98, 55, 74, 78, 96, 79, 80, 81, 75, 76, 77, 71],
  ...[72, 73, 82, 83, 86, 127, 116, 117, 183, 184, 185, 186, 187, 188, 189, 190],
  ...[191, 192, 193, 194, 134, 138, 130, 132, 128, 129, 131, 137, 133, 135, 136, 113],
  ...[115, 114, 0, 0, 0, 121, 0, 89, 93, 124, 92, 94, 95, 0, 0, 0],
  ...[122, 123, 90, 91, 85, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, 0, 0, 0, 0, 0, 179, 180, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[29, 42, 56, 125, 97, 54, 100, 126],
];

/** Usage of the consumer page (0x0C), Linux key code: what keyboards have, as the same file maps it. */
const CONSUMER_PAGE: readonly (readonly [number, number])[] = [
  [0xe2, 113],
  [0xea, 114],
  [0xe9, 115],
  [0x34, 142],
  [0xb0, 207],
  [0xb1, 201],
  [0xb2, 167],
  [0xb3, 208],
  [0xb4, 168],
  [0xb5, 163],
  [0xb6, 165],
  [0xb7, 166],
  [0xb8, 161],
  [0xcd, 164],
  [0x6f, 225],
  [0x70, 224],
  [0x183, 171],
  [0x18a, 155],
  [0x192, 140],
  [0x194, 157],
  [0x196, 150],
  [0x19e, 152],
  [0x201, 181],
  [0x203, 206],
  [0x207, 234],
  [0x208, 210],
  [0x221, 217],
  [0x223, 172],
  [0x224, 158],
  [0x225, 159],
  [0x227, 173],
  [0x22a, 156],
  [0x233, 177],
  [0x234, 178],
  [0x279, 182],
  [0x289, 232],
  [0x28b, 233],
  [0x28c, 231],
];

const consumerCodes: ReadonlyMap<Usage, number> = new Map(
  CONSUMER_PAGE.map(([value, code]) => [consumerUsage(value), code]),
);

/** Two usages may have one key (0x31 and 0x32 never are on one keyboard): the first stands for it. */
const usages: ReadonlyMap<number, Usage> = new Map([
  ...KEYBOARD_PAGE.map((code, value) => [code, usage(value)] as const)
    .filter(([code]) => code !== 0)
    .reverse(),
  ...CONSUMER_PAGE.map(([value, code]) => [code, consumerUsage(value)] as const),
]);
