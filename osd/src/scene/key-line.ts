import type { OsdState } from '../machine/osd-state.ts';
import type { StringKey } from '../strings/strings.ts';
import { type Presentation, panel, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { Rectangle, SceneNode } from './scene.ts';
import { textWidth } from './text-width.ts';

interface KeyLabel {
  readonly key: string;
  readonly label: StringKey;
  readonly active?: boolean;
  readonly reserved?: boolean;
}

const CAP = { height: 20, pad: 6, style: { size: 12, weight: 500 } } as const;
const LABEL = { size: 13, weight: 400 } as const;

/** ⑥ of the manual's menu: what each key does. Reserved keys stand there too, dimmed. */
export function keyLine(state: OsdState, as: Presentation, inside: Rectangle): SceneNode[] {
  const { menu, situation } = state;
  if (menu === null) return [];
  const { x, width } = inside;
  if (menu.passwordChange !== null) {
    return [
      text([x, inside.y + 452, width, 24], { ...LABEL, text: as.say({ key: 'passwordKeys' }), colour: palette.fixed }),
    ];
  }
  const several = situation.display.count > 1;
  const first: KeyLabel[] = [
    { key: 'F1', label: 'connectKey', active: menu.function === 'connect' },
    { key: 'F2', label: 'pushKey', active: menu.function === 'push' },
    { key: 'F3', label: 'fetchKey', active: menu.function === 'fetch' },
    { key: 'F5', label: 'refreshKey' },
    { key: 'F12', label: 'signOutKey' },
    { key: 'Esc', label: 'leaveKey' },
  ];
  const second: KeyLabel[] = [
    { key: 'Home', label: 'passwordKey' },
    { key: 'End', label: 'sendHotkeyKey' },
    ...(several ? [{ key: 'F7', label: 'displayKey' } as const] : []),
    { key: several ? 'F4 F6 F8–F11' : 'F4 F6–F11', label: 'reservedKeys', reserved: true },
  ];
  return [
    ...spread(first, as, { x, y: inside.y + 441, width }),
    ...spread(second, as, { x, y: inside.y + 469, width }),
  ];
}

/** From the left edge to the right one, with equal gaps. */
function spread(
  keys: readonly KeyLabel[],
  { say }: Presentation,
  line: { readonly x: number; readonly y: number; readonly width: number },
): SceneNode[] {
  const shown = keys.map((key) => {
    const label = say({ key: key.label });
    const cap = textWidth(key.key, CAP.style) + 2 * CAP.pad;
    return { key, label, cap, width: cap + 6 + textWidth(label, LABEL) + 4 };
  });
  const used = shown.reduce((sum, each) => sum + each.width, 0);
  const gap = Math.max(4, (line.width - used) / Math.max(1, shown.length - 1));
  const nodes: SceneNode[] = [];
  let { x } = line;
  for (const { key, label, cap, width } of shown) {
    nodes.push(...keyCap(key, { x, y: line.y, cap }));
    nodes.push(
      text([x + cap + 6, line.y, width - cap - 6, 24], {
        ...LABEL,
        text: label,
        colour: key.active ? palette.bright : key.reserved ? palette.dim : palette.fixed,
      }),
    );
    x += width + gap;
  }
  return nodes;
}

function keyCap(
  key: KeyLabel,
  { x, y, cap }: { readonly x: number; readonly y: number; readonly cap: number },
): SceneNode[] {
  const ground = key.active ? palette.bright : palette.key;
  const colour = key.active ? palette.onBright : key.reserved ? palette.dim : palette.fixed;
  return [
    panel([x, y + 2, cap, CAP.height], { fill: ground, stroke: key.active ? palette.bright : palette.edge, radius: 4 }),
    text([x, y + 2, cap, CAP.height], { ...CAP.style, text: key.key, colour, align: 'centre' }),
  ];
}
