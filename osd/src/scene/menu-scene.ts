import type { OsdFunction } from '@seatmatrix/protocol/domain';
import { choiceHint } from '../machine/display-choice.ts';
import type { Feedback, Menu, OsdState } from '../machine/osd-state.ts';
import type { StringKey } from '../strings/strings.ts';
import { keyLine } from './key-line.ts';
import { centred, type Size } from './layout.ts';
import { listScene, resultsScene } from './list-scene.ts';
import { emblem, input, mark, type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import { passwordScene } from './password-scene.ts';
import type { MarkNode, Rectangle, SceneNode } from './scene.ts';
import { textWidth } from './text-width.ts';

/** About 46 % × 70 % of the screen, and never so narrow that a line of it does not fit. */
const WIDTH = { share: 0.46, least: 576, most: 640 };
export const MENU_HEIGHT = 504;
const PAD = 24;

const functionKeys: Readonly<Record<OsdFunction, StringKey>> = {
  connect: 'connectFunction',
  push: 'pushFunction',
  fetch: 'fetchFunction',
};

const hintKeys: Readonly<Record<OsdFunction, StringKey>> = {
  connect: 'connectHint',
  push: 'pushHint',
  fetch: 'fetchHint',
};

/** The manual's six parts: version, operator, list, input area, feedback area, key line. */
export function menuScene(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  const { menu } = state;
  if (menu === null) return [];
  const width = Math.max(WIDTH.least, Math.min(WIDTH.most, size.width * WIDTH.share));
  const frame = centred({ x: 0, y: 0, ...size }, { width, height: MENU_HEIGHT });
  const inside: Rectangle = { ...frame, x: frame.x + PAD, width: frame.width - 2 * PAD };
  return [
    panel([frame.x, frame.y, frame.width, frame.height], { fill: palette.menu, stroke: palette.edge, radius: 16 }),
    ...header(state, as, inside),
    panel([frame.x + 1, frame.y + 53, frame.width - 2, 1], { fill: palette.line }),
    ...(menu.passwordChange === null
      ? [
          ...(menu.results === null ? listScene(state, as, inside) : resultsScene(menu.results, as, inside)),
          ...inputArea(menu, as, inside),
        ]
      : passwordScene(state, { as, change: menu.passwordChange, inside })),
    ...feedbackArea(shownFeedback(state), as, inside),
    panel([frame.x + 1, frame.y + 431, frame.width - 2, 1], { fill: palette.line }),
    ...keyLine(state, as, inside),
  ];
}

function header({ situation }: OsdState, { say }: Presentation, inside: Rectangle): SceneNode[] {
  const { x, y, width } = inside;
  const style = { size: 13, weight: 400 } as const;
  const label = `${say({ key: 'version' })} `;
  const labelWidth = textWidth(label, style) + 4;
  return [
    ...emblem(x, y + 18, 18),
    text([x + 28, y + 14, 110, 26], { text: 'Seatmatrix', size: 15, weight: 700, colour: palette.fixed }),
    text([x + 122, y + 15, labelWidth, 26], { ...style, text: label, colour: palette.fixed }),
    text([x + 122 + labelWidth, y + 15, 90, 26], { ...style, text: situation.version, colour: palette.live }),
    text([x + 270, y + 14, width - 270, 26], {
      text: `${situation.operator ?? ''} (Rx ${situation.device?.id ?? ''})`,
      size: 15,
      weight: 500,
      colour: palette.live,
      align: 'right',
    }),
  ];
}

function inputArea(menu: Menu, { say }: Presentation, inside: Rectangle): SceneNode[] {
  const { x, width } = inside;
  const y = inside.y + 308;
  const title = say({ key: functionKeys[menu.function] });
  const style = { size: 18, weight: 700 } as const;
  const titleWidth = textWidth(title, style) + 4;
  const taking = menu.lingersUntil === null;
  return [
    panel([x, y, width, 44], { fill: palette.field, stroke: palette.bright, radius: 8 }),
    text([x + 6, y + 4, titleWidth, 36], { ...style, text: title, colour: palette.bright }),
    input([x + 12 + titleWidth, y + 4, width - titleWidth - 28, 36], {
      field: menu.input,
      size: 18,
      focused: taking,
    }),
    text([x + 2, y + 47, width - 4, 20], {
      text: say({ key: menu.confirmable === null ? hintKeys[menu.function] : 'withoutPicture' }),
      size: 13,
      colour: palette.prompt,
    }),
  ];
}

const toneShapes = {
  progress: 'ring',
  success: 'tick',
  refusal: 'triangle',
  hint: 'bar',
} as const satisfies Record<string, MarkNode['shape']>;

/** While a display is being chosen the area says how, unless it has something to say already. */
function shownFeedback(state: OsdState): Feedback | null {
  const hint = choiceHint(state);
  return state.menu?.feedback ?? (hint === null ? null : { tone: 'hint', message: hint });
}

function feedbackArea(feedback: Feedback | null, { say }: Presentation, inside: Rectangle): SceneNode[] {
  const { x, width } = inside;
  const y = inside.y + 382;
  const style = { size: 13, weight: 400 } as const;
  const label = say({ key: 'feedback' });
  const labelWidth = textWidth(label, style) + 12;
  const nodes: SceneNode[] = [
    panel([x, y, width, 40], { fill: palette.key, radius: 8 }),
    text([x + 14, y + 4, labelWidth, 32], { ...style, text: label, colour: palette.fixed }),
  ];
  if (feedback === null) return nodes;
  const left = x + 14 + labelWidth + 8;
  const room = x + width - 14 - left - 24;
  const look = { size: 15, weight: 500 } as const;
  nodes.push(
    mark([left, y + 13, 14, 14], { shape: toneShapes[feedback.tone], colour: palette.prompt }),
    text([left + 24, y + 4, room, 32], {
      ...look,
      text: say(feedback.message),
      colour: palette.prompt,
    }),
  );
  return nodes;
}
