import { PASSWORD_LENGTH_MIN } from '@seatmatrix/protocol/domain';
import type { OsdState, PasswordChange } from '../machine/osd-state.ts';
import type { StringKey } from '../strings/strings.ts';
import { button, framedInput, type Presentation, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { Rectangle, SceneNode } from './scene.ts';
import { capsLockHint } from './sign-in-scene.ts';

const LABEL = 160;

const fields = [
  { focus: 'current', key: 'currentPassword' },
  { focus: 'next', key: 'nextPassword' },
  { focus: 'repeat', key: 'repeatPassword' },
] as const satisfies readonly { readonly focus: PasswordChange['focus']; readonly key: StringKey }[];

/** In the place of list and input area: an operator's own password. */
export function passwordScene(
  { capsLock }: OsdState,
  shown: { readonly as: Presentation; readonly change: PasswordChange; readonly inside: Rectangle },
): SceneNode[] {
  const { as, change, inside } = shown;
  const { x, y, width } = inside;
  const half = (width - LABEL - 16) / 2;
  const nodes: SceneNode[] = [
    text([x, y + 66, width, 30], {
      text: as.say({ key: 'passwordTitle' }),
      size: 18,
      weight: 700,
      colour: palette.fixed,
    }),
  ];
  fields.forEach(({ focus, key }, index) => {
    const top = y + 112 + index * 58;
    nodes.push(
      text([x, top, LABEL - 12, 44], { text: as.say({ key }), size: 15, colour: palette.fixed }),
      ...framedInput([x + LABEL, top, width - LABEL, 44], {
        field: change[focus],
        size: 26,
        focused: change.focus === focus,
        secret: true,
      }),
    );
  });
  nodes.push(
    text([x + LABEL, y + 284, width - LABEL, 22], {
      text: as.say({ key: 'passwordRule', values: { least: PASSWORD_LENGTH_MIN } }),
      size: 13,
      colour: palette.prompt,
    }),
    ...button([x + LABEL, y + 318, half, 44], { text: as.say({ key: 'confirm' }), focused: change.focus === 'submit' }),
    ...button([x + LABEL + half + 16, y + 318, half, 44], {
      text: as.say({ key: 'cancel' }),
      focused: change.focus === 'cancel',
    }),
  );
  if (capsLock) nodes.push(...capsLockHint(as, { right: x + width, y: y + 74 }));
  return nodes;
}
