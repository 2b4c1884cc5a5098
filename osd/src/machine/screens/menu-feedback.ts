import type { OsdFunction } from '@seatmatrix/protocol/domain';
import type { Message, StringKey } from '../../strings/strings.ts';
import type { OsdEffect } from '../osd-input.ts';
import { type Feedback, type Menu, type OsdState, type OsdStepped, stay } from '../osd-state.ts';

const progressKeys: Readonly<Record<OsdFunction, StringKey>> = {
  connect: 'connecting',
  push: 'pushing',
  fetch: 'fetching',
};

export const hint = (message: Message): Feedback => ({ tone: 'hint', message });

export const progress = (message: Message): Feedback => ({ tone: 'progress', message });

export const refused = (message: Message): Feedback => ({
  tone: 'refusal',
  message,
});

export const unreachable: Feedback = refused({ key: 'managerUnreachable' });

export const progressOf = (command: { readonly function: OsdFunction; readonly text: string }): Feedback =>
  progress({ key: progressKeys[command.function], values: { text: command.text } });

export const show = (state: OsdState, menu: Menu, ...out: readonly OsdEffect[]): OsdStepped =>
  stay({ ...state, menu }, ...out);

export const watch = (menu: Menu): OsdEffect => ({
  type: 'watch-list',
  watch: { function: menu.function, page: menu.page },
});
