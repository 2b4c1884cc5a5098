import type { Colour } from './scene.ts';

/**
 * The manual's three text colours (brown: fixed, white: live, yellow: prompts) and its three row states (grey, yellow,
 * red), each at least 4.5 : 1 on the darkest and on the lightest ground here.
 */
export const palette = {
  fixed: '#cfa878',
  live: '#f5f7fa',
  prompt: '#f4cc52',
  bright: '#ffe83d',
  online: '#b4bcc8',
  connected: '#ffe83d',
  offline: '#ff7b70',
  dim: '#8a8175',

  /** Over the picture: what is behind shows through a little, and never enough to read against. */
  menu: '#10141bf4',
  banner: '#10141be6',
  /** The whole screen where there is no picture. */
  screen: '#0b0e13',
  card: '#141922',
  field: '#0a0d12',
  line: '#2b323e',
  edge: '#3d4655',
  key: '#232a35',
  rowOfConnected: '#ffe83d1a',
  veil: '#06080bb8',
  onBright: '#14171c',
  good: '#58c98b',
  alarm: '#ff7b70',
} as const satisfies Record<string, Colour>;
