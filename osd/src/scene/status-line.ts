import { choiceHint } from '../machine/display-choice.ts';
import type { OsdState } from '../machine/osd-state.ts';
import type { Message } from '../strings/strings.ts';
import { mark, type Presentation, text } from './nodes.ts';
import { palette } from './palette.ts';
import type { MarkNode, SceneNode } from './scene.ts';
import { textWidth } from './text-width.ts';

interface Status {
  readonly message: Message;
  readonly shape: MarkNode['shape'];
  readonly trouble: boolean;
}

/** ⑤ of the manual's sign-in screen: the network first, for it is the cause of whatever else is wrong. */
export function statusOf(state: OsdState): Status {
  const { situation, signIn } = state;
  if (!situation.carrier) return { message: { key: 'networkDown' }, shape: 'cross', trouble: true };
  if (situation.manager === 'lost') return { message: { key: 'managerUnreachable' }, shape: 'cross', trouble: true };
  if (signIn.waiting) return { message: { key: 'signingIn' }, shape: 'ring', trouble: true };
  if (signIn.message !== null) return { message: signIn.message, shape: 'triangle', trouble: true };
  const hint = choiceHint(state);
  if (hint !== null) return { message: hint, shape: 'bar', trouble: true };
  return { message: { key: 'networkNormal' }, shape: 'disc', trouble: false };
}

/** The mark and its words, centred in the line. */
export function statusLine(
  state: OsdState,
  { say }: Presentation,
  line: { readonly x: number; readonly y: number; readonly width: number },
): SceneNode[] {
  const { message, shape, trouble } = statusOf(state);
  const words = say(message);
  const style = { size: 15, weight: 500 } as const;
  const width = Math.min(line.width - 26, textWidth(words, style) + 4);
  const left = line.x + (line.width - width - 22) / 2;
  return [
    mark([left, line.y + 6, 12, 12], { shape, colour: trouble ? palette.prompt : palette.good }),
    text([left + 22, line.y, width, 24], {
      ...style,
      text: words,
      colour: trouble ? palette.prompt : palette.live,
    }),
  ];
}
