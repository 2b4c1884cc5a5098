import type { FontPicker } from '@seatmatrix/osd/paint';
import type { Device } from '../../api/records.ts';
import type { Crosspoint } from './crosspoint.ts';
import { CELL, HEAD, inView, NAMES, type Place, type View } from './matrix-geometry.ts';

export interface MatrixScene {
  readonly receivers: readonly Device[];
  readonly transmitters: readonly Device[];
  readonly crosspoint: (receiver: string, transmitter: string) => Crosspoint;
  readonly isOnline: (device: string) => boolean;
  /** Under the pointer. */
  readonly hovered: Place | null;
  /** Where the keys are; null while they are elsewhere. */
  readonly focused: Place | null;
  /** The column that is being dragged. */
  readonly dragged: number | null;
}

export interface MatrixColours {
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly soft: string;
  readonly good: string;
  readonly warn: string;
}

/** By the theme that holds now. */
export function matrixColours(element: Element): MatrixColours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: of('--surface'),
    raised: of('--surface-raised'),
    line: of('--line'),
    text: of('--text'),
    quiet: of('--quiet'),
    accent: of('--accent-text'),
    soft: of('--accent-soft'),
    good: of('--good'),
    warn: of('--warn'),
  };
}

/** Paints what of the matrix is in view: its cost depends on the window alone. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  scene: MatrixScene,
  { view, colours, fonts }: { readonly view: View; readonly colours: MatrixColours; readonly fonts: FontPicker },
): void {
  const { receivers, transmitters, hovered, focused, dragged } = scene;
  const shown = inView(view, { rows: receivers.length, columns: transmitters.length });
  const x = (column: number) => NAMES + column * CELL - view.left;
  const y = (row: number) => HEAD + row * CELL - view.top;
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, view.width, view.height);
  const right = Math.min(view.width, x(transmitters.length));
  const bottom = Math.min(view.height, y(receivers.length));

  context.save();
  clip(context, { x: NAMES, y: HEAD, width: view.width - NAMES, height: view.height - HEAD });
  context.fillStyle = colours.soft;
  const column = dragged ?? hovered?.column ?? -1;
  if (hovered !== null && hovered.row >= 0) context.fillRect(NAMES, y(hovered.row), right - NAMES, CELL);
  if (column >= 0) context.fillRect(x(column), HEAD, CELL, bottom - HEAD);
  context.fillStyle = colours.line;
  for (let row = shown.rows[0]; row <= shown.rows[1]; row++) context.fillRect(NAMES, y(row), right - NAMES, 1);
  for (let at = shown.columns[0]; at <= shown.columns[1]; at++) context.fillRect(x(at), HEAD, 1, bottom - HEAD);
  for (let row = shown.rows[0]; row < shown.rows[1]; row++) {
    const receiver = receivers[row];
    for (let at = shown.columns[0]; at < shown.columns[1]; at++) {
      const transmitter = transmitters[at];
      if (receiver === undefined || transmitter === undefined) continue;
      const state = scene.crosspoint(receiver.key, transmitter.key);
      if (state !== 'none') paintMark(context, { state, x: x(at), y: y(row), colours });
    }
  }
  if (focused !== null) {
    context.strokeStyle = colours.accent;
    context.lineWidth = 2;
    context.strokeRect(x(focused.column) + 1.5, y(focused.row) + 1.5, CELL - 2, CELL - 2);
  }
  context.restore();

  paintNames(context, scene, { rows: shown.rows, y, view, colours, fonts });
  paintHeads(context, scene, { columns: shown.columns, x, view, colours, fonts });
}

/** A full square shows, an empty one is wanted, a dot is on its way: told apart without colours. */
function paintMark(
  context: CanvasRenderingContext2D,
  mark: { readonly state: Crosspoint; readonly x: number; readonly y: number; readonly colours: MatrixColours },
): void {
  const { state, x, y, colours } = mark;
  context.beginPath();
  if (state === 'attempt') {
    context.fillStyle = colours.accent;
    context.arc(x + CELL / 2, y + CELL / 2, 4.5, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.roundRect(x + 7, y + 7, CELL - 13, CELL - 13, 4);
  if (state === 'live') {
    context.fillStyle = colours.good;
    context.fill();
  } else {
    context.strokeStyle = colours.warn;
    context.lineWidth = 2.5;
    context.stroke();
  }
}

function paintNames(
  context: CanvasRenderingContext2D,
  { receivers, hovered, isOnline }: MatrixScene,
  at: {
    readonly rows: readonly [number, number];
    readonly y: (row: number) => number;
    readonly view: View;
    readonly colours: MatrixColours;
    readonly fonts: FontPicker;
  },
): void {
  context.save();
  clip(context, { x: 0, y: HEAD, width: NAMES, height: at.view.height - HEAD });
  context.fillStyle = at.colours.raised;
  context.fillRect(0, HEAD, NAMES, at.view.height - HEAD);
  for (let row = at.rows[0]; row < at.rows[1]; row++) {
    const device = receivers[row];
    if (device === undefined) continue;
    const weight = hovered?.row === row ? 650 : 400;
    paintLabel(context, { ...at, device, weight, online: isOnline(device.key), x: 12, y: at.y(row) + CELL / 2 });
  }
  context.fillStyle = at.colours.line;
  context.fillRect(NAMES - 1, HEAD, 1, at.view.height - HEAD);
  context.restore();
}

function paintHeads(
  context: CanvasRenderingContext2D,
  { transmitters, hovered, dragged, isOnline }: MatrixScene,
  at: {
    readonly columns: readonly [number, number];
    readonly x: (column: number) => number;
    readonly view: View;
    readonly colours: MatrixColours;
    readonly fonts: FontPicker;
  },
): void {
  context.fillStyle = at.colours.raised;
  context.fillRect(0, 0, at.view.width, HEAD);
  context.save();
  clip(context, { x: NAMES, y: 0, width: at.view.width - NAMES, height: HEAD });
  for (let column = at.columns[0]; column < at.columns[1]; column++) {
    const device = transmitters[column];
    if (device === undefined) continue;
    const weight = (dragged ?? hovered?.column) === column ? 650 : 400;
    context.save();
    context.translate(at.x(column) + CELL / 2, HEAD - 10);
    context.rotate(-Math.PI / 2);
    paintLabel(context, { ...at, device, weight, online: isOnline(device.key), x: 0, y: 0 });
    context.restore();
  }
  context.restore();
  context.fillStyle = at.colours.line;
  context.fillRect(0, HEAD - 1, at.view.width, 1);
}

function paintLabel(
  context: CanvasRenderingContext2D,
  label: {
    readonly device: Device;
    readonly weight: number;
    readonly online: boolean;
    readonly x: number;
    readonly y: number;
    readonly colours: MatrixColours;
    readonly fonts: FontPicker;
  },
): void {
  const { device, weight, online, x, y, colours, fonts } = label;
  const text = `${device.id}  ${device.name}`;
  context.font = `${weight} 12.5px ${fonts.families(text)}`;
  context.textBaseline = 'middle';
  context.fillStyle = online ? colours.text : colours.quiet;
  context.fillText(online ? text : `${text} ◇`, x, y);
}

function clip(
  context: CanvasRenderingContext2D,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  context.beginPath();
  context.rect(area.x, area.y, Math.max(0, area.width), Math.max(0, area.height));
  context.clip();
}
