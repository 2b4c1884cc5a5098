import * as account from './sections/account.ts';
import * as devices from './sections/devices.ts';
import * as firstSteps from './sections/first-steps.ts';
import * as hotkeys from './sections/hotkeys.ts';
import * as matrix from './sections/matrix.ts';
import * as operation from './sections/operation.ts';
import * as people from './sections/people.ts';
import * as places from './sections/places.ts';
import * as previews from './sections/previews.ts';
import * as records from './sections/records.ts';
import * as settings from './sections/settings.ts';
import * as shell from './sections/shell.ts';
import * as transfer from './sections/transfer.ts';

/** By part of the page: a word stands in one of them alone. */
export const sections = {
  account,
  devices,
  firstSteps,
  hotkeys,
  matrix,
  operation,
  people,
  places,
  previews,
  records,
  settings,
  shell,
  transfer,
} as const;

/** Every text of the page: zh says which there are, and en has each of them. */
export const zh = {
  ...shell.zh,
  ...account.zh,
  ...devices.zh,
  ...firstSteps.zh,
  ...hotkeys.zh,
  ...matrix.zh,
  ...operation.zh,
  ...people.zh,
  ...places.zh,
  ...previews.zh,
  ...records.zh,
  ...settings.zh,
  ...transfer.zh,
} as const;

export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...shell.en,
  ...account.en,
  ...devices.en,
  ...firstSteps.en,
  ...hotkeys.en,
  ...matrix.en,
  ...operation.en,
  ...people.en,
  ...places.en,
  ...previews.en,
  ...records.en,
  ...settings.en,
  ...transfer.en,
};
