import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, type PasswordRefusal, Usages } from '@seatmatrix/protocol/domain';
import { osdMessageOfPassword } from '../../strings/refusal-messages.ts';
import type { Message } from '../../strings/strings.ts';
import type { KeyInput } from '../display-choice.ts';
import { fieldAfterKey } from '../field-key.ts';
import { isEnter, typedCharacter } from '../keyboard-layout.ts';
import {
  type Feedback,
  type Menu,
  type OsdState,
  type OsdStepped,
  type PasswordChange,
  type PasswordFocus,
  stay,
} from '../osd-state.ts';
import { emptyField } from '../text-field.ts';
import { progress, refused, show, unreachable } from './menu-feedback.ts';

const focusOrder: readonly PasswordFocus[] = ['current', 'next', 'repeat', 'submit', 'cancel'];

export const emptyPasswordChange: PasswordChange = {
  focus: 'current',
  current: emptyField,
  next: emptyField,
  repeat: emptyField,
  waiting: false,
};

interface PasswordKey {
  readonly menu: Menu;
  readonly change: PasswordChange;
  readonly input: KeyInput;
}

export function passwordChangeKey(state: OsdState, { menu, change, input }: PasswordKey): OsdStepped {
  const { key } = input;
  if (key === Usages.Escape) return leave(state, menu);
  if (change.waiting) return stay(state);
  if (key === Usages.Tab || key === Usages.Up || key === Usages.Down) {
    return edit(state, { menu, change: { ...change, focus: nextFocus(change, input) } });
  }
  const press = isEnter(key) || key === Usages.Space;
  switch (change.focus) {
    case 'submit':
      return press ? submit(state, { menu, change }) : stay(state);
    case 'cancel':
      return press ? leave(state, menu) : stay(state);
    case 'current':
    case 'next':
    case 'repeat':
      return fieldKey(state, { menu, change, input, focus: change.focus });
  }
}

export function passwordAnswer(state: OsdState, refusal: PasswordRefusal | null): OsdStepped {
  const { menu } = state;
  if (menu === null || menu.passwordChange === null || !menu.passwordChange.waiting) return stay(state);
  if (refusal === null) {
    const feedback: Feedback = { tone: 'success', message: { key: 'passwordChanged' } };
    return show(state, { ...menu, passwordChange: null, feedback });
  }
  const answered: PasswordChange = { ...menu.passwordChange, waiting: false };
  const change: PasswordChange =
    refusal === 'wrong-credentials' || refusal === 'throttled'
      ? { ...answered, focus: 'current', current: emptyField }
      : refusal === 'manager-unreachable'
        ? answered
        : { ...answered, focus: 'next', next: emptyField, repeat: emptyField };
  return show(state, { ...menu, passwordChange: change, feedback: refused(osdMessageOfPassword(refusal)) });
}

/** Up and Down go to the neighbour and stop at the ends; Tab goes round. */
function nextFocus(change: PasswordChange, { key, held }: KeyInput): PasswordFocus {
  const count = focusOrder.length;
  const from = focusOrder.indexOf(change.focus);
  if (key === Usages.Up) return focusOrder[Math.max(0, from - 1)] ?? 'current';
  if (key === Usages.Down) return focusOrder[Math.min(count - 1, from + 1)] ?? 'cancel';
  const back = held.has(Usages.LeftShift) || held.has(Usages.RightShift);
  return focusOrder[(from + (back ? count - 1 : 1)) % count] ?? 'current';
}

function fieldKey(
  state: OsdState,
  { menu, change, input, focus }: PasswordKey & { readonly focus: 'current' | 'next' | 'repeat' },
): OsdStepped {
  if (isEnter(input.key)) {
    if (focus === 'repeat') return submit(state, { menu, change });
    return edit(state, { menu, change: { ...change, focus: focus === 'current' ? 'next' : 'repeat' } });
  }
  const character = typedCharacter(input.key, { held: input.held, capsLock: state.capsLock });
  const field = fieldAfterKey(change[focus], { key: input.key, character, longest: PASSWORD_LENGTH_MAX });
  if (field === null) return stay(state);
  return edit(state, { menu: { ...menu, feedback: null }, change: { ...change, [focus]: field } });
}

function submit(
  state: OsdState,
  { menu, change }: { readonly menu: Menu; readonly change: PasswordChange },
): OsdStepped {
  const { current, next, repeat } = change;
  const wrong = (focus: PasswordFocus, message: Message) =>
    show(state, { ...menu, passwordChange: { ...change, focus }, feedback: refused(message) });
  if (current.text === '') return wrong('current', { key: 'passwordMissing' });
  if (next.text.length < PASSWORD_LENGTH_MIN) return wrong('next', osdMessageOfPassword('password-too-short'));
  if (next.text !== repeat.text) return wrong('repeat', { key: 'passwordsDiffer' });
  if (state.situation.manager === 'lost') return show(state, { ...menu, feedback: unreachable });
  const waiting: Menu = {
    ...menu,
    passwordChange: { ...change, waiting: true },
    feedback: progress({ key: 'changingPassword' }),
  };
  return show(state, waiting, { type: 'change-password', current: current.text, next: next.text });
}

/** Back to the command, from where Esc leaves the menu. An answer still to come is not waited for. */
const leave = (state: OsdState, menu: Menu): OsdStepped =>
  show(state, { ...menu, passwordChange: null, feedback: null });

const edit = (
  state: OsdState,
  { menu, change }: { readonly menu: Menu; readonly change: PasswordChange },
): OsdStepped => show(state, { ...menu, passwordChange: change });
