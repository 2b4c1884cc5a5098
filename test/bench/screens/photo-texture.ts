/**
 * A picture with the statistics of a photograph: the same energy in every octave, soft colours that follow large shapes,
 * and the grain of a sensor. It repeats at its edges. The same every time.
 */
export interface PhotoTexture {
  readonly width: number;
  readonly height: number;
  /** Blue, green, red, and one byte that does not count. */
  readonly pixels: Buffer;
}

/** Cells across the picture, doubled by each octave, and how much each octave weighs. */
const OCTAVES = [
  { cells: 5, weight: 0.42 },
  { cells: 11, weight: 0.24 },
  { cells: 23, weight: 0.15 },
  { cells: 47, weight: 0.09 },
  { cells: 97, weight: 0.06 },
  { cells: 211, weight: 0.04 },
] as const;

/** Of 255: what a camera adds in daylight. */
const GRAIN = 5;

export function photoTexture({ width, height }: { readonly width: number; readonly height: number }): PhotoTexture {
  const light = new Float32Array(width * height);
  const tint = new Float32Array(width * height);
  const warmth = new Float32Array(width * height);
  for (const [index, { cells, weight }] of OCTAVES.entries()) {
    addNoise(light, { width, height, cells, weight, seed: index });
    if (index < 3) {
      addNoise(tint, { width, height, cells, weight, seed: 100 + index });
      addNoise(warmth, { width, height, cells, weight, seed: 200 + index });
    }
  }
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < light.length; at++) {
    const grain = (hash(at, 300) - 0.5) * 2 * GRAIN;
    // Steeper in the middle, as a lens and a tone curve leave it.
    const bright = 255 * smooth(Math.min(1, Math.max(0, 1.5 * (light[at] ?? 0) - 0.25))) + grain;
    const green = ((tint[at] ?? 0) - 0.4) * 90;
    const red = ((warmth[at] ?? 0) - 0.4) * 110;
    pixels[4 * at] = level(bright - red);
    pixels[4 * at + 1] = level(bright + green);
    pixels[4 * at + 2] = level(bright + red);
  }
  return { width, height, pixels };
}

/** A camera's look at the texture, its middle at `x`, `y` and `zoom` pixels of the picture for one of the texture. */
export function photograph(
  texture: PhotoTexture,
  look: {
    readonly x: number;
    readonly y: number;
    readonly zoom: number;
    readonly width: number;
    readonly height: number;
  },
): Buffer {
  const { x, y, zoom, width, height } = look;
  const picture = Buffer.allocUnsafe(width * height * 4);
  const source = texture.pixels;
  const columns = Array.from({ length: width }, (_, column) => {
    const at = wrap(x + (column - width / 2) / zoom, texture.width);
    const left = Math.floor(at);
    return { left: 4 * left, right: 4 * ((left + 1) % texture.width), part: at - left };
  });
  let to = 0;
  for (let row = 0; row < height; row++) {
    const at = wrap(y + (row - height / 2) / zoom, texture.height);
    const above = Math.floor(at);
    const part = at - above;
    const upper = 4 * above * texture.width;
    const lower = 4 * ((above + 1) % texture.height) * texture.width;
    for (const column of columns) {
      for (let channel = 0; channel < 3; channel++) {
        const one = mix(source[upper + column.left + channel], source[upper + column.right + channel], column.part);
        const two = mix(source[lower + column.left + channel], source[lower + column.right + channel], column.part);
        picture[to + channel] = one + (two - one) * part;
      }
      to += 4;
    }
  }
  return picture;
}

/** Smooth noise between 0 and `weight` on a lattice of so many cells across. */
function addNoise(
  values: Float32Array,
  options: {
    readonly width: number;
    readonly height: number;
    readonly cells: number;
    readonly weight: number;
    readonly seed: number;
  },
): void {
  const { width, height, cells, weight, seed } = options;
  const rows = Math.max(1, Math.round((cells * height) / width));
  const lattice = Float32Array.from({ length: cells * rows }, (_, index) => weight * hash(index, seed));
  const cell = (column: number, row: number) => lattice[(row % rows) * cells + (column % cells)] ?? 0;
  let at = 0;
  for (let y = 0; y < height; y++) {
    const across = (y * rows) / height;
    const row = Math.floor(across);
    const down = smooth(across - row);
    for (let x = 0; x < width; x++) {
      const along = (x * cells) / width;
      const column = Math.floor(along);
      const right = smooth(along - column);
      const upper = mix(cell(column, row), cell(column + 1, row), right);
      const lower = mix(cell(column, row + 1), cell(column + 1, row + 1), right);
      values[at] = (values[at] ?? 0) + mix(upper, lower, down);
      at++;
    }
  }
}

/** 0 to 1. */
function hash(index: number, seed: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}

const mix = (one: number | undefined, two: number | undefined, part: number): number =>
  (one ?? 0) + ((two ?? 0) - (one ?? 0)) * part;

const smooth = (part: number): number => part * part * (3 - 2 * part);

const wrap = (value: number, size: number): number => ((value % size) + size) % size;

const level = (value: number): number => Math.min(255, Math.max(0, value));
