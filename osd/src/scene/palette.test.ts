import { describe, expect, it } from 'vitest';
import { palette } from './palette.ts';

/** Channel values 0–1 of `#rrggbb`, whatever alpha follows. */
const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);

/** WCAG 2.2, relative luminance. */
function luminance(values: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = values.map((each) =>
    each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ground as it looks before a white picture. */
function overWhite(colour: string): readonly number[] {
  const alpha = colour.length === 9 ? Number.parseInt(colour.slice(7), 16) / 255 : 1;
  return channels(colour).map((each) => each * alpha + (1 - alpha));
}

const contrast = (text: string, ground: string): number => {
  const [one, other] = [luminance(channels(text)), luminance(overWhite(ground))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

const texts = ['fixed', 'live', 'prompt', 'bright', 'online', 'connected', 'offline', 'alarm'] as const;
const grounds = ['menu', 'banner', 'screen', 'card', 'field', 'key'] as const;

describe('the palette', () => {
  it.each(texts)('%s can be read on every ground, also before a white picture', (text) => {
    for (const ground of grounds)
      expect([ground, contrast(palette[text], palette[ground]) >= 4.5]).toEqual([ground, true]);
  });

  it('can be read on a lit key and button', () => {
    expect(contrast(palette.onBright, palette.bright)).toBeGreaterThan(7);
  });
});
