import type { OsdState } from '../machine/osd-state.ts';
import type { Size } from './layout.ts';
import { emblem, type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { SceneNode } from './scene.ts';
import { textWidth } from './text-width.ts';

const MARGIN = 40;

/** The ground of every screen that has no picture: who the box is at the top, the version at the bottom. */
export function screenFrame(state: OsdState, { say }: Presentation, { width, height }: Size): SceneNode[] {
  const { device, version, display } = state.situation;
  const nodes: SceneNode[] = [
    panel([0, 0, width, height], { fill: palette.screen }),
    ...emblem(MARGIN, 36, 24),
    text([MARGIN + 36, 34, 200, 28], { text: 'Seatmatrix', size: 18, weight: 700, colour: palette.fixed }),
    panel([MARGIN, height - 56, width - 2 * MARGIN, 1], { fill: palette.line }),
  ];
  if (version !== '') {
    const style = { size: 13, weight: 400 } as const;
    const label = `${say({ key: 'version' })} `;
    const after = textWidth(label, style) + 4;
    nodes.push(
      text([MARGIN, height - 42, after, 22], { ...style, text: label, colour: palette.fixed }),
      text([MARGIN + after, height - 42, 200, 22], { ...style, text: version, colour: palette.live }),
    );
  }
  if (device === null) return nodes;
  const right = width - MARGIN;
  const name = `${device.id}  ${device.name}`;
  nodes.push(
    text([right - 560, 30, 560, 20], {
      text: say({ key: 'receiver' }),
      size: 13,
      colour: palette.fixed,
      align: 'right',
    }),
    text([right - 560, 50, 560, 26], { text: name, size: 18, weight: 500, colour: palette.live, align: 'right' }),
  );
  if (display.count > 1) {
    nodes.push(
      text([right - 300, height - 42, 300, 22], {
        text: say({ key: 'display', values: { number: display.number, count: display.count } }),
        size: 13,
        colour: palette.live,
        align: 'right',
      }),
    );
  }
  return nodes;
}
