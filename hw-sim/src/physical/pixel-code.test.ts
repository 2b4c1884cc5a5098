import { createSurface, decodeImage, type Surface } from '@seatmatrix/osd/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Computer } from './computer.ts';
import {
  PIXEL_CODE_BARS,
  PIXEL_CODE_DATA_BARS,
  PIXEL_CODE_END,
  PIXEL_CODE_START,
  pixelCodeBars,
  pixelCodeOf,
} from './pixel-code.ts';
import { readPixelCodes } from './pixel-code-reader.ts';

const codes = fc.record({
  computer: fc.integer({ min: 0, max: 1023 }),
  head: fc.integer({ min: 1, max: 4 }),
  column: fc.integer({ min: 0, max: 3 }),
  row: fc.integer({ min: 0, max: 3 }),
});
const whole = { left: 0, top: 0, width: 1, height: 1 };

describe('a pixel code', () => {
  it.each([
    { computer: -1, head: 1 },
    { computer: 1024, head: 1 },
    { computer: 1, head: 0 },
    { computer: 1, head: 5 },
  ])('has none for $computer, head $head, rather than another’s', (code) => {
    expect(() => pixelCodeBars({ ...code, column: 0, row: 0 })).toThrow('code of another');
  });

  it('comes back from its bars', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const bars = pixelCodeBars(code);
        expect(bars).toHaveLength(PIXEL_CODE_BARS);
        expect(pixelCodeOf(dataBars(bars))).toEqual(code);
      }),
    );
  });

  it('is refused with any one or two bars wrong', () => {
    const bar = fc.integer({ min: 0, max: PIXEL_CODE_DATA_BARS - 1 });
    fc.assert(
      fc.property(codes, bar, bar, (code, first, second) => {
        const data = [...dataBars(pixelCodeBars(code))];
        for (const index of new Set([first, second])) data[index] = 1 - (data[index] ?? 0);
        expect(pixelCodeOf(data)).toBeNull();
      }),
    );
  });

  it('is readable at every quality from 70 up, in every part of a wall and at every scale of it', async () => {
    const crops = fc.constantFrom(
      whole,
      { left: 0, top: 0, width: 0.5, height: 1 },
      { left: 0.5, top: 0, width: 0.5, height: 1 },
      { left: 0.5, top: 0.5, width: 0.5, height: 0.5 },
      { left: 1 / 3, top: 1 / 3, width: 1 / 3, height: 1 / 3 },
    );
    const sizes = fc.constantFrom(
      { width: 640, height: 360 },
      { width: 1280, height: 720 },
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    );
    const run = fc.record({
      computer: fc.integer({ min: 0, max: 1023 }),
      head: fc.integer({ min: 1, max: 2 }),
      quality: fc.integer({ min: 70, max: 95 }),
      crop: crops,
      mode: sizes,
      screen: sizes.filter(({ width }) => width < 1500),
      typed: fc.string({ maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ computer, head, quality, crop, mode, screen, typed }) => {
        // Half the size and less is a preview, not a screen.
        fc.pre(screen.width / (mode.width * crop.width) > 0.66);
        const source = screenOf({ computer, head, mode, status: typed });
        const shown = await show(source, { quality, crop, screen });
        const expected = cellsWithin(crop).map(({ column, row }) => ({ computer, head, column, row }));
        expect(read(shown)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('is not found where something covers it, and found beside', async () => {
    const mode = { width: 640, height: 360 };
    const shown = await show(screenOf({ computer: 5, head: 1, mode, status: '' }), {
      quality: 75,
      crop: whole,
      screen: mode,
    });
    shown.context.fillStyle = '#203040';
    shown.context.fillRect(150, 80, 340, 200);
    const found = read(shown).map(({ column, row }) => `${column}${row}`);
    expect(found).toEqual(['00', '10', '20', '30', '01', '31', '02', '32', '03', '33']);
  });

  it('is not found on a black, an even, or a noisy screen', () => {
    const surface = createSurface(640, 360);
    for (const colour of ['#000000', '#ffffff', '#446688']) {
      surface.context.fillStyle = colour;
      surface.context.fillRect(0, 0, 640, 360);
      expect(read(surface)).toEqual([]);
    }
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 640, maxLength: 640 }), (line) => {
        const data = new Uint8Array(640 * 12 * 4);
        for (let index = 0; index < 640 * 12; index++) data.fill(line[index % 640] ?? 0, index * 4, index * 4 + 4);
        expect(readPixelCodes({ width: 640, height: 12, data })).toEqual([]);
      }),
    );
  });
});

const dataBars = (bars: readonly number[]): readonly number[] =>
  bars.slice(1 + PIXEL_CODE_START.length, -(1 + PIXEL_CODE_END.length));

function screenOf(given: {
  computer: number;
  head: number;
  mode: { width: number; height: number };
  status: string;
}): Surface {
  const computer = new Computer({
    number: given.computer,
    name: '城市运行中心',
    role: 'workstation',
    host: 'pc',
    heads: 2,
    mode: { ...given.mode, rate: 60 },
  });
  computer.status = given.status;
  const head = computer.heads[given.head - 1];
  if (head === undefined) throw new RangeError('no such head');
  return head.picture();
}

async function show(
  source: Surface,
  given: {
    quality: number;
    crop: { left: number; top: number; width: number; height: number };
    screen: { width: number; height: number };
  },
): Promise<Surface> {
  const { crop, screen } = given;
  const picture = await decodeImage(await source.encodeJpeg(given.quality));
  const surface = createSurface(screen.width, screen.height);
  surface.draw(picture, {
    target: { x: 0, y: 0, ...screen },
    source: {
      x: crop.left * picture.width,
      y: crop.top * picture.height,
      width: crop.width * picture.width,
      height: crop.height * picture.height,
    },
  });
  return surface;
}

function read(surface: Surface) {
  const { width, height } = surface;
  const data = surface.readPixels({ x: 0, y: 0, width, height });
  return readPixelCodes({ width, height, data }).map(({ computer, head, column, row }) => ({
    computer,
    head,
    column,
    row,
  }));
}

/** Cells of which a crop holds the whole code: the code is a line in the middle of the cell's top. */
function cellsWithin(crop: { left: number; top: number; width: number; height: number }) {
  const cells = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => ({ column, row })));
  const margin = 0.5 / 640;
  return cells.filter(
    ({ column, row }) =>
      column / 4 + 0.02 >= crop.left - margin &&
      (column + 1) / 4 - 0.02 <= crop.left + crop.width + margin &&
      row / 4 >= crop.top - margin &&
      row / 4 + 0.02 <= crop.top + crop.height + margin,
  );
}
