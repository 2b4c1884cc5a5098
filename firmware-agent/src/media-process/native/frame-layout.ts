/** Planar formats that encoders take and decoders give, by GStreamer's names. */
export type FrameFormat = 'I420' | 'NV12' | 'Y42B' | 'Y444' | 'GRAY8';

export interface FrameLayout {
  readonly format: FrameFormat;
  readonly width: number;
  readonly height: number;
  readonly planes: readonly { readonly offset: number; readonly stride: number }[];
  /** Bytes. */
  readonly size: number;
}

/** How GStreamer lays a frame out where nothing else is said (gst-plugins-base, video-info.c, fill_planes). */
export function frameLayout(
  format: FrameFormat,
  { width, height }: { readonly width: number; readonly height: number },
): FrameLayout {
  const luma = up(width, 4);
  const rows = up(height, 2);
  const planes = planesOf(format, { width, height, luma, rows });
  const offsets = [0];
  for (const plane of planes) offsets.push((offsets.at(-1) ?? 0) + plane.bytes);
  return {
    format,
    width,
    height,
    planes: planes.map((plane, index) => ({ offset: offsets[index] ?? 0, stride: plane.stride })),
    size: offsets.at(-1) ?? 0,
  };
}

function planesOf(
  format: FrameFormat,
  { width, height, luma, rows }: Record<'width' | 'height' | 'luma' | 'rows', number>,
): readonly { readonly stride: number; readonly bytes: number }[] {
  switch (format) {
    case 'I420': {
      const chroma = up(up(width, 2) / 2, 4);
      const half = { stride: chroma, bytes: (chroma * rows) / 2 };
      return [{ stride: luma, bytes: luma * rows }, half, half];
    }
    case 'NV12':
      return [
        { stride: luma, bytes: luma * rows },
        { stride: luma, bytes: (luma * rows) / 2 },
      ];
    case 'Y42B': {
      const chroma = up(width, 8) / 2;
      const half = { stride: chroma, bytes: chroma * height };
      return [{ stride: luma, bytes: luma * height }, half, half];
    }
    case 'Y444': {
      const whole = { stride: luma, bytes: luma * height };
      return [whole, whole, whole];
    }
    case 'GRAY8':
      return [{ stride: luma, bytes: luma * height }];
  }
}

const up = (value: number, step: number): number => Math.ceil(value / step) * step;
