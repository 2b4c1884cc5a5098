import { Usages } from '@seatmatrix/protocol/domain';
import { after, type Instant, type Step } from '@seatmatrix/protocol/kernel';
import {
  announceDroppedKeys,
  announceIdentity,
  announceMessage,
  announcementDeadlines,
  announcementsAt,
  announceNotice,
} from './announcements.ts';
import { choiceDeadline, type KeyInput } from './display-choice.ts';
import { repeatAfterKey, repeatOnce } from './key-repeat.ts';
import type { OsdEffect, OsdInput } from './osd-input.ts';
import { osdCapturesKeys } from './osd-presence.ts';
import { freshSignIn, type OsdState, type OsdStepped, stay } from './osd-state.ts';
import { osdView } from './osd-view.ts';
import { commandAnswer } from './screens/command.ts';
import { closeMenu, listPage, menuKey, openMenu } from './screens/menu.ts';
import { passwordAnswer } from './screens/password-change.ts';
import { signInAnswer, signInKey, summonSignIn } from './screens/sign-in.ts';
import { situationChange } from './situation-change.ts';

/** The OSD. What has run out by the input's time is over before the input counts. */
export const osdStep: Step<OsdState, OsdInput, OsdEffect> = (state, input) => {
  const expired = expire(state, input.at);
  const repeated = repeat(expired.state, input.at);
  const taken = take(repeated.state, input);
  const stepped = { ...taken, state: keepRepeat(taken.state, input) };
  const out = [...expired.out, ...repeated.out, ...stepped.out];
  // A tick used up the wake that was asked for; whoever ticked early has to be asked again.
  const asked = input.type === 'tick' ? null : stepped.state.wake;
  const wake = nextDeadline(stepped.state);
  const waked = stepped.state.wake === wake ? stepped.state : { ...stepped.state, wake };
  return { state: waked, out: wake === null || wake === asked ? out : [...out, { type: 'wake', at: wake }] };
};

/** Once for a held key whose time has come. */
function repeat(state: OsdState, at: Instant): OsdStepped {
  if (state.repeat === null || state.repeat.next > at) return stay(state);
  const { key: held, ...rest } = state.repeat;
  const again = { ...state, repeat: repeatOnce(state.repeat, at) };
  return key(again, { type: 'key', key: held, pressed: true, held: rest.held, at });
}

/** A key that no longer reaches the OSD repeats no more: its end might never be told. */
function keepRepeat(state: OsdState, input: OsdInput): OsdState {
  const wanted = input.type === 'key' ? repeatAfterKey(input) : state.repeat;
  const kept = osdCapturesKeys(state) && state.situation.focused ? wanted : null;
  return kept === state.repeat ? state : { ...state, repeat: kept };
}

function take(state: OsdState, input: OsdInput): OsdStepped {
  const { at } = input;
  switch (input.type) {
    case 'situation':
      return situationChange(state, { next: input.situation, at });
    case 'settings':
      return stay({ ...state, settings: input.settings });
    case 'open':
      return open(state, input);
    case 'key':
      return key(state, input);
    case 'passed':
      return state.menu?.lingersUntil == null ? stay(state) : closeMenu(state);
    case 'list':
      return listPage(state, input.page);
    case 'sign-in-answer':
      return signInAnswer(state, input.refusal);
    case 'password-answer':
      return passwordAnswer(state, input.refusal);
    case 'command-answer':
      return commandAnswer(state, input);
    case 'notice':
      return stay(announceNotice(state, { notice: input.notice, at }));
    case 'message':
      return stay(announceMessage(state, input));
    case 'identify':
      return stay(announceIdentity(state, input));
    case 'keys-dropped':
      return stay(announceDroppedKeys(state, at));
    case 'tick':
      return stay(state);
  }
}

/** Only somebody who is signed in has a menu: at any other view there is nothing to open. */
function open(state: OsdState, input: Extract<OsdInput, { type: 'open' }>): OsdStepped {
  if (state.situation.operator === null || !hasMenu(state)) return stay(state);
  return openMenu(state, { wanted: input.function, at: input.at });
}

function key(state: OsdState, input: KeyInput): OsdStepped {
  const locked = input.key === Usages.CapsLock && input.pressed ? { ...state, capsLock: !state.capsLock } : state;
  switch (osdView(locked)) {
    case 'sign-in':
      return signInKey(locked, input);
    case 'watching':
      return input.pressed ? summonSignIn(locked, input.at) : stay(locked);
    case 'standby':
    case 'picture':
      return menuOrPassed(locked, input);
    case 'waiting':
    case 'pending':
      return stay(locked);
  }
}

/** A key that reaches a lingering menu after all was meant for the computer: the menu is in its way. */
function menuOrPassed(state: OsdState, input: KeyInput): OsdStepped {
  if (state.menu?.lingersUntil == null) return menuKey(state, input);
  return input.pressed ? closeMenu(state) : stay(state);
}

const hasMenu = (state: OsdState): boolean => {
  const view = osdView(state);
  return view === 'standby' || view === 'picture';
};

function expire(state: OsdState, at: Instant): OsdStepped {
  const passed = (deadline: Instant | null): boolean => deadline !== null && deadline <= at;
  const current: OsdState = {
    ...state,
    announcements: announcementsAt(state.announcements, at),
    displayChoice: passed(choiceDeadline(state.displayChoice)) ? null : state.displayChoice,
    signIn: passed(signInDeadline(state)) ? { ...freshSignIn, reason: state.signIn.reason } : state.signIn,
  };
  return passed(menuDeadline(state)) ? closeMenu(current) : stay(current);
}

function menuDeadline({ menu, settings }: OsdState): Instant | null {
  if (menu === null) return null;
  if (menu.lingersUntil !== null) return menu.lingersUntil;
  return settings.menuIdle === null ? null : after(menu.lastKeyAt, settings.menuIdle);
}

/** An answer is waited for however long it takes. */
const signInDeadline = ({ signIn }: OsdState): Instant | null => (signIn.waiting ? null : signIn.activeUntil);

function nextDeadline(state: OsdState): Instant | null {
  let next: Instant | null = null;
  for (const deadline of [
    menuDeadline(state),
    signInDeadline(state),
    choiceDeadline(state.displayChoice),
    state.repeat?.next ?? null,
    ...announcementDeadlines(state),
  ]) {
    if (deadline !== null && (next === null || deadline < next)) next = deadline;
  }
  return next;
}
