import { Fault } from '@seatmatrix/protocol/kernel';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** 8K in either direction: a header of a few bytes must not make us allocate gigabytes. */
const SIDE_MAX = 8192;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A JPEG's or PNG's size from its header (ITU T.81 §B.2.2, PNG §11.2.1), before a decoder sees it. Throws
 * `picture-undecodable`, also for every other format: the decoder would take SVG, which reads files.
 */
export function pictureSize(bytes: Uint8Array): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = pngSize(view) ?? jpegSize(view);
  if (size === null || size.width < 1 || size.height < 1 || size.width > SIDE_MAX || size.height > SIDE_MAX) {
    throw new Fault({
      code: 'picture-undecodable',
      message: 'neither a JPEG nor a PNG of at most 8K',
      context: { bytes: bytes.length },
    });
  }
  return size;
}

function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 24) return null;
  if (PNG_SIGNATURE.some((byte, index) => view.getUint8(index) !== byte)) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function jpegSize(view: DataView): PictureSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 9 <= view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return null;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (isFrameHeader(marker)) return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
}

/** SOF0–SOF15 without DHT, JPG and DAC, which lie between. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
