import * as devices from './sections/devices.ts';
import * as operation from './sections/operation.ts';
import * as shell from './sections/shell.ts';

/** Every text of the page: zh says which there are, and en has each of them. */
export const zh = { ...shell.zh, ...devices.zh, ...operation.zh } as const;

export const en: Readonly<Record<keyof typeof zh, string>> = { ...shell.en, ...devices.en, ...operation.en };
