import { pause } from '../pace.ts';
import type { ColourWindow } from './colour-window.ts';
import type { Colour, Place, ScreenEye } from './screen-eye.ts';

const BLACK: Colour = 0x000000;
const WHITE: Colour = 0xffffff;

/** Between two flips, milliseconds: no multiple of any picture's time, and never the same twice. */
const PAUSE = { least: 120, spread: 60 } as const;
const GOLDEN = 0.618_033_988_75;

/**
 * The probe: a window's colour flips on the one screen, and a pixel of the other is looked at until it has followed.
 * Gives the milliseconds of each flip.
 */
export async function measureFlips(
  count: number,
  probe: { readonly window: ColourWindow; readonly eye: ScreenEye; readonly place: Place; readonly what: string },
): Promise<readonly number[]> {
  const { window, eye, place, what } = probe;
  const samples: number[] = [];
  for (let flip = 0; flip < count; flip++) {
    await pause(PAUSE.least + PAUSE.spread * ((flip * GOLDEN) % 1));
    const white = flip % 2 === 0;
    const asked = window.paint(white ? WHITE : BLACK);
    const seen = await eye.until(place, (colour) => (colour & 0xff) > 127 === white, { what });
    samples.push(seen - asked);
  }
  if (count % 2 === 1) window.paint(BLACK);
  return samples;
}
