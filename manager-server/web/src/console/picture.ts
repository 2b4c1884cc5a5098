import type { AccessUnit, Codec, Crop } from '@seatmatrix/protocol/domain';
import { createVideo, decodesH264 } from './video.ts';

export interface Picture {
  show(unit: AccessUnit, crop: Crop | null): void;
  clear(): void;
}

export interface PictureListener {
  readonly failed: (cause: unknown) => void;
  readonly wantKeyFrame: () => void;
  /** The source is in a codec that this browser does not have. */
  readonly cannotShow: (codec: Codec) => void;
}

/**
 * Paints access units on a canvas. jpeg: one decode at a time; of the units that arrive meanwhile the newest is next, so
 * a slow page shows fewer pictures and never old ones. H.264: every unit is decoded. The last picture stays until the next.
 */
export function createPicture(canvas: HTMLCanvasElement, listener: PictureListener): Picture {
  const { failed } = listener;
  let crop: Crop | null = null;
  const video = createVideo({
    frame: (frame) => {
      if (context !== null) paint(canvas, context, { bitmap: frame, ...sizeOf(frame), crop });
    },
    wantKeyFrame: listener.wantKeyFrame,
    failed,
  });
  const context = canvas.getContext('2d', { alpha: false });
  let waiting: { readonly unit: AccessUnit; readonly crop: Crop | null } | null = null;
  let busy = false;
  let epoch = 0;

  const next = async () => {
    busy = true;
    while (waiting !== null) {
      const { unit, crop: part } = waiting;
      const started = epoch;
      waiting = null;
      try {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(unit.bytes)], { type: 'image/jpeg' }));
        if (started === epoch && context !== null) paint(canvas, context, { bitmap, ...sizeOf(bitmap), crop: part });
        bitmap.close();
      } catch (cause) {
        failed(cause);
      }
    }
    busy = false;
  };

  return {
    show(unit, part) {
      if (unit.codec === 'h264' && !decodesH264()) {
        listener.cannotShow(unit.codec);
        return;
      }
      if (unit.codec === 'h264') {
        crop = part;
        video.show(unit);
        return;
      }
      video.clear();
      waiting = { unit, crop: part };
      if (!busy) void next();
    },
    clear() {
      epoch++;
      video.clear();
      waiting = null;
      context?.clearRect(0, 0, canvas.width, canvas.height);
    },
  };
}

interface Shown {
  readonly bitmap: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly crop: Crop | null;
}

function sizeOf(picture: ImageBitmap | VideoFrame): { readonly width: number; readonly height: number } {
  const { width, height } =
    'displayWidth' in picture ? { width: picture.displayWidth, height: picture.displayHeight } : picture;
  return { width, height };
}

function paint(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, shown: Shown): void {
  const { bitmap, crop } = shown;
  const part = crop ?? { left: 0, top: 0, width: 1, height: 1 };
  const width = Math.max(1, Math.round(shown.width * part.width));
  const height = Math.max(1, Math.round(shown.height * part.height));
  if (canvas.width !== shown.width || canvas.height !== shown.height) {
    canvas.width = shown.width;
    canvas.height = shown.height;
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    Math.round(shown.width * part.left),
    Math.round(shown.height * part.top),
    width,
    height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}
