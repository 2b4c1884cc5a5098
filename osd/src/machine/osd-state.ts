import {
  type BoxSettings,
  type CommandTarget,
  DEFAULT_BOX_SETTINGS,
  LIST_PAGE_ROWS,
  type ListPage,
  type OsdFunction,
} from '@seatmatrix/protocol/domain';
import type { Instant, Stepped } from '@seatmatrix/protocol/kernel';
import type { Message } from '../strings/strings.ts';
import type { KeyRepeat } from './key-repeat.ts';
import type { OsdEffect, Situation } from './osd-input.ts';
import { emptyField, type TextField } from './text-field.ts';

/** All that the OSD knows. Times are points at which something ends. */
export interface OsdState {
  readonly situation: Situation;
  readonly settings: BoxSettings;
  /** Kept from the key's edges: an overlay has no light to ask. */
  readonly capsLock: boolean;
  readonly displayChoice: DisplayChoice | null;
  readonly repeat: KeyRepeat | null;
  readonly signIn: SignIn;
  readonly menu: Menu | null;
  /** The command that waits for its answer; there is never a second one. */
  readonly command: { readonly function: OsdFunction; readonly text: string } | null;
  readonly announcements: Announcements;
  /** What the last `wake` effect asked for. */
  readonly wake: Instant | null;
}

export type OsdStepped = Stepped<OsdState, OsdEffect>;

/** F7 was pressed: a digit while it is held, or until then, chooses a display. */
export interface DisplayChoice {
  readonly until: Instant;
  readonly held: boolean;
}

export type SignInFocus = 'name' | 'password' | 'submit' | 'clear';

export interface SignIn {
  readonly focus: SignInFocus;
  readonly name: TextField;
  readonly password: TextField;
  /** The manager was asked and has not answered. */
  readonly waiting: boolean;
  /** Stands in the status line in place of the network's state. */
  readonly message: Message | null;
  /** Why the last operator was signed out. */
  readonly reason: Message | null;
  /** Somebody is typing: the screen stands before a pushed picture until then, and what is typed is kept. */
  readonly activeUntil: Instant | null;
}

export interface Menu {
  readonly function: OsdFunction;
  readonly input: TextField;
  /** The page asked for, and the last one that came for this function. */
  readonly page: number;
  readonly list: ListPage | null;
  readonly refreshing: boolean;
  readonly feedback: Feedback | null;
  readonly results: Results | null;
  /** This text was refused for want of a signal: Enter with the same text connects all the same. */
  readonly confirmable: string | null;
  readonly passwordChange: PasswordChange | null;
  readonly signingOut: boolean;
  /** Success: the menu still shows until then and takes no key. */
  readonly lingersUntil: Instant | null;
  readonly lastKeyAt: Instant;
}

export interface Feedback {
  readonly tone: 'progress' | 'success' | 'refusal' | 'hint';
  readonly message: Message;
}

/** What became of a push to several receivers: the refused ones first, each part in the order typed. */
export interface Results {
  readonly targets: readonly CommandTarget[];
  readonly page: number;
}

export type PasswordFocus = 'current' | 'next' | 'repeat' | 'submit' | 'cancel';

export interface PasswordChange {
  readonly focus: PasswordFocus;
  readonly current: TextField;
  readonly next: TextField;
  readonly repeat: TextField;
  readonly waiting: boolean;
}

/** What is shown at the top for a while without taking a key. */
export interface Announcements {
  readonly sourceUntil: Instant | null;
  readonly focusUntil: Instant | null;
  readonly identifyUntil: Instant | null;
  readonly notice: { readonly message: Message; readonly until: Instant } | null;
  readonly administrator: { readonly text: string; readonly until: Instant } | null;
}

export const freshSignIn: SignIn = {
  focus: 'name',
  name: emptyField,
  password: emptyField,
  waiting: false,
  message: null,
  reason: null,
  activeUntil: null,
};

/** An OSD that has been told nothing: it waits for the manager's word who the box is. */
export function createOsd(_at: Instant): OsdState {
  return {
    situation: {
      version: '',
      device: null,
      carrier: true,
      manager: 'lost',
      pending: null,
      operator: null,
      focused: true,
      display: { number: 1, count: 1 },
      source: null,
    },
    settings: DEFAULT_BOX_SETTINGS,
    capsLock: false,
    displayChoice: null,
    repeat: null,
    signIn: freshSignIn,
    menu: null,
    command: null,
    announcements: {
      sourceUntil: null,
      focusUntil: null,
      identifyUntil: null,
      notice: null,
      administrator: null,
    },
    wake: null,
  };
}

export const stay = (state: OsdState, ...out: readonly OsdEffect[]): OsdStepped => ({ state, out });

/** A push's results turn pages like the list. */
export const resultPages = (targets: number): number => Math.max(1, Math.ceil(targets / LIST_PAGE_ROWS));
