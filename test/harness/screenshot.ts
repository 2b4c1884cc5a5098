/** Straight RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** What an eye sees at one moment. */
export class Screenshot {
  readonly pixels: Pixels;

  constructor(pixels: Pixels) {
    this.pixels = pixels;
  }

  equals(other: Screenshot): boolean {
    return Buffer.from(this.pixels.data).equals(Buffer.from(other.pixels.data));
  }
}
