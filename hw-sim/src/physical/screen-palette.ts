/** Colours of one computer's screen, `#rrggbb` or `#rrggbbaa`. */
export interface ScreenPalette {
  /** 0 at the top, 1 at the bottom. */
  gradient(share: number): string;
  readonly pane: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly chart: string;
  readonly unlit: string;
  readonly codeDark: string;
  readonly codeLight: string;
}

/** Degrees on the colour circle that can be told apart at a glance, neighbours in number far apart in colour. */
const HUES = [212, 158, 28, 268, 188, 338, 84, 236, 4, 132, 298, 48];

/** Every computer has a background of its own, so that a person sees a switch before he reads. */
export function paletteOf(number: number): ScreenPalette {
  const hue = HUES[number % HUES.length] ?? 212;
  const colour = (saturation: number, lightness: number) => hex({ hue, saturation, lightness });
  return {
    gradient: (share) => hex({ hue: hue + share * 18, saturation: 0.5, lightness: 0.3 - share * 0.17 }),
    pane: `${colour(0.4, 0.07)}c0`,
    text: colour(0.25, 0.84),
    soft: colour(0.35, 0.74),
    accent: colour(0.85, 0.68),
    chart: colour(0.5, 0.45),
    unlit: colour(0.25, 0.26),
    // Light enough against dark for JPEG at a low quality, quiet enough to pass for a line between panes.
    codeDark: colour(0.45, 0.08),
    codeLight: colour(0.3, 0.6),
  };
}

function hex({ hue, saturation, lightness }: { hue: number; saturation: number; lightness: number }): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
