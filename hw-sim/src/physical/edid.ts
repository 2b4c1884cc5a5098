import type { VideoMode } from '@seatmatrix/protocol/domain';

/** What a monitor says of itself: VESA E-EDID 1.4, one block of 128 bytes with one detailed timing. */
export interface MonitorDescription {
  readonly name: string;
  readonly preferred: VideoMode;
}

const HEADER = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
const EDID_BLOCK = 128;
/** First of the four descriptors of 18 bytes. */
const DESCRIPTOR = 54;
const NAME_DESCRIPTOR = 0xfc;
/** A name descriptor has 13 bytes of text. */
const NAME_BYTES = 13;
/** Blanking of the timings that we make: a fifth of the line, a twentieth of the picture; as CVT does roughly. */
const BLANKING = { horizontal: 0.2, vertical: 0.05 };

export function encodeEdid({ name, preferred }: MonitorDescription): Uint8Array {
  const edid = new Uint8Array(EDID_BLOCK);
  edid.set(HEADER, 0);
  // Manufacturer SMX, three letters of five bits; product 1; version 1.4; digital input.
  edid.set([0x4d, 0xb8, 0x01, 0x00, 0, 0, 0, 0, 1, 36, 1, 4, 0x80], 8);
  edid.set(detailedTiming(preferred), DESCRIPTOR);
  edid.set([0, 0, 0, NAME_DESCRIPTOR, 0, ...nameBytes(name)], DESCRIPTOR + 18);
  // Two unused descriptors.
  edid.set([0, 0, 0, 0x10, 0], DESCRIPTOR + 36);
  edid.set([0, 0, 0, 0x10, 0], DESCRIPTOR + 54);
  edid[EDID_BLOCK - 1] = (256 - (sum(edid.subarray(0, EDID_BLOCK - 1)) % 256)) % 256;
  return edid;
}

/** What the block says; null when its header or its sum is wrong, as a computer's driver would find. */
export function decodeEdid(edid: Uint8Array): MonitorDescription | null {
  if (edid.length < EDID_BLOCK || sum(edid.subarray(0, EDID_BLOCK)) % 256 !== 0) return null;
  if (HEADER.some((byte, index) => edid[index] !== byte)) return null;
  const at = (offset: number) => edid[DESCRIPTOR + offset] ?? 0;
  const clock = (at(0) | (at(1) << 8)) * 10_000;
  const width = at(2) | ((at(4) & 0xf0) << 4);
  const height = at(5) | ((at(7) & 0xf0) << 4);
  const total = (width + (at(3) | ((at(4) & 0x0f) << 8))) * (height + (at(6) | ((at(7) & 0x0f) << 8)));
  if (clock === 0 || width === 0 || height === 0) return null;
  return { name: readName(edid), preferred: { width, height, rate: Math.round(clock / total) } };
}

function detailedTiming({ width, height, rate }: VideoMode): readonly number[] {
  const blankX = Math.round(width * BLANKING.horizontal);
  const blankY = Math.round(height * BLANKING.vertical);
  const clock = Math.round(((width + blankX) * (height + blankY) * rate) / 10_000);
  return [
    clock & 0xff,
    clock >> 8,
    width & 0xff,
    blankX & 0xff,
    ((width >> 8) << 4) | (blankX >> 8),
    height & 0xff,
    blankY & 0xff,
    ((height >> 8) << 4) | (blankY >> 8),
  ];
}

function nameBytes(name: string): readonly number[] {
  const bytes = [...name].map((character) => character.charCodeAt(0)).filter((code) => code >= 0x20 && code < 0x7f);
  const text = [...bytes.slice(0, NAME_BYTES - 1), 0x0a];
  return [...text, ...Array<number>(NAME_BYTES - text.length).fill(0x20)];
}

function readName(edid: Uint8Array): string {
  for (let offset = DESCRIPTOR; offset + 18 < EDID_BLOCK; offset += 18) {
    const isText = edid[offset] === 0 && edid[offset + 1] === 0 && edid[offset + 3] === NAME_DESCRIPTOR;
    if (isText) return String.fromCharCode(...edid.subarray(offset + 5, offset + 18)).split('\n')[0] ?? '';
  }
  return '';
}

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);
