import { isModifier, NAME_MAX, PASSWORD_LENGTH_MAX, type SignInRefusal, Usages } from '@seatmatrix/protocol/domain';
import { after, type Instant, seconds } from '@seatmatrix/protocol/kernel';
import { osdMessageOfSignIn } from '../../strings/refusal-messages.ts';
import { answerDisplayChoice, type KeyInput } from '../display-choice.ts';
import { fieldAfterKey } from '../field-key.ts';
import { isEnter, typedCharacter } from '../keyboard-layout.ts';
import { freshSignIn, type OsdState, type OsdStepped, type SignIn, type SignInFocus, stay } from '../osd-state.ts';
import { emptyField } from '../text-field.ts';

/** What somebody typed and left does not stay on a desk. */
const SIGN_IN_IDLE = seconds(30);

const focusOrder: readonly SignInFocus[] = ['name', 'password', 'submit', 'clear'];

export function signInKey(state: OsdState, input: KeyInput): OsdStepped {
  const choice = answerDisplayChoice(state, input);
  if (choice.type === 'chosen') {
    return stay({ ...state, displayChoice: null }, { type: 'focus-display', number: choice.number });
  }
  if (choice.type === 'open') {
    const message = choice.message ?? (input.pressed ? null : state.signIn.message);
    return stay({ ...state, displayChoice: choice.choice, signIn: { ...state.signIn, message } });
  }
  if (!input.pressed) return stay(state);
  const closed = isModifier(input.key) ? state : { ...state, displayChoice: null };
  const active = change(closed, { activeUntil: after(input.at, SIGN_IN_IDLE) });
  return input.key === Usages.Tab ? moveFocus(active, input) : fieldOrButton(active, input);
}

/** Any key at a signed-out desk that shows a pushed picture: the screen comes, and the key is not typed. */
export function summonSignIn(state: OsdState, at: Instant): OsdStepped {
  return stay(change(state, { activeUntil: after(at, SIGN_IN_IDLE) }));
}

export function signInAnswer(state: OsdState, refusal: SignInRefusal | null): OsdStepped {
  if (!state.signIn.waiting) return stay(state);
  if (refusal === null) return stay(change(state, { waiting: false, password: emptyField, message: null }));
  const kept = refusal === 'manager-unreachable' ? {} : { password: emptyField };
  return stay(
    change(state, { ...kept, waiting: false, focus: 'password', message: osdMessageOfSignIn(refusal), reason: null }),
  );
}

/** The manager went away while it was asked: nothing more will come. */
export function signInAbandoned(signIn: SignIn): SignIn {
  return { ...signIn, waiting: false, message: null };
}

function moveFocus(state: OsdState, { held }: KeyInput): OsdStepped {
  const back = held.has(Usages.LeftShift) || held.has(Usages.RightShift);
  const from = focusOrder.indexOf(state.signIn.focus);
  const focus = focusOrder[(from + (back ? focusOrder.length - 1 : 1)) % focusOrder.length] ?? 'name';
  return stay(change(state, { focus }));
}

function fieldOrButton(state: OsdState, input: KeyInput): OsdStepped {
  const { focus } = state.signIn;
  const enter = isEnter(input.key);
  switch (focus) {
    case 'name':
      return enter ? stay(change(state, { focus: 'password' })) : type(state, { input, focus, longest: NAME_MAX });
    case 'password':
      return enter ? submit(state) : type(state, { input, focus, longest: PASSWORD_LENGTH_MAX });
    case 'submit':
      return enter || input.key === Usages.Space ? submit(state) : stay(state);
    case 'clear':
      return enter || input.key === Usages.Space ? clear(state) : stay(state);
  }
}

function type(
  state: OsdState,
  {
    input,
    focus,
    longest,
  }: { readonly input: KeyInput; readonly focus: 'name' | 'password'; readonly longest: number },
): OsdStepped {
  if (state.signIn.waiting) return stay(state);
  const character = typedCharacter(input.key, { held: input.held, capsLock: state.capsLock });
  const field = fieldAfterKey(state.signIn[focus], { key: input.key, character, longest });
  return field === null ? stay(state) : stay(change(state, { [focus]: field, message: null, reason: null }));
}

function submit(state: OsdState): OsdStepped {
  const { waiting, name, password } = state.signIn;
  if (waiting) return stay(state);
  if (name.text.trim() === '') return stay(change(state, { focus: 'name', message: { key: 'nameMissing' } }));
  if (password.text === '') return stay(change(state, { focus: 'password', message: { key: 'passwordMissing' } }));
  // Without a manager nobody can answer: the status line says so already, and the next Enter asks again.
  if (state.situation.manager === 'lost') return stay(change(state, { message: null }));
  return stay(change(state, { waiting: true, message: null, reason: null }), {
    type: 'sign-in',
    name: name.text.trim(),
    password: password.text,
  });
}

function clear(state: OsdState): OsdStepped {
  if (state.signIn.waiting) return stay(state);
  return stay({ ...state, signIn: { ...freshSignIn, activeUntil: state.signIn.activeUntil } });
}

const change = (state: OsdState, changed: Partial<SignIn>): OsdState => ({
  ...state,
  signIn: { ...state.signIn, ...changed },
});
