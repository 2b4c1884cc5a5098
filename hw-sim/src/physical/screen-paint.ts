import type { Surface } from '@seatmatrix/osd/node';
import { type KeyboardLeds, POINTER_MAX, type Usage } from '@seatmatrix/protocol/domain';
import { fillPanel, measureText, type TextStyle, textTail, writeText } from './brush.ts';
import type { ComputerOptions, PointerPlace } from './computer.ts';
import { PIXEL_CODE_GRID, pixelCodeBars, pixelCodePlace } from './pixel-code.ts';
import { paletteOf, type ScreenPalette } from './screen-palette.ts';
import { promptOf, type TextConsole } from './text-console.ts';
import { keyName } from './us-layout.ts';

export interface ScreenContent {
  readonly options: ComputerOptions;
  readonly head: number;
  readonly console: TextConsole;
  readonly leds: KeyboardLeds;
  readonly heldKeys: ReadonlySet<Usage>;
  /** Null while it is on another head. */
  readonly pointer: PointerPlace | null;
  readonly status: string;
}

/** The layout is drawn for this height, and scaled. */
const HEIGHT = 360;
const GRADIENT_STEPS = 72;
const LINES_A_PANE = 5;
const CHART_BARS = 48;
const HELD_KEYS_SHOWN = 6;

/** What does not change: the background, the panes, the name, and the pixel codes along the lines between panes. */
export function paintBackdrop(surface: Surface, { options, head }: ScreenContent): void {
  const { context, width, height } = surface;
  const palette = paletteOf(options.number);
  for (let step = 0; step < GRADIENT_STEPS; step++) {
    const top = Math.floor((step * height) / GRADIENT_STEPS);
    context.fillStyle = palette.gradient(step / (GRADIENT_STEPS - 1));
    context.fillRect(0, top, width, Math.ceil(height / GRADIENT_STEPS) + 1);
  }
  const layout = layoutOf(surface);
  const { scale, pad } = layout;
  for (const pane of [layout.transcript, layout.keyboard, layout.status]) {
    fillPanel(surface, { box: pane, fill: palette.pane, radius: 6 * scale });
  }
  writeText(surface, {
    text: options.name,
    style: { size: 38 * scale, weight: 700, colour: '#ffffff' },
    place: { x: pad, baseline: 48 * scale, widthMax: width * 0.72 },
  });
  writeText(surface, {
    text: options.heads > 1 ? `${options.role} · 第 ${head} 屏 / Head ${head} of ${options.heads}` : options.role,
    style: { size: 15 * scale, weight: 400, colour: palette.soft },
    place: { x: pad + scale, baseline: 74 * scale, widthMax: width * 0.72 },
  });
  paintBadge(surface, { text: String(options.number).padStart(2, '0'), palette });
  paintCodes(surface, { options, head, palette });
}

/** What changes: the terminal, the keys, the lights, the status line, the pointer. */
export function paintLive(surface: Surface, content: ScreenContent): void {
  const palette = paletteOf(content.options.number);
  paintTerminal(surface, { content, palette });
  paintKeyboard(surface, { content, palette });
  paintStatus(surface, { content, palette });
  if (content.pointer !== null) paintPointer(surface, content.pointer);
}

function layoutOf({ width, height }: Surface) {
  const scale = height / HEIGHT;
  const pad = 18 * scale;
  const side = width * 0.25 - pad * 1.5;
  // From below the second line of codes to above the last, and from there to the bottom.
  const top = height * 0.25 + 11 * scale;
  const middle = height * 0.75 - 4 * scale - top;
  const low = height * 0.75 + 11 * scale;
  return {
    scale,
    pad,
    transcript: { x: pad, y: top, width: width - side - pad * 3, height: middle },
    keyboard: { x: width - side - pad, y: top, width: side, height: middle },
    status: { x: pad, y: low, width: width - pad * 2, height: height - low - pad * 0.6 },
  };
}

function paintBadge(surface: Surface, { text, palette }: { text: string; palette: ScreenPalette }): void {
  const { scale, pad } = layoutOf(surface);
  const style: TextStyle = { size: 34 * scale, weight: 700, colour: palette.accent };
  const width = measureText(surface, { text, style });
  const x = surface.width - pad - width;
  writeText(surface, { text, style, place: { x, baseline: 50 * scale, widthMax: width + 1 } });
  writeText(surface, {
    text: '主机 Computer',
    style: { size: 11 * scale, weight: 400, colour: palette.soft },
    place: { x: surface.width - pad - 78 * scale, baseline: 74 * scale, widthMax: 78 * scale },
  });
}

function paintCodes(
  surface: Surface,
  { options, head, palette }: { options: ComputerOptions; head: number; palette: ScreenPalette },
): void {
  const { context } = surface;
  for (let row = 0; row < PIXEL_CODE_GRID; row++) {
    const { y, height } = pixelCodePlace(surface, { column: 0, row });
    context.fillStyle = palette.codeDark;
    context.fillRect(0, y - 1, surface.width, height + 2);
    for (let column = 0; column < PIXEL_CODE_GRID; column++) {
      const place = pixelCodePlace(surface, { column, row });
      context.fillStyle = palette.codeLight;
      pixelCodeBars({ computer: options.number, head, column, row }).forEach((bar, index) => {
        if (bar === 1) context.fillRect(place.x + index * place.bar, place.y, place.bar, place.height);
      });
    }
  }
}

function paintTerminal(
  surface: Surface,
  { content, palette }: { content: ScreenContent; palette: ScreenPalette },
): void {
  const { scale, transcript } = layoutOf(surface);
  const { console } = content;
  const style: TextStyle = { size: 12.5 * scale, weight: 400, colour: palette.text };
  const widthMax = transcript.width - 28 * scale;
  const prompt = promptOf(console);
  const shown = console.lines.slice(-(LINES_A_PANE * 2 - 1));
  shown.forEach((text, index) => {
    const place = { x: transcript.x + 12 * scale, baseline: baselineOf(surface, index), widthMax };
    writeText(surface, { text: textTail(surface, { text, style, widthMax }), style, place });
  });
  const baseline = baselineOf(surface, shown.length);
  const x = writeText(surface, {
    text: prompt,
    style: { ...style, weight: 700, colour: palette.accent },
    place: { x: transcript.x + 12 * scale, baseline, widthMax },
  });
  const rest = transcript.x + 12 * scale + widthMax - x;
  const strong: TextStyle = { ...style, weight: 500, colour: '#ffffff' };
  const typed = textTail(surface, { text: console.input, style: strong, widthMax: rest });
  const end = writeText(surface, { text: typed, style: strong, place: { x, baseline, widthMax: rest } });
  surface.context.fillStyle = palette.accent;
  surface.context.fillRect(end + 2 * scale, baseline - 10.5 * scale, 6.5 * scale, 13 * scale);
}

/** Five lines above the codes in the middle of the picture, five below. */
function baselineOf(surface: Surface, line: number): number {
  const { scale, transcript } = layoutOf(surface);
  const top = line < LINES_A_PANE ? transcript.y : surface.height / 2 + 9 * scale;
  return top + (15.5 + (line % LINES_A_PANE) * 14.4) * scale;
}

function paintKeyboard(
  surface: Surface,
  { content, palette }: { content: ScreenContent; palette: ScreenPalette },
): void {
  const { scale, keyboard: box } = layoutOf(surface);
  const { leds, heldKeys } = content;
  const label: TextStyle = { size: 10.5 * scale, weight: 400, colour: palette.soft };
  const inner = box.width - 20 * scale;
  const x = box.x + 10 * scale;
  const write = (text: string, { style, top }: { style: TextStyle; top: number }) =>
    writeText(surface, { text, style, place: { x, baseline: box.y + top * scale, widthMax: inner } });
  write('键盘灯 Locks', { style: label, top: 16 });
  const lights: readonly (readonly [string, boolean])[] = [
    ['Num', leds.numLock],
    ['Caps', leds.capsLock],
    ['Scroll', leds.scrollLock],
  ];
  lights.forEach(([text, lit], index) => {
    const top = box.y + (22 + index * 17) * scale;
    const fill = lit ? palette.accent : palette.unlit;
    fillPanel(surface, { box: { x, y: top, width: 12 * scale, height: 12 * scale }, fill, radius: 3 * scale });
    const style: TextStyle = { size: 11 * scale, weight: lit ? 700 : 400, colour: lit ? '#ffffff' : palette.soft };
    writeText(surface, {
      text: lit ? `${text} ●` : text,
      style,
      place: { x: x + 18 * scale, baseline: top + 10.5 * scale, widthMax: inner - 18 * scale },
    });
  });
  const held = [...heldKeys].slice(0, HELD_KEYS_SHOWN).map(keyName).join(' + ');
  write('按住 Held keys', { style: label, top: 106 });
  write(held === '' ? '—' : held, { style: { size: 13 * scale, weight: 700, colour: '#ffffff' }, top: 124 });
  const { pointer } = content;
  const place = pointer === null ? '—' : `${pixel(pointer.x, surface.width)}, ${pixel(pointer.y, surface.height)}`;
  write(`指针 Pointer  ${place}`, { style: label, top: 144 });
}

/** The bars stand for the computer's own work: they come from the status line alone, so that equal lines look equal. */
function paintStatus(surface: Surface, { content, palette }: { content: ScreenContent; palette: ScreenPalette }): void {
  const { scale, status: box } = layoutOf(surface);
  const chart = { x: box.x + box.width * 0.5, width: box.width * 0.5 - 12 * scale, height: box.height - 20 * scale };
  writeText(surface, {
    text: '运行状态 Status',
    style: { size: 10.5 * scale, weight: 400, colour: palette.soft },
    place: { x: box.x + 12 * scale, baseline: box.y + 17 * scale, widthMax: box.width * 0.45 },
  });
  writeText(surface, {
    text: content.status === '' ? '就绪 Ready' : content.status,
    style: { size: 16 * scale, weight: 500, colour: '#ffffff' },
    place: { x: box.x + 12 * scale, baseline: box.y + 42 * scale, widthMax: box.width * 0.47 },
  });
  let mixed = content.options.number * 7919;
  for (const character of content.status) mixed = (Math.imul(mixed, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  const step = chart.width / CHART_BARS;
  for (let index = 0; index < CHART_BARS; index++) {
    mixed = (Math.imul(mixed, 1_664_525) + 1_013_904_223) >>> 0;
    const wave = 0.55 + 0.3 * Math.sin(index / 4 + content.options.number);
    const bar = chart.height * Math.min(1, wave * (0.7 + 0.3 * (mixed / 2 ** 32)));
    surface.context.fillStyle = index === CHART_BARS - 1 ? palette.accent : palette.chart;
    surface.context.fillRect(chart.x + index * step, box.y + 10 * scale + chart.height - bar, step * 0.6, bar);
  }
}

function paintPointer(surface: Surface, { x, y }: PointerPlace): void {
  const { context } = surface;
  const { scale } = layoutOf(surface);
  context.save();
  context.translate(pixel(x, surface.width), pixel(y, surface.height));
  context.scale(scale, scale);
  context.beginPath();
  context.moveTo(0, 0);
  for (const [dx, dy] of ARROW) context.lineTo(dx, dy);
  context.closePath();
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#101010';
  context.lineWidth = 1.2;
  context.lineJoin = 'round';
  context.fill();
  context.stroke();
  context.restore();
}

const ARROW: readonly (readonly [number, number])[] = [
  [0, 15],
  [3.6, 11.6],
  [6.2, 17.2],
  [8.6, 16.1],
  [6.1, 10.7],
  [11, 10.6],
];

const pixel = (position: number, length: number): number => Math.round((position / POINTER_MAX) * (length - 1));
