import type { Rectangle } from '@seatmatrix/osd';
import { createSurface, type Picture, type Surface } from '@seatmatrix/osd/node';
import type { AccessUnit, Crop, VideoMode } from '@seatmatrix/protocol/domain';
import { BehaviourChain } from '../behaviours/behaviour.ts';
import { Cable } from './cable.ts';
import { encodeEdid } from './edid.ts';
import { type FoundPixelCode, type Pixels, readPixelCodes } from './pixel-code-reader.ts';
import { Subscribers } from './subscribers.ts';

export interface ShownPicture {
  readonly picture: Picture;
  readonly crop: Crop | null;
  readonly unit: AccessUnit;
}

/** What lies above the video: a surface that brings itself up to date when asked. */
export interface OverlayPlane {
  /** Null while nothing is to be seen of it. */
  surface(): Surface | null;
  /** Rises with every change. */
  readonly version: number;
}

/** `cable`: pulled or plugged. `exchanged`: another monitor stands there. `shown`: the video plane changed. */
export type MonitorEvent = 'cable' | 'exchanged' | 'shown';

/** What a receiver puts where it has no picture. */
const STAND_BY = '#000000';

/**
 * The place for a screen at a receiver: it shows the receiver's video plane, cropped as the receiver says, with the
 * OSD's plane above it.
 */
export class Monitor {
  readonly name: string;
  /** Between the receiver and the monitor: a hand can pull it. */
  readonly cable = new Cable('video');
  /** Sees the EDID on its way to the receiver. */
  readonly edidBehaviours = new BehaviourChain<Uint8Array>();
  readonly #subscribers = new Subscribers<MonitorEvent>();
  #mode: VideoMode;
  #edid: Uint8Array;
  #shown: ShownPicture | null = null;
  #overlay: OverlayPlane | null = null;
  #surface: Surface | null = null;
  #version = 0;
  #composed = '';
  #codes: readonly FoundPixelCode[] | null = null;

  constructor({ name, mode }: { readonly name: string; readonly mode: VideoMode }) {
    this.name = name;
    this.#mode = mode;
    this.#edid = encodeEdid({ name, preferred: mode });
    this.cable.onChange(() => {
      this.#version++;
      this.#subscribers.tell('cable');
    });
  }

  get mode(): VideoMode {
    return this.#mode;
  }

  /** What a receiver reads when the monitor is plugged in. Empty when a behaviour lets nothing through. */
  get edid(): Uint8Array {
    let read: Uint8Array = new Uint8Array();
    this.edidBehaviours.run(this.#edid, (edid) => {
      read = edid;
    });
    return read;
  }

  /** Puts another monitor in the place of this one. */
  exchange({ mode, edid }: { readonly mode: VideoMode; readonly edid: Uint8Array }): void {
    this.#mode = mode;
    this.#edid = edid;
    this.#version++;
    this.#subscribers.tell('exchanged');
  }

  /** The unit whose picture is in the video plane, covered or not; null when it is cleared. */
  get shown(): ShownPicture | null {
    return this.#shown;
  }

  show(shown: ShownPicture | null): void {
    this.#shown = shown;
    this.#version++;
    this.#subscribers.tell('shown');
  }

  setOverlay(overlay: OverlayPlane | null): void {
    this.#overlay = overlay;
    this.#version++;
  }

  subscribe(listener: (event: MonitorEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }

  /** Straight RGBA of what an eye sees. Black without a cable. */
  screenshot(): Pixels {
    const surface = this.#compose();
    const { width, height } = this.mode;
    return { width, height, data: surface.readPixels({ x: 0, y: 0, width, height }) };
  }

  /** Straight RGBA of a part of the screen. */
  pixels(area: Rectangle): Pixels {
    return { width: area.width, height: area.height, data: this.#compose().readPixels(area) };
  }

  png(): Uint8Array {
    return this.#compose().png();
  }

  /** The codes that an eye could read now; kept until the screen changes. */
  pixelCodes(): readonly FoundPixelCode[] {
    this.#compose();
    this.#codes ??= readPixelCodes(this.screenshot());
    return this.#codes;
  }

  /** The computer and head whose picture is to be seen; null when none or more than one is. */
  shows(): { readonly computer: number; readonly head: number } | null {
    const [first, ...rest] = this.pixelCodes();
    if (first === undefined) return null;
    const { computer, head } = first;
    return rest.every((code) => code.computer === computer && code.head === head) ? { computer, head } : null;
  }

  #compose(): Surface {
    const { width, height } = this.#mode;
    if (this.#surface?.width !== width || this.#surface.height !== height) this.#surface = createSurface(width, height);
    const overlay = this.cable.plugged ? (this.#overlay?.surface() ?? null) : null;
    const composed = `${this.#version} ${this.#overlay?.version ?? ''} ${overlay === null}`;
    if (composed === this.#composed) return this.#surface;
    this.#composed = composed;
    this.#codes = null;
    const target = { x: 0, y: 0, width, height };
    this.#surface.context.fillStyle = STAND_BY;
    this.#surface.context.fillRect(0, 0, width, height);
    if (!this.cable.plugged) return this.#surface;
    if (this.#shown !== null) {
      const { picture, crop } = this.#shown;
      this.#surface.draw(picture, crop === null ? { target } : { target, source: sourceOf(picture, crop) });
    }
    if (overlay !== null) this.#surface.draw(overlay.picture, { target });
    return this.#surface;
  }
}

const sourceOf = (picture: Picture, crop: Crop): Rectangle => ({
  x: crop.left * picture.width,
  y: crop.top * picture.height,
  width: crop.width * picture.width,
  height: crop.height * picture.height,
});
