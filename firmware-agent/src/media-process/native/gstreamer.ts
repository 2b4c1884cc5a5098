import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';
import { openLibrary, type Pointer, present } from './native-library.ts';

/** GST_CLOCK_TIME_NONE */
const NO_TIME = 0xffff_ffff_ffff_ffffn;

const STATE = { null: 1, ready: 2, paused: 3, playing: 4 } as const;

/** GST_STATE_CHANGE_FAILURE */
const FAILURE = 0;

const MESSAGE_ERROR = 1 << 1;
const MAP_READ = 1;

/*
 * Where fields lie in GStreamer's public structures on 64-bit machines. GStreamer keeps this ABI for the whole of 1.x
 * (gst/gstbuffer.h, gst/gstminiobject.h, gst/video/gstvideometa.h).
 */
const FLAGS_AT = 16;
const PTS_AT = 72;
const DELTA_UNIT = 1 << 13;
const MAP_INFO_BYTES = 104;
const MAP_DATA_AT = 16;
const META_OFFSETS_AT = 48;
const META_STRIDES_AT = 80;

export const gstreamer = openGstreamer();

/** A buffer around memory that the caller keeps until its encoder has given the unit. `time` in nanoseconds. */
export function wrapMemory(memory: Pointer, { size, time }: { readonly size: number; readonly time: bigint }): Pointer {
  return stamped(gstreamer.bufferWrap(0, memory, size, 0, size, null, null), time);
}

/** A buffer with a copy of the bytes. */
export function copyBytes(bytes: Uint8Array, time: bigint): Pointer {
  const buffer = gstreamer.bufferAllocate(null, bytes.length, null);
  gstreamer.bufferFill(buffer, 0, bytes, bytes.length);
  return stamped(buffer, time);
}

export const timeOf = (buffer: Pointer): bigint => BigInt(koffi.decode.uint64(buffer + BigInt(PTS_AT)));

export const isDelta = (buffer: Pointer): boolean =>
  (koffi.decode.uint32(buffer + BigInt(FLAGS_AT)) & DELTA_UNIT) !== 0;

export function bytesOf(buffer: Pointer): Uint8Array {
  const bytes = new Uint8Array(Number(gstreamer.bufferSize(buffer)));
  gstreamer.bufferExtract(buffer, 0, bytes, bytes.length);
  return bytes;
}

export interface MappedPlanes {
  readonly planes: readonly { readonly data: Pointer; readonly stride: number }[];
  unmap(): void;
}

/** The planes of a decoded picture. Where the decoder padded them it says so by a GstVideoMeta; else `otherwise` holds. */
export function mapPlanes(
  buffer: Pointer,
  otherwise: readonly { readonly offset: number; readonly stride: number }[],
): MappedPlanes {
  const map = Buffer.alloc(MAP_INFO_BYTES);
  if (!gstreamer.bufferMap(buffer, map, MAP_READ)) {
    throw new Fault({ code: 'media-failed', message: 'a decoded picture could not be read' });
  }
  const data = map.readBigUInt64LE(MAP_DATA_AT);
  const meta: Pointer | null = gstreamer.videoMeta(buffer);
  const planes = otherwise.map((plane, index) =>
    meta === null
      ? { data: data + BigInt(plane.offset), stride: plane.stride }
      : {
          data: data + BigInt(koffi.decode.uint64(meta + BigInt(META_OFFSETS_AT + 8 * index))),
          stride: koffi.decode.int32(meta + BigInt(META_STRIDES_AT + 4 * index)),
        },
  );
  return { planes, unmap: () => gstreamer.bufferUnmap(buffer, map) };
}

/** A running pipeline between an `appsrc name=in` and an `appsink name=out`, of which either may be missing. */
export class Pipeline {
  readonly #pipeline: Pointer;
  readonly #bus: Pointer;
  readonly #in: Pointer | null;
  readonly #out: Pointer | null;
  #pulls = 0;
  #closed = false;

  /** Throws `media-failed` when the description is wrong, an element missing, or a device does not open. */
  constructor(description: string) {
    const error: (Pointer | null)[] = [null];
    const pipeline: Pointer | null = gstreamer.parse(description, error);
    if (pipeline === null || error[0]) throw failed(description, errorText(error[0] ?? null));
    this.#pipeline = pipeline;
    this.#bus = present(gstreamer.bus(pipeline), 'gst_element_get_bus');
    this.#in = gstreamer.byName(pipeline, 'in');
    this.#out = gstreamer.byName(pipeline, 'out');
    if (gstreamer.setState(pipeline, STATE.playing) === FAILURE) {
      const reason = this.error();
      this.close();
      throw failed(description, reason ?? 'it does not start');
    }
  }

  /** The pipeline owns the buffer from here on. */
  push(buffer: Pointer): void {
    gstreamer.push(this.#in, buffer);
  }

  /** From the next buffer on. */
  setCaps(text: string): void {
    const caps = present(gstreamer.capsFrom(text), text);
    gstreamer.setSourceCaps(this.#in, caps);
    gstreamer.unref(caps);
  }

  /** A live source gives nothing, and all stays as it is. */
  pause(): void {
    gstreamer.setState(this.#pipeline, STATE.paused);
  }

  play(): void {
    gstreamer.setState(this.#pipeline, STATE.playing);
  }

  /** Nothing more will be pushed: what is still inside comes out. */
  endStream(): void {
    gstreamer.endStream(this.#in);
  }

  /** Null when nothing came in time (nanoseconds) or the stream has ended. The sample has to be unreferenced. */
  pull(limit: bigint): Promise<Pointer | null> {
    this.#pulls++;
    return new Promise((resolve, reject) => {
      gstreamer.pull.async(this.#out, limit, (thrown: unknown, sample: Pointer | null) => {
        this.#pulls--;
        if (this.#closed) this.#release();
        if (thrown) reject(thrown);
        else resolve(sample);
      });
    });
  }

  /** The encoder makes its next picture a key, parameter sets included. */
  forceKey(): void {
    gstreamer.sendEvent(this.#out, gstreamer.forceKeyEvent(NO_TIME, 1, 0));
  }

  /** What an element complained of since the last look. */
  error(): string | null {
    if (this.#closed) return null;
    const message: Pointer | null = gstreamer.busPop(this.#bus, 0n, MESSAGE_ERROR);
    if (message === null) return null;
    const error: (Pointer | null)[] = [null];
    gstreamer.parseError(message, error, [null]);
    gstreamer.unref(message);
    return errorText(error[0] ?? null);
  }

  /** A pull that waits in another thread gets nothing any more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    gstreamer.setState(this.#pipeline, STATE.null);
    this.#release();
  }

  /** The appsink has to be there until the last thread has come out of it. */
  #release(): void {
    if (this.#pulls > 0) return;
    for (const object of [this.#in, this.#out, this.#bus, this.#pipeline])
      if (object !== null) gstreamer.release(object);
  }
}

/** Runs a description to READY, where devices are opened: a hardware codec's element can exist without its chip. */
export function opens(element: string): boolean {
  const made: Pointer | null = gstreamer.make(element, null);
  if (made === null) return false;
  const opened = gstreamer.setState(made, STATE.ready) !== FAILURE;
  gstreamer.setState(made, STATE.null);
  gstreamer.release(made);
  return opened;
}

export function exists(element: string): boolean {
  const factory: Pointer | null = gstreamer.find(element);
  if (factory === null) return false;
  gstreamer.release(factory);
  return true;
}

/** The caps as text. They are held from here on, so that their address stays theirs until they are unreferenced. */
export function heldCaps(caps: Pointer): string {
  gstreamer.ref(caps);
  const text = present(gstreamer.capsToString(caps), 'gst_caps_to_string');
  const copy = String(koffi.decode.string(text));
  gstreamer.freeText(text);
  return copy;
}

function stamped(buffer: Pointer, time: bigint): Pointer {
  koffi.encode(buffer + BigInt(PTS_AT), 'uint64', time);
  return buffer;
}

/** GError: domain (u32), code (i32), message. */
const errorText = (error: Pointer | null): string =>
  error === null ? 'no reason given' : String(koffi.decode(error + 8n, 'const char*'));

const failed = (description: string, reason: string): Fault =>
  new Fault({ code: 'media-failed', message: `GStreamer: ${reason}`, context: { description } });

function openGstreamer() {
  const core = openLibrary('libgstreamer-1.0.so.0');
  const app = openLibrary('libgstapp-1.0.so.0');
  const video = openLibrary('libgstvideo-1.0.so.0');
  core.func('void gst_init(void*, void*)')(null, null);
  return {
    parse: core.func('void* gst_parse_launch(const char*, _Out_ void**)'),
    make: core.func('void* gst_element_factory_make(const char*, const char*)'),
    find: core.func('void* gst_element_factory_find(const char*)'),
    byName: core.func('void* gst_bin_get_by_name(void*, const char*)'),
    setState: core.func('int gst_element_set_state(void*, int)'),
    sendEvent: core.func('int gst_element_send_event(void*, void*)'),
    bus: core.func('void* gst_element_get_bus(void*)'),
    busPop: core.func('void* gst_bus_timed_pop_filtered(void*, uint64, int)'),
    parseError: core.func('void gst_message_parse_error(void*, _Out_ void**, _Out_ void**)'),
    /** Mini objects: buffers, samples, caps, messages. */
    ref: core.func('void* gst_mini_object_ref(void*)'),
    unref: core.func('void gst_mini_object_unref(void*)'),
    /** Objects: elements, buses. */
    release: core.func('void gst_object_unref(void*)'),
    bufferWrap: core.func('void* gst_buffer_new_wrapped_full(int, void*, size_t, size_t, size_t, void*, void*)'),
    bufferAllocate: core.func('void* gst_buffer_new_allocate(void*, size_t, void*)'),
    bufferFill: core.func('size_t gst_buffer_fill(void*, size_t, const uint8_t*, size_t)'),
    bufferSize: core.func('size_t gst_buffer_get_size(void*)'),
    bufferExtract: core.func('size_t gst_buffer_extract(void*, size_t, void*, size_t)'),
    bufferMap: core.func('int gst_buffer_map(void*, void*, int)'),
    bufferUnmap: core.func('void gst_buffer_unmap(void*, void*)'),
    sampleBuffer: core.func('void* gst_sample_get_buffer(void*)'),
    sampleCaps: core.func('void* gst_sample_get_caps(void*)'),
    capsFrom: core.func('void* gst_caps_from_string(const char*)'),
    capsToString: core.func('void* gst_caps_to_string(void*)'),
    freeText: openLibrary('libglib-2.0.so.0').func('void g_free(void*)'),
    push: app.func('int gst_app_src_push_buffer(void*, void*)'),
    setSourceCaps: app.func('void gst_app_src_set_caps(void*, void*)'),
    endStream: app.func('int gst_app_src_end_of_stream(void*)'),
    pull: app.func('void* gst_app_sink_try_pull_sample(void*, uint64)'),
    videoMeta: video.func('void* gst_buffer_get_video_meta(void*)'),
    forceKeyEvent: video.func('void* gst_video_event_new_upstream_force_key_unit(uint64, int, uint)'),
  };
}
