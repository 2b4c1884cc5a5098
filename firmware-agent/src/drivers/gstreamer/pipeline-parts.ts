import type { Chroma } from '@seatmatrix/protocol/domain';
import type { FrameFormat } from '../../media-process/native/frame-layout.ts';

/*
 * Pipelines are put together from parts, each a piece of GStreamer's launch language. A new capture source or display
 * adds a part here and nothing elsewhere.
 */

export interface EncoderSettings {
  readonly chroma: Chroma;
  /** The most that moving pictures may take, kbit/s. */
  readonly bitrate: number;
  /** Constant quality, H.264's QP, 0–51: small text stays crisp up to about 24. */
  readonly quality: number;
  /** Of the encoder. More than the picture has slices for cost bytes and bring nothing. */
  readonly threads: number;
}

export const DEFAULT_ENCODER: Omit<EncoderSettings, 'chroma'> = { bitrate: 40_000, quality: 23, threads: 2 };

export type FramePart = { readonly format: FrameFormat; readonly width: number; readonly height: number };

/** Frames that this process hands over itself. */
export const framesPart = (frame: FramePart): string =>
  `appsrc name=in format=time is-live=true max-buffers=2 caps="${frameCaps(frame)}"`;

/**
 * What its numbers mean has to be said (bt601 is what libyuv makes, in the range of television): who decodes would else
 * guess by the size, and show every colour a little off.
 */
export const frameCaps = ({ format, width, height }: FramePart): string =>
  `video/x-raw,format=${format},width=${width},height=${height},framerate=60/1,colorimetry=bt601`;

/** GStreamer's own grabber, for X servers that the faster way does not suit. It asks 60 times a second. */
export const ximagesrcPart = (display: string, chroma: Chroma): string =>
  `ximagesrc display-name=${quoted(display)} use-damage=true show-pointer=true ! video/x-raw,framerate=60/1 ! ` +
  `videoconvert n-threads=2 ! video/x-raw,format=${chroma === '4:4:4' ? 'Y444' : '{I420,NV12}'}`;

/** The format that the encoder takes without a conversion of its own. */
export function frameFormatOf(encoder: string, chroma: Chroma): FramePart['format'] {
  if (chroma === '4:4:4') return 'Y444';
  return encoder === 'x264enc' || encoder === 'openh264enc' ? 'I420' : 'NV12';
}

/** Units in Annex B, one picture each, no key but the first and those that are asked for. */
export function encoderPart(element: string, settings: EncoderSettings): string {
  const { bitrate, quality, threads } = settings;
  const bits = bitrate * 1000;
  switch (element) {
    case 'x264enc':
      return (
        `x264enc tune=zerolatency speed-preset=ultrafast pass=qual quantizer=${quality} bitrate=${bitrate} ` +
        `vbv-buf-capacity=250 key-int-max=${NEVER} threads=${threads} sliced-threads=true`
      );
    case 'openh264enc':
      return `openh264enc complexity=low rate-control=bitrate bitrate=${bits} gop-size=${NEVER} usage-type=screen`;
    case 'mpph264enc':
      return `mpph264enc bps=${bits} gop=${NEVER} rc-mode=vbr header-mode=each-idr`;
    case 'v4l2h264enc':
      return `v4l2h264enc extra-controls="controls,video_bitrate=${bits},repeat_sequence_header=1"`;
    case 'vaapih264enc':
      return `vaapih264enc rate-control=vbr bitrate=${bitrate} keyframe-period=${NEVER} max-bframes=0`;
    default:
      return `${element} rate-control=vbr bitrate=${bitrate} key-int-max=1024 b-frames=0 ref-frames=1`;
  }
}

/** One unit a buffer. Encoders of chips do not repeat their parameter sets before each key; h264parse does. */
export function unitsPart(element: string, chroma: Chroma): string {
  const profile = chroma === '4:4:4' ? ',profile=high-4:4:4' : '';
  const caps = `video/x-h264,stream-format=byte-stream,alignment=au${profile}`;
  const own = element === 'x264enc' ? `${caps} ! ` : `h264parse config-interval=-1 ! ${caps} ! `;
  return `${own}${takenPart}`;
}

/** What comes out is fetched by this process at once: nothing is held back for a clock. */
export const takenPart = 'appsink name=out sync=false async=false max-buffers=8 enable-last-sample=false';

/** Units in, pictures out. */
export function decodingPipeline(codec: 'h264' | 'jpeg', element: string): string {
  if (codec === 'jpeg') {
    return `appsrc name=in format=time is-live=true caps="image/jpeg,framerate=0/1" ! jpegdec ! video/x-raw,format=I420 ! ${takenPart}`;
  }
  const units = 'appsrc name=in format=time is-live=true caps="video/x-h264,stream-format=byte-stream,alignment=au"';
  const parsed = element === 'avdec_h264' ? units : `${units} ! h264parse`;
  return `${parsed} ! ${decoderPart(element)} ! ${takenPart}`;
}

/** Units of H.264 in, every picture as a jpeg out; pictures that come faster than that are left out. */
export const transcodingPipeline = (element: string): string =>
  decodingPipeline('h264', element).replace(
    takenPart,
    `queue leaky=downstream max-size-buffers=1 ! ${jpegPart(82)} ! ${takenPart}`,
  );

function jpegPart(quality: number): string {
  return `videoconvert ! video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! jpegenc quality=${quality}`;
}

function decoderPart(element: string): string {
  // One thread and slices: with a thread a picture, each picture would wait for the next one.
  if (element === 'avdec_h264') return 'avdec_h264 thread-type=slice max-threads=2 output-corrupt=false';
  const onChip = element.startsWith('va') || element.startsWith('v4l2') || element.startsWith('mpp');
  return onChip ? `${element} ! videoconvert ! video/x-raw,format=(string){I420,NV12}` : element;
}

/** A small frame in, a jpeg out: JPEG means the whole range of each colour, where what is captured has that of television. */
export const previewPipeline = (frame: FramePart, quality: number): string =>
  pipeline(framesPart(frame), jpegPart(quality), takenPart);

/** One picture of a screen by GStreamer's own grabber. */
export const grabbedPreviewPipeline = (
  display: string,
  { width, height, quality }: { readonly width: number; readonly height: number; readonly quality: number },
): string =>
  pipeline(
    `ximagesrc display-name=${quoted(display)} use-damage=false show-pointer=true num-buffers=1`,
    `videoscale method=bilinear add-borders=false ! video/x-raw,width=${width},height=${height},pixel-aspect-ratio=1/1`,
    jpegPart(quality),
    takenPart,
  );

/** Joins parts in the order of the stream. */
export const pipeline = (...parts: readonly string[]): string => parts.join(' ! ');

/** An idle screen sends nothing, so a count of pictures says nothing about time; keys come when they are asked for. */
const NEVER = 1_000_000;

/** For values from outside: no blank or quote of theirs ends the value. */
const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
