import { Fault } from '@seatmatrix/protocol/kernel';
import type { X11Connection } from '../../../firmware-agent/src/drivers/x11/x11-connection.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Place {
  readonly width: number;
  readonly height: number;
}

/** 0xRRGGBB. */
export type Colour = number;

/** Far more than any picture takes: one that never comes fails the run instead of hanging it. */
const LIMIT = 20_000;

/**
 * Between two looks, milliseconds. Without a pause the eye would look 40,000 times a second, and take from what it
 * measures one core, and the X server's time with it.
 */
const LOOK_PAUSE = 0.3;

const nothing = new Int32Array(new SharedArrayBuffer(4));

/** A timer would take a millisecond and more. */
export const rest = (): void => void Atomics.wait(nothing, 0, 0, LOOK_PAUSE);

/** Looks at single pixels of an X screen. */
export class ScreenEye {
  readonly #connection: X11Connection;

  constructor(connection: X11Connection) {
    this.#connection = connection;
  }

  async colour({ x, y }: Place): Promise<Colour> {
    const { client, screen } = this.#connection;
    const { data } = await this.#connection.ask<{ readonly data: Buffer }>((reply) =>
      client.GetImage(Z_PIXMAP, screen.root, x, y, 1, 1, ALL_PLANES, reply),
    );
    return data.readUInt32LE(0) & 0xffffff;
  }

  /** A column of the whole screen, from top to bottom. */
  column(x: number): Promise<readonly Colour[]> {
    return this.area({ x, y: 0, width: 1, height: this.#connection.screen.height });
  }

  /** Row by row. */
  async area({ x, y, width, height }: Area): Promise<readonly Colour[]> {
    const { client, screen } = this.#connection;
    const { data } = await this.#connection.ask<{ readonly data: Buffer }>((reply) =>
      client.GetImage(Z_PIXMAP, screen.root, x, y, width, height, ALL_PLANES, reply),
    );
    return Array.from({ length: width * height }, (_, index) => data.readUInt32LE(4 * index) & 0xffffff);
  }

  /** Resolves with the time (of `performance.now`) at which the pixel was seen to be so. */
  async until(
    place: Place,
    isIt: (colour: Colour) => boolean,
    { limit = LIMIT, what = 'the pixel' }: { readonly limit?: number; readonly what?: string } = {},
  ): Promise<number> {
    const end = performance.now() + limit;
    for (;;) {
      const colour = await this.colour(place);
      const now = performance.now();
      if (isIt(colour)) return now;
      rest();
      if (now > end) {
        const is = colour.toString(16).padStart(6, '0');
        throw new Fault({
          code: 'deadline-passed',
          message: `${what} at ${place.x},${place.y} of ${this.#connection.name} did not change in ${limit} ms; it is #${is}`,
        });
      }
    }
  }
}

/** Whether a colour that went through a codec is this one. */
export function isNear(colour: Colour, wanted: Colour): boolean {
  for (const shift of [0, 8, 16]) {
    if (Math.abs(((colour >> shift) & 0xff) - ((wanted >> shift) & 0xff)) > CODEC_ERROR) return false;
  }
  return true;
}

/** Of a channel: H.264 at the quality of screens, and twice between RGB and YCbCr. */
const CODEC_ERROR = 28;

const Z_PIXMAP = 2;
const ALL_PLANES = 0xffffffff;
