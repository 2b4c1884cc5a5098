import { type Canvas, createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { Fault, faultFrom } from '@seatmatrix/protocol/kernel';
import type { Canvas2D } from '../paint/canvas-2d.ts';
import type { Rectangle } from '../scene/scene.ts';
import { pictureSize } from './picture-size.ts';

/** A picture in memory to draw on, transparent at first. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly context: Canvas2D;
  /**
   * Straight (not premultiplied) RGBA, row by row. Costs about 12 ms a megapixel, most of it fresh memory: read
   * what changed, never the whole.
   */
  readPixels(area: Rectangle): Uint8Array;
  /** Scales the picture, or the part of it, into the target. */
  draw(picture: Picture, placing: Placing): void;
  png(): Uint8Array;
  /** Encodes on a thread of its own; what is drawn meanwhile is not in it. Quality 1–100. */
  encodeJpeg(quality: number): Promise<Uint8Array>;
  /** This surface as it is whenever it is drawn: a monitor shows a screen without copying it. */
  readonly picture: Picture;
}

export interface Placing {
  readonly target: Rectangle;
  /** All of the picture when left out. */
  readonly source?: Rectangle;
}

/** A decoded picture. Opaque to all but the surface that draws it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

type Drawable = Awaited<ReturnType<typeof loadImage>> | Canvas;

const drawables = new WeakMap<Picture, Drawable>();

/** Width and height in whole pixels. */
export function createSurface(width: number, height: number): Surface {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  // Pins how Skia shapes Han characters that fonts leave open; by default it follows the machine's language.
  context.lang = 'zh-CN';
  return {
    width,
    height,
    context,
    readPixels(area) {
      const { data } = context.getImageData(area.x, area.y, area.width, area.height);
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    },
    draw(picture, { target, source }) {
      const drawable = drawables.get(picture);
      if (drawable === undefined) {
        throw new Fault({ code: 'invariant-broken', message: 'a picture that no surface made' });
      }
      const from = source ?? { x: 0, y: 0, width: picture.width, height: picture.height };
      context.drawImage(
        drawable,
        from.x,
        from.y,
        from.width,
        from.height,
        target.x,
        target.y,
        target.width,
        target.height,
      );
    },
    png: () => canvas.toBuffer('image/png'),
    encodeJpeg: (quality) => canvas.encode('jpeg', quality),
    picture: known({ width, height }, canvas),
  };
}

/** JPEG or PNG. Throws `picture-undecodable` for anything else, for damage, and for a picture above 8K. */
export async function decodeImage(bytes: Uint8Array): Promise<Picture> {
  const size = pictureSize(bytes);
  try {
    return known(size, await loadImage(bytes));
  } catch (thrown) {
    throw faultFrom(thrown, {
      code: 'picture-undecodable',
      message: 'the picture cannot be decoded',
      context: { bytes: bytes.length },
    });
  }
}

/** Makes the font file known to every surface under this family name; false when it is not a font. */
export function registerFontFile(path: string, family: string): boolean {
  return GlobalFonts.registerFromPath(path, family) !== null;
}

function known(size: { readonly width: number; readonly height: number }, drawable: Drawable): Picture {
  const picture: Picture = { width: size.width, height: size.height };
  drawables.set(picture, drawable);
  return picture;
}
