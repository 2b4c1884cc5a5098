import koffi from 'koffi';
import type { PicturePoint, TestPicture } from '../../drivers/contract/index.ts';
import { fill, intoFrame, intoScreen, PIXEL_BYTES } from '../native/pixels.ts';
import { decoderChoice, PictureDecoder } from '../picture-decoder.ts';
import { PictureEncoder } from '../picture-encoder.ts';

const SIZE = { width: 640, height: 360 };

/** A key unit in H.264, by the same encoder that a capture uses. */
export async function encodeTestPicture(picture: TestPicture): Promise<Uint8Array> {
  const encoder = new PictureEncoder({ size: SIZE, chroma: '4:2:0' });
  const stride = SIZE.width * PIXEL_BYTES;
  const memory = koffi.alloc('uint8_t', stride * SIZE.height);
  const half = { y: 0, width: SIZE.width / 2, height: SIZE.height };
  fill({ data: memory, stride }, { x: 0, ...half }, rgb(picture.left));
  fill({ data: memory, stride }, { x: SIZE.width / 2, ...half }, rgb(picture.right));
  intoFrame({ from: { data: memory, stride }, rectangle: { x: 0, y: 0, ...SIZE }, frame: encoder.frame });
  const bytes = await encoder.encode({ time: 1n, key: true });
  encoder.close();
  koffi.free(memory);
  return bytes;
}

/** `#rrggbb` at this place of a key unit, decoded alone. */
export async function colourInUnit(unit: Uint8Array, point: PicturePoint): Promise<string> {
  const decoder = new PictureDecoder('h264', decoderChoice().usual.element);
  const held = await decoder.decode(unit, () => false);
  if (held === null) return 'undecodable';
  const { picture } = held;
  const stride = picture.width * PIXEL_BYTES;
  const memory = koffi.alloc('uint8_t', stride * picture.height);
  const rectangle = { x: 0, y: 0, width: picture.width, height: picture.height };
  intoScreen({ ...picture, rectangle, to: { data: memory, stride } });
  held.release();
  decoder.close();
  const at = Math.floor(point.y * picture.height) * stride + Math.floor(point.x * picture.width) * PIXEL_BYTES;
  const colour = koffi.decode.uint32(memory + BigInt(at)) & 0xff_ff_ff;
  koffi.free(memory);
  return `#${colour.toString(16).padStart(6, '0')}`;
}

const rgb = (colour: string): number => Number.parseInt(colour.slice(1), 16);
