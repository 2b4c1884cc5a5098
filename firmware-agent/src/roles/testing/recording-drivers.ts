import type { Scene } from '@seatmatrix/osd';
import {
  type AccessUnit,
  type CaptureState,
  type Codec,
  type Crop,
  decodeBootKeyboard,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeBootMouse,
  generation,
  type KeyboardLeds,
  LEDS_OFF,
  streamId,
  type Usage,
} from '@seatmatrix/protocol/domain';
import type {
  BoxHealth,
  BoxInfo,
  HidGadget,
  HidGadgetEvent,
  HidHost,
  HidHostEvent,
  HidLayout,
  NetworkPort,
  NetworkPortEvent,
  Overlay,
  OverlaySize,
  VideoCapture,
  VideoCaptureEvent,
  VideoOutput,
  VideoOutputEvent,
} from '../../drivers/index.ts';
import { numberOf, unitOf } from '../../rtp/testing/annex-b-units.ts';

export const MODE = { width: 640, height: 480, rate: 60 } as const;
export const SIGNAL: CaptureState = { type: 'signal', mode: MODE };

/** A computer's USB port, down to the reports. */
export class RecordingGadget implements HidGadget {
  readonly keyboards: Uint8Array[] = [];
  readonly consumers: Uint8Array[] = [];
  readonly absolutes: Uint8Array[] = [];
  readonly relatives: Uint8Array[] = [];
  #tell: (event: HidGadgetEvent) => void = () => undefined;

  listen(listener: (event: HidGadgetEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'host', state: 'awake' });
    listener({ type: 'leds', leds: LEDS_OFF });
  }

  tell(event: HidGadgetEvent): void {
    this.#tell(event);
  }

  writeKeyboard(report: Uint8Array): void {
    this.keyboards.push(report);
  }

  writeConsumer(report: Uint8Array): void {
    this.consumers.push(report);
  }

  writeAbsolutePointer(report: Uint8Array): void {
    this.absolutes.push(report);
  }

  writeRelativePointer(report: Uint8Array): void {
    this.relatives.push(report);
  }

  /** What the computer believes to be held. */
  get held(): readonly Usage[] {
    const last = this.keyboards.at(-1);
    return last === undefined ? [] : [...(decodeBootKeyboard(last) ?? [])];
  }

  get buttons(): number {
    return (this.absolutes.at(-1)?.[0] ?? 0) | (this.relatives.at(-1)?.[0] ?? 0);
  }

  /** Every key that went down here, in order. */
  get typed(): readonly Usage[] {
    const typed: Usage[] = [];
    let before = new Set<Usage>();
    for (const report of this.keyboards) {
      const now = new Set(decodeBootKeyboard(report) ?? []);
      for (const key of now) if (!before.has(key)) typed.push(key);
      before = now;
    }
    return typed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tell = () => undefined;
  }
}

/** A computer's screen whose pictures are numbers. */
export class RecordingCapture implements VideoCapture {
  readonly codec: Codec;
  running = false;
  starts = 0;
  previews = 0;
  #picture = 0;
  #state: CaptureState = SIGNAL;
  #tell: (event: VideoCaptureEvent) => void = () => undefined;
  readonly #stream: number;

  constructor(stream: number, codec: Codec) {
    this.#stream = stream;
    this.codec = codec;
  }

  listen(listener: (event: VideoCaptureEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'state', state: this.#state });
  }

  state(state: CaptureState): void {
    this.#state = state;
    this.#tell({ type: 'state', state });
    if (this.running) this.#emit();
  }

  /** The computer's picture changes. */
  paint(picture: number): void {
    this.#picture = picture;
    if (this.running) this.#emit();
  }

  start(): void {
    this.running = true;
    this.starts += 1;
    this.#emit();
  }

  stop(): void {
    this.running = false;
  }

  wantKeyFrame(): void {
    if (this.running) this.#emit();
  }

  configure(): void {}

  /** A small picture is the number of what the computer shows. */
  async preview(): Promise<Uint8Array> {
    this.previews += 1;
    return new Uint8Array([this.#picture]);
  }

  setEdid(): void {}

  #emit(): void {
    if (this.#state.type !== 'signal') return;
    const unit: AccessUnit = {
      stream: streamId(this.#stream),
      generation: generation(0),
      codec: this.codec,
      key: true,
      time: this.#picture,
      bytes:
        this.codec === 'jpeg'
          ? new Uint8Array([this.#picture])
          : unitOf({ number: this.#picture, key: true, size: 3000 }),
    };
    this.#tell({ type: 'unit', unit });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.running = false;
  }
}

/** A desk's keyboards and mice. */
export class RecordingHidHost implements HidHost {
  leds: KeyboardLeds = LEDS_OFF;
  #tell: ((event: HidHostEvent) => void) | null = null;
  readonly #devices: { readonly id: string; readonly layout: HidLayout }[] = [];
  #held: readonly Usage[] = [];

  listen(listener: (event: HidHostEvent) => void): void {
    this.#tell = listener;
    for (const { id, layout } of this.#devices) listener({ type: 'attached', device: { id, layout, name: id } });
  }

  plug(layout: HidLayout): void {
    this.#devices.push({ id: layout, layout });
    this.#tell?.({ type: 'attached', device: { id: layout, layout, name: layout } });
  }

  unplug(layout: HidLayout): void {
    this.#tell?.({ type: 'detached', device: layout });
  }

  hold(...keys: readonly Usage[]): void {
    this.#held = keys;
    this.#tell?.({ type: 'report', device: 'boot-keyboard', bytes: encodeBootKeyboard(keys) });
  }

  tap(key: Usage): void {
    const held = this.#held;
    this.hold(...held, key);
    this.hold(...held);
  }

  move(movement: { readonly dx: number; readonly dy: number; readonly buttons?: number }): void {
    const { dx, dy, buttons = 0 } = movement;
    const bytes = encodeBootMouse({ dx, dy, buttons, wheel: 0 });
    this.#tell?.({ type: 'report', device: 'boot-mouse', bytes });
  }

  place(place: { readonly x: number; readonly y: number; readonly buttons?: number }): void {
    const { x, y, buttons = 0 } = place;
    const bytes = encodeAbsolutePointer({ x, y, buttons, wheel: 0, tilt: 0 });
    this.#tell?.({ type: 'report', device: 'absolute-pointer', bytes });
  }

  setLeds(leds: KeyboardLeds): void {
    this.leds = leds;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tell = null;
  }
}

export interface ShownPicture {
  readonly stream: number;
  readonly picture: number;
  readonly crop: Crop | null;
}

/** A desk's monitor; `clear` leaves null. As the contract allows, nothing of an older generation comes after a newer one. */
export class RecordingOutput implements VideoOutput {
  readonly codecs = ['jpeg', 'h264'] as const;
  readonly chromas = ['4:2:0'] as const;
  readonly history: (ShownPicture | null)[] = [];
  #newest = generation(0);
  #tell: (event: VideoOutputEvent) => void = () => undefined;

  listen(listener: (event: VideoOutputEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'monitor', mode: MODE, edid: new Uint8Array(128) });
  }

  show(unit: AccessUnit, crop: Crop | null): void {
    if (unit.generation < this.#newest) return;
    this.#newest = unit.generation;
    // RTP's clock is coarser than a microsecond: there the number is in the picture.
    const picture = unit.codec === 'jpeg' ? unit.time : numberOf(unit.bytes, unit.key);
    this.history.push({ stream: unit.stream, picture, crop });
    this.#tell({ type: 'shown', unit });
  }

  clear(): void {
    this.history.push(null);
  }

  get now(): ShownPicture | null {
    return this.history.at(-1) ?? null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tell = () => undefined;
  }
}

export class RecordingOverlay implements Overlay {
  scene: Scene | null = null;

  listen(listener: (event: { readonly type: 'size'; readonly size: OverlaySize }) => void): void {
    listener({ type: 'size', size: { width: 1280, height: 720 } });
  }

  present(scene: Scene | null): void {
    this.scene = scene;
  }

  /** All that can be read on it. */
  get text(): string {
    return (this.scene?.nodes ?? []).flatMap((node) => ('text' in node ? [node.text] : [])).join('\n');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.scene = null;
  }
}

export class RecordingPort implements NetworkPort {
  #tell: (event: NetworkPortEvent) => void = () => undefined;

  listen(listener: (event: NetworkPortEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'carrier', up: true });
  }

  carrier(up: boolean): void {
    this.#tell({ type: 'carrier', up });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tell = () => undefined;
  }
}

export class RecordingBoxInfo implements BoxInfo {
  readonly model = 'bench';
  readonly calls: string[] = [];

  readonly lamp = true;

  health(): BoxHealth {
    return { temperature: 40, temperatureLimit: 90, load: 0.1, memory: { used: 1, total: 2 }, uptime: 60 };
  }

  identify(on: boolean): void {
    this.calls.push(on ? 'identify' : 'identified');
  }

  restart(): void {
    this.calls.push('restart');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.calls.push('dispose');
  }
}
