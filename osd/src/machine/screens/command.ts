import { INPUT_TEXT_MAX } from '@seatmatrix/protocol/domain';
import { after, type Instant, seconds } from '@seatmatrix/protocol/kernel';
import { osdMessageOfCommand, osdMessageOfSuccess } from '../../strings/refusal-messages.ts';
import type { Message, StringKey } from '../../strings/strings.ts';
import type { KeyInput } from '../display-choice.ts';
import { fieldAfterKey } from '../field-key.ts';
import { isEnter, typedCharacter } from '../keyboard-layout.ts';
import type { OsdEffect, OsdInput } from '../osd-input.ts';
import { type Feedback, type Menu, type OsdState, type OsdStepped, stay } from '../osd-state.ts';
import { selectAll } from '../text-field.ts';
import { hint, progressOf, refused, show, unreachable } from './menu-feedback.ts';

export type CommandAnswer = Extract<OsdInput, { type: 'command-answer' }>;

/** How long a refusal that came after the menu was closed is shown at the top. */
const LATE_ANSWER = seconds(5);

const functionKeys = {
  connect: 'connectFunction',
  push: 'pushFunction',
  fetch: 'fetchFunction',
} as const satisfies Record<string, StringKey>;

/** IDs and hotkeys are letters and digits; the comma stands between a push's targets. */
const ACCEPTED = /^[A-Za-z0-9,]$/;

export function inputKey(
  state: OsdState,
  { menu, input }: { readonly menu: Menu; readonly input: KeyInput },
): OsdStepped {
  if (isEnter(input.key)) return send(state, menu);
  const typed = typedCharacter(input.key, { held: input.held, capsLock: state.capsLock });
  const character = typed !== null && ACCEPTED.test(typed) ? typed : null;
  if (typed !== null && character === null) return stay(state);
  const field = fieldAfterKey(menu.input, { key: input.key, character, longest: INPUT_TEXT_MAX });
  if (field === null) return stay(state);
  const confirmable = field.text === menu.confirmable ? menu.confirmable : null;
  const feedback = field.text === menu.input.text ? menu.feedback : null;
  return show(state, { ...menu, input: field, results: null, confirmable, feedback });
}

export function commandAnswer(state: OsdState, answer: CommandAnswer): OsdStepped {
  const { command } = state;
  if (command === null) return stay(state);
  const answered: OsdState = { ...state, command: null };
  const failure = answer.refusal ?? answer.targets.find((each) => each.refusal !== null)?.refusal ?? null;
  if (state.menu === null) {
    if (failure === null) return stay(answered);
    const message = lateMessage(command, osdMessageOfCommand(failure));
    const notice = { message, until: after(answer.at, LATE_ANSWER) };
    return stay({ ...answered, announcements: { ...state.announcements, notice } });
  }
  return failure === null
    ? succeed(answered, { menu: state.menu, done: command.function, at: answer.at })
    : refuse(answered, { menu: state.menu, message: osdMessageOfCommand(failure), answer, text: command.text });
}

function send(state: OsdState, menu: Menu): OsdStepped {
  const { text } = menu.input;
  if (text === '') return show(state, { ...menu, results: null, feedback: hint({ key: 'inputMissing' }) });
  if (state.situation.manager === 'lost') return show(state, { ...menu, feedback: unreachable });
  const command = { function: menu.function, text };
  const effect: OsdEffect = { type: 'command', ...command, withoutPicture: menu.confirmable === text };
  const waiting: Menu = { ...menu, results: null, confirmable: null, feedback: progressOf(command) };
  return show({ ...state, command }, waiting, effect);
}

function succeed(
  state: OsdState,
  { menu, done, at }: { readonly menu: Menu; readonly done: Menu['function']; readonly at: Instant },
): OsdStepped {
  const feedback: Feedback = { tone: 'success', message: osdMessageOfSuccess(done) };
  const lingersUntil = after(at, state.settings.successLinger);
  return show(state, { ...menu, feedback, passwordChange: null, results: null, lingersUntil });
}

/** The text stays and is selected: the next digit replaces it, Enter sends it once more. */
function refuse(
  state: OsdState,
  refusal: { readonly menu: Menu; readonly message: Message; readonly answer: CommandAnswer; readonly text: string },
): OsdStepped {
  const { menu, message, answer, text } = refusal;
  const kept: Menu = { ...menu, input: selectAll(menu.input) };
  if (answer.targets.length > 1) {
    const bad = answer.targets.filter((each) => each.refusal !== null);
    const good = answer.targets.filter((each) => each.refusal === null);
    const summary: Message = { key: 'pushRefused', values: { refused: bad.length, done: good.length } };
    return show(state, { ...kept, feedback: refused(summary), results: { targets: [...bad, ...good], page: 0 } });
  }
  const confirmable = answer.refusal === 'no-signal' && menu.input.text === text ? text : null;
  return show(state, { ...kept, feedback: refused(message), confirmable });
}

const lateMessage = (command: NonNullable<OsdState['command']>, reason: Message): Message => ({
  key: 'commandFailed',
  values: { function: { key: functionKeys[command.function] }, text: command.text, reason },
});
