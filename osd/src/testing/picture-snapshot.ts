import { fail } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSurface, decodeImage, type Surface } from '../node/surface.ts';

/** Skia's builds for x64 and arm64 differ by a level at edges; a glyph that moved by a pixel differs by far more. */
const LEVEL_TOLERANCE = 4;
const SHARE_TOLERANCE = 0.001;

const artifacts = fileURLToPath(new URL('../../../test-artifacts', import.meta.url));

export interface PictureSnapshot {
  /** Where the snapshots lie. */
  readonly folder: string;
  /** File name without `.png`. */
  readonly name: string;
}

/**
 * Compares with the snapshot, pixels premultiplied so that the colour of what cannot be seen does not count: at most
 * 0.1 % of them may differ by more than 4 of 255. On failure actual and difference lie in `test-artifacts/`. A missing
 * snapshot is made, or, with `CI=true`, a failure.
 */
export async function expectPicture(actual: Surface, { folder, name }: PictureSnapshot): Promise<void> {
  const path = join(folder, `${name}.png`);
  if (!existsSync(path)) {
    if (process.env.CI === 'true') fail(`no snapshot ${basename(path)}: run the test once without CI=true`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, actual.png());
    return;
  }
  const expected = await load(path);
  if (expected.width !== actual.width || expected.height !== actual.height) {
    keep(`${name}.actual.png`, actual);
    fail(`${name} is ${actual.width}×${actual.height}, its snapshot ${expected.width}×${expected.height}`);
  }
  const { different, picture } = compare(actual, expected);
  const share = different / (actual.width * actual.height);
  if (share <= SHARE_TOLERANCE) return;
  keep(`${name}.actual.png`, actual);
  keep(`${name}.difference.png`, picture);
  fail(`${name}: ${different} pixels (${(share * 100).toFixed(2)} %) differ from the snapshot; see ${artifacts}`);
}

/** How many pixels differ visibly, and where: red on black. */
export function compare(one: Surface, other: Surface): { readonly different: number; readonly picture: Surface } {
  const whole = { x: 0, y: 0, width: one.width, height: one.height };
  const first = one.readPixels(whole);
  const second = other.readPixels(whole);
  const picture = createSurface(one.width, one.height);
  picture.context.fillStyle = '#000000';
  picture.context.fillRect(0, 0, one.width, one.height);
  picture.context.fillStyle = '#ff2020';
  let different = 0;
  for (let index = 0; index < first.length; index += 4) {
    if (levelDistance(first, second, index) <= LEVEL_TOLERANCE) continue;
    different += 1;
    const pixel = index / 4;
    picture.context.fillRect(pixel % one.width, Math.floor(pixel / one.width), 1, 1);
  }
  return { different, picture };
}

/** The largest difference of a channel, premultiplied. */
function levelDistance(first: Uint8Array, second: Uint8Array, index: number): number {
  const firstAlpha = first[index + 3] ?? 0;
  const secondAlpha = second[index + 3] ?? 0;
  let largest = Math.abs(firstAlpha - secondAlpha);
  for (let channel = 0; channel < 3; channel++) {
    const from = ((first[index + channel] ?? 0) * firstAlpha) / 255;
    const to = ((second[index + channel] ?? 0) * secondAlpha) / 255;
    largest = Math.max(largest, Math.abs(from - to));
  }
  return largest;
}

async function load(path: string): Promise<Surface> {
  const picture = await decodeImage(readFileSync(path));
  const surface = createSurface(picture.width, picture.height);
  surface.draw(picture, { target: { x: 0, y: 0, width: picture.width, height: picture.height } });
  return surface;
}

function keep(file: string, surface: Surface): void {
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(artifacts, file), surface.png());
}
