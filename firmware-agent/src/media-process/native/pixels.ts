import { Fault } from '@seatmatrix/protocol/kernel';
import type { FrameFormat, FrameLayout } from './frame-layout.ts';
import type { Pointer } from './native-library.ts';
import { openLibrary } from './native-library.ts';

/*
 * libyuv turns a 1080p picture from BGRx into I420 in 0.4 ms, where GStreamer's videoconvert takes 5.7, and works on any
 * rectangle of it. What libyuv calls ARGB is B, G, R, A in memory: what X servers call a depth of 24.
 */

export interface Plane {
  readonly data: Pointer;
  readonly stride: number;
}

export interface PixelRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which matrix a stream's colours follow: what we send says bt601; a stream of others says what it has. */
export type ColourMatrix = 'bt601' | 'bt709' | 'jpeg';

const BOX_FILTER = 3;

export const pixels = openPixels();

/** Bytes of a pixel in an X image of depth 24. */
export const PIXEL_BYTES = 4;

/** Writes a rectangle (even origin) of the screen into the frame, which keeps what lies around it. */
export function intoFrame(options: {
  readonly from: Plane;
  readonly rectangle: PixelRectangle;
  readonly frame: { readonly memory: Pointer; readonly layout: FrameLayout };
}): void {
  const { from, rectangle, frame } = options;
  const { x, y, width, height } = rectangle;
  const [luma, first, second] = frame.layout.planes.map((plane, index) => {
    const shared = index > 0 && frame.layout.format !== 'Y444';
    const column = shared && frame.layout.format === 'I420' ? x / 2 : x;
    const row = shared ? y / 2 : y;
    return [frame.memory + BigInt(plane.offset + row * plane.stride + column), plane.stride] as const;
  });
  if (luma === undefined || first === undefined) return;
  const source = [from.data, from.stride, ...luma, ...first] as const;
  if (second === undefined) pixels.toNv12(...source, width, height);
  else if (frame.layout.format === 'Y444') pixels.toI444(...source, ...second, width, height);
  else pixels.toI420(...source, ...second, width, height);
}

/** Writes the rectangle (even origin) of a decoded picture as screen pixels. */
export function intoScreen(options: {
  readonly planes: readonly Plane[];
  readonly format: FrameFormat;
  readonly matrix: ColourMatrix;
  readonly rectangle: PixelRectangle;
  readonly to: Plane;
}): void {
  const { planes, format, matrix, rectangle, to } = options;
  const { x, y, width, height } = rectangle;
  const narrow = format === 'I420' || format === 'Y42B' ? 2 : 1;
  const low = format === 'I420' || format === 'NV12' ? 2 : 1;
  const at = planes.map((plane, index) => {
    const offset = index === 0 ? y * plane.stride + x : (y / low) * plane.stride + x / narrow;
    return [plane.data + BigInt(offset), plane.stride] as const;
  });
  const [luma, first, second] = at;
  if (luma === undefined) return;
  const target = [to.data, to.stride] as const;
  const constants = pixels.matrices[matrix];
  if (first === undefined) pixels.fromGrey(...luma, ...target, constants, width, height);
  else if (second === undefined) pixels.fromNv12(...luma, ...first, ...target, constants, width, height);
  else planarFunction(format)(...luma, ...first, ...second, ...target, constants, width, height);
}

/** Scales screen pixels to fill the target. */
export function scale(
  from: Plane & { readonly width: number; readonly height: number },
  to: Plane & { readonly width: number; readonly height: number },
): void {
  pixels.scale(from.data, from.stride, from.width, from.height, to.data, to.stride, to.width, to.height, BOX_FILTER);
}

/** Scales a frame to fill the target, which has the same format. */
export function scaleFrame(
  from: { readonly memory: Pointer; readonly layout: FrameLayout },
  to: { readonly memory: Pointer; readonly layout: FrameLayout },
): void {
  const size = ({ layout: { width, height } }: typeof from) => [width, height] as const;
  const planes = ({ memory, layout }: typeof from) =>
    layout.planes.flatMap(({ offset, stride }) => [memory + BigInt(offset), stride]);
  const scaled = scaling(from.layout.format);
  scaled(...planes(from), ...size(from), ...planes(to), ...size(to), BOX_FILTER);
}

/** Lays premultiplied pixels over screen pixels. */
export function blend(over: Plane, onto: Plane, size: { readonly width: number; readonly height: number }): void {
  pixels.blend(over.data, over.stride, onto.data, onto.stride, onto.data, onto.stride, size.width, size.height);
}

/** Fills with `0xrrggbb`. */
export function fill(to: Plane, { x, y, width, height }: PixelRectangle, colour: number): void {
  pixels.fill(to.data, to.stride, x, y, width, height, colour);
}

/** Of the formats that encoders take. */
function scaling(format: FrameFormat) {
  switch (format) {
    case 'I420':
      return pixels.scaleI420;
    case 'NV12':
      return pixels.scaleNv12;
    case 'Y444':
      return pixels.scaleI444;
    case 'Y42B':
    case 'GRAY8':
      throw new Fault({ code: 'invariant-broken', message: `no encoder takes ${format}` });
  }
}

function planarFunction(format: FrameFormat) {
  if (format === 'Y444') return pixels.fromI444;
  return format === 'Y42B' ? pixels.fromI422 : pixels.fromI420;
}

function openPixels() {
  const library = openLibrary('libyuv.so.0');
  const plane = 'void*, int';
  const size = 'int, int';
  const threePlanes = `${plane}, ${plane}, ${plane}`;
  const planar = `${plane}, ${plane}, ${plane}, ${plane}`;
  return {
    toI420: library.func(`int ARGBToI420(${planar}, ${size})`),
    toI444: library.func(`int ARGBToI444(${planar}, ${size})`),
    toNv12: library.func(`int ARGBToNV12(${plane}, ${plane}, ${plane}, ${size})`),
    fromI420: library.func(`int I420ToARGBMatrix(${planar}, void*, ${size})`),
    fromI422: library.func(`int I422ToARGBMatrix(${planar}, void*, ${size})`),
    fromI444: library.func(`int I444ToARGBMatrix(${planar}, void*, ${size})`),
    fromNv12: library.func(`int NV12ToARGBMatrix(${plane}, ${plane}, ${plane}, void*, ${size})`),
    fromGrey: library.func(`int I400ToARGBMatrix(${plane}, ${plane}, void*, ${size})`),
    scale: library.func(`int ARGBScale(${plane}, ${size}, ${plane}, ${size}, int)`),
    scaleI420: library.func(`int I420Scale(${threePlanes}, ${size}, ${threePlanes}, ${size}, int)`),
    scaleI444: library.func(`int I444Scale(${threePlanes}, ${size}, ${threePlanes}, ${size}, int)`),
    scaleNv12: library.func(`int NV12Scale(${plane}, ${plane}, ${size}, ${plane}, ${plane}, ${size}, int)`),
    blend: library.func(`int ARGBBlend(${plane}, ${plane}, ${plane}, ${size})`),
    fill: library.func(`int ARGBRect(${plane}, int, int, ${size}, uint32)`),
    matrices: {
      bt601: library.symbol('kYuvI601Constants'),
      bt709: library.symbol('kYuvH709Constants'),
      jpeg: library.symbol('kYuvJPEGConstants'),
    },
  };
}
