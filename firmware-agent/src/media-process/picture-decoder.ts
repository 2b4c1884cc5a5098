import type { Codec } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { type CodecChoice, chooseDecoder } from '../drivers/gstreamer/codec-choice.ts';
import { decodingPipeline } from '../drivers/gstreamer/pipeline-parts.ts';
import { type FrameFormat, type FrameLayout, frameLayout } from './native/frame-layout.ts';
import { copyBytes, exists, gstreamer, heldCaps, mapPlanes, opens, Pipeline, timeOf } from './native/gstreamer.ts';
import type { Pointer } from './native/native-library.ts';
import type { ColourMatrix } from './native/pixels.ts';
import type { DecodedPicture } from './window-painter.ts';

/** Nanoseconds of one look; a decoder that works gives its picture in the first. */
const LOOK = 50_000_000n;
const LOOKS = 6;

/** A picture whose pixels live until `release`. */
export interface HeldPicture {
  readonly picture: DecodedPicture;
  release(): void;
}

interface PictureKind {
  readonly caps: Pointer;
  readonly layout: FrameLayout;
  readonly matrix: ColourMatrix;
}

/** One codec's pipeline, warm. Units go in one at a time. */
export class PictureDecoder {
  readonly #description: string;
  #pipeline: Pipeline;
  #kind: PictureKind | null = null;
  #time = 0n;

  constructor(codec: Codec, element: string) {
    this.#description = decodingPipeline(codec, element);
    this.#pipeline = new Pipeline(this.#description);
  }

  /** Null when the unit gives no picture. `hurry` says whether a unit that needs no other waits already. */
  async decode(unit: Uint8Array, hurry: () => boolean): Promise<HeldPicture | null> {
    const time = ++this.#time;
    this.#pipeline.push(copyBytes(unit, time));
    for (let look = 0; look < LOOKS && !(look > 0 && hurry()); look++) {
      const sample = await this.#pipeline.pull(LOOK);
      if (sample === null) {
        if (this.#pipeline.error() === null) continue;
        // An element that failed stays failed.
        this.#pipeline.close();
        this.#pipeline = new Pipeline(this.#description);
        return null;
      }
      if (timeOf(gstreamer.sampleBuffer(sample)) >= time) return this.#hold(sample);
      // The picture of a unit that had been given up.
      gstreamer.unref(sample);
    }
    return null;
  }

  close(): void {
    if (this.#kind !== null) gstreamer.unref(this.#kind.caps);
    this.#kind = null;
    this.#pipeline.close();
  }

  #hold(sample: Pointer): HeldPicture | null {
    const kind = this.#kindOf(sample);
    if (kind === null) {
      gstreamer.unref(sample);
      return null;
    }
    const { layout, matrix } = kind;
    const mapped = mapPlanes(gstreamer.sampleBuffer(sample), layout.planes);
    const { format, width, height } = layout;
    return {
      picture: { planes: mapped.planes, format, matrix, width, height },
      release() {
        mapped.unmap();
        gstreamer.unref(sample);
      },
    };
  }

  /** Caps are read once, not with every picture. */
  #kindOf(sample: Pointer): PictureKind | null {
    const caps: Pointer = gstreamer.sampleCaps(sample);
    if (this.#kind?.caps === caps) return this.#kind;
    if (this.#kind !== null) gstreamer.unref(this.#kind.caps);
    const read = readCaps(heldCaps(caps));
    this.#kind = read === null ? null : { ...read, caps };
    if (read === null) gstreamer.unref(caps);
    return this.#kind;
  }
}

const FORMATS: readonly FrameFormat[] = ['I420', 'NV12', 'Y42B', 'Y444', 'GRAY8'];

/** Null for a format that nothing here paints. */
function readCaps(caps: string): { readonly layout: FrameLayout; readonly matrix: ColourMatrix } | null {
  const field = (name: string): string => new RegExp(`\\b${name}=\\([a-z]+\\)([^,;]+)`).exec(caps)?.[1] ?? '';
  const format = FORMATS.find((each) => each === field('format'));
  const [width, height] = [Number(field('width')), Number(field('height'))];
  if (format === undefined || !(width > 0 && height > 0)) return null;
  return { layout: frameLayout(format, { width, height }), matrix: matrixOf(field('colorimetry')) };
}

/** GStreamer writes well-known sets by name, others as range:matrix:transfer:primaries; a range of 1 is 0–255. */
function matrixOf(colorimetry: string): ColourMatrix {
  if (colorimetry.startsWith('1:') || colorimetry === 'sRGB') return 'jpeg';
  return colorimetry === 'bt709' || colorimetry.startsWith('2:3:') ? 'bt709' : 'bt601';
}

/** Throws `driver-unavailable` where nothing decodes H.264. Null for a chroma that nothing here decodes. */
export function decoderChoice(): { readonly usual: CodecChoice; readonly full: CodecChoice | null } {
  const usual = chooseDecoder({ exists, opens }, '4:2:0');
  if (usual !== null) return { usual, full: chooseDecoder({ exists, opens }, '4:4:4') };
  throw new Fault({
    code: 'driver-unavailable',
    message: "there is no H.264 decoder; Debian's package gstreamer1.0-libav brings avdec_h264",
  });
}
