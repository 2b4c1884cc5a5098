import { type ListPage, type OsdFunction, type Usage, Usages } from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import { answerDisplayChoice, type KeyInput } from '../display-choice.ts';
import { type Menu, type OsdState, type OsdStepped, resultPages, stay } from '../osd-state.ts';
import { emptyField } from '../text-field.ts';
import { inputKey } from './command.ts';
import { hint, progress, progressOf, show, unreachable, watch } from './menu-feedback.ts';
import { emptyPasswordChange, passwordChangeKey } from './password-change.ts';

/** Opens the menu, or switches the function of the one that is open. A command under way keeps the menu it has. */
export function openMenu(
  state: OsdState,
  { wanted, at }: { readonly wanted: OsdFunction; readonly at: Instant },
): OsdStepped {
  const { command } = state;
  if (command !== null && state.menu !== null) return stay(state);
  const lost = state.situation.manager === 'lost';
  const menu: Menu = {
    function: wanted,
    input: emptyField,
    page: 0,
    list: null,
    refreshing: false,
    feedback: command !== null ? progressOf(command) : lost ? unreachable : null,
    results: null,
    confirmable: null,
    passwordChange: null,
    signingOut: false,
    lingersUntil: null,
    lastKeyAt: at,
  };
  return stay({ ...state, menu, displayChoice: null }, watch(menu));
}

export function closeMenu(state: OsdState): OsdStepped {
  if (state.menu === null) return stay(state);
  return stay({ ...state, menu: null, displayChoice: null }, { type: 'watch-list', watch: null });
}

export function menuKey(state: OsdState, input: KeyInput): OsdStepped {
  if (state.menu === null) return stay(state);
  const choice = answerDisplayChoice(state, input);
  if (choice.type === 'chosen') {
    const closed = closeMenu(state);
    return stay(closed.state, ...closed.out, { type: 'focus-display', number: choice.number });
  }
  if (choice.type === 'open') {
    const kept = input.pressed && state.command === null ? null : state.menu.feedback;
    const feedback = choice.message === null ? kept : hint(choice.message);
    return stay({ ...state, displayChoice: choice.choice, menu: { ...state.menu, feedback, lastKeyAt: input.at } });
  }
  if (!input.pressed) return stay(state);
  const menu = { ...state.menu, lastKeyAt: input.at };
  const awake: OsdState = { ...state, menu, displayChoice: null };
  return menu.passwordChange === null
    ? commandKey(awake, { menu, input })
    : passwordChangeKey(awake, { menu, change: menu.passwordChange, input });
}

/** A page that came for this menu. One that was overtaken by another page's request is not shown any more. */
export function listPage(state: OsdState, page: ListPage): OsdStepped {
  const { menu } = state;
  if (menu === null || page.function !== menu.function) return stay(state);
  const clamped = menu.page >= page.pages;
  if (page.page !== menu.page && !clamped) return stay(state);
  const feedback = menu.refreshing ? hint({ key: 'refreshed' }) : menu.feedback;
  return stay({ ...state, menu: { ...menu, page: page.page, list: page, refreshing: false, feedback } });
}

/** Feedback that tells of the manager's absence comes with it and goes with it; the list is asked for again. */
export function menuAfterManager(state: OsdState): OsdStepped {
  const { menu } = state;
  if (menu === null || menu.lingersUntil !== null) return stay(state);
  if (state.situation.manager === 'lost') {
    const passwordChange = menu.passwordChange === null ? null : { ...menu.passwordChange, waiting: false };
    const gone: Menu = {
      ...menu,
      passwordChange,
      feedback: unreachable,
      refreshing: false,
      confirmable: null,
      signingOut: false,
    };
    return stay({ ...state, command: null, menu: gone });
  }
  const feedback = menu.feedback?.message.key === 'managerUnreachable' ? null : menu.feedback;
  return stay({ ...state, menu: { ...menu, feedback } }, watch(menu));
}

function commandKey(state: OsdState, { menu, input }: { readonly menu: Menu; readonly input: KeyInput }): OsdStepped {
  const { key } = input;
  switch (key) {
    case Usages.Escape:
      return closeMenu(state);
    case Usages.F12:
      if (menu.signingOut) return stay(state);
      return show(
        state,
        { ...menu, signingOut: true, feedback: progress({ key: 'signingOut' }) },
        { type: 'sign-out' },
      );
    case Usages.Up:
    case Usages.PageUp:
      return turnPage(state, { menu, by: -1 });
    case Usages.Down:
    case Usages.PageDown:
      return turnPage(state, { menu, by: 1 });
    default:
      // While a command runs only leaving and looking around are possible.
      return state.command === null ? freeKey(state, { menu, input }) : stay(state);
  }
}

function freeKey(state: OsdState, { menu, input }: { readonly menu: Menu; readonly input: KeyInput }): OsdStepped {
  const { key, at } = input;
  const wanted = functionOf(key);
  if (wanted !== null) return openMenu(state, { wanted, at });
  if (isReserved(key, state)) return show(state, { ...menu, feedback: hint({ key: 'reserved' }) });
  switch (key) {
    case Usages.F5:
      return refresh(state, menu);
    case Usages.Home:
      return show(state, { ...menu, passwordChange: emptyPasswordChange, results: null, feedback: null });
    case Usages.End: {
      const closed = closeMenu(state);
      return stay(closed.state, ...closed.out, { type: 'send-hotkey' });
    }
    default:
      return inputKey(state, { menu, input });
  }
}

function functionOf(key: Usage): OsdFunction | null {
  if (key === Usages.F1) return 'connect';
  if (key === Usages.F2) return 'push';
  return key === Usages.F3 ? 'fetch' : null;
}

/** F7 has a meaning on a seat of several displays, and never comes here then. */
function isReserved(key: Usage, state: OsdState): boolean {
  if (key === Usages.F7) return state.situation.display.count < 2;
  return key === Usages.F4 || key === Usages.F6 || (key >= Usages.F8 && key <= Usages.F11);
}

function refresh(state: OsdState, menu: Menu): OsdStepped {
  if (state.situation.manager === 'lost') return show(state, { ...menu, results: null, feedback: unreachable });
  const asked: Menu = { ...menu, results: null, refreshing: true, feedback: progress({ key: 'refreshing' }) };
  return show(state, asked, watch(menu));
}

function turnPage(state: OsdState, { menu, by }: { readonly menu: Menu; readonly by: 1 | -1 }): OsdStepped {
  if (menu.results !== null) {
    const page = menu.results.page + by;
    const pages = resultPages(menu.results.targets.length);
    return page < 0 || page >= pages ? stay(state) : show(state, { ...menu, results: { ...menu.results, page } });
  }
  const page = menu.page + by;
  if (menu.list === null || page < 0 || page >= menu.list.pages) return stay(state);
  const turned = { ...menu, page };
  return show(state, turned, watch(turned));
}
