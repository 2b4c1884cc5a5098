import type { AccessUnit, Crop } from '@seatmatrix/protocol/domain';

export interface Picture {
  show(unit: AccessUnit, crop: Crop | null): void;
  clear(): void;
}

/**
 * Paints access units on a canvas. One decode at a time; of the units that arrive meanwhile the newest is next, so a
 * slow page shows fewer pictures and never old ones. The last picture stays until the next.
 */
export function createPicture(canvas: HTMLCanvasElement, failed: (cause: unknown) => void): Picture {
  const context = canvas.getContext('2d', { alpha: false });
  let waiting: { readonly unit: AccessUnit; readonly crop: Crop | null } | null = null;
  let busy = false;
  let epoch = 0;

  const next = async () => {
    busy = true;
    while (waiting !== null) {
      const { unit, crop } = waiting;
      const started = epoch;
      waiting = null;
      try {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(unit.bytes)], { type: 'image/jpeg' }));
        if (started === epoch && context !== null) paint(canvas, context, { bitmap, crop });
        bitmap.close();
      } catch (cause) {
        failed(cause);
      }
    }
    busy = false;
  };

  return {
    show(unit, crop) {
      waiting = { unit, crop };
      if (!busy) void next();
    },
    clear() {
      epoch++;
      waiting = null;
      context?.clearRect(0, 0, canvas.width, canvas.height);
    },
  };
}

function paint(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { bitmap, crop }: { readonly bitmap: ImageBitmap; readonly crop: Crop | null },
): void {
  const part = crop ?? { left: 0, top: 0, width: 1, height: 1 };
  const width = Math.max(1, Math.round(bitmap.width * part.width));
  const height = Math.max(1, Math.round(bitmap.height * part.height));
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    Math.round(bitmap.width * part.left),
    Math.round(bitmap.height * part.top),
    width,
    height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}
