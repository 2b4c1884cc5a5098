import { BANNER_MAX, type BoxSettings, DEFAULT_BOX_SETTINGS } from '../domain/index.ts';
import { type Duration, milliseconds } from '../kernel/index.ts';
import { SETTINGS_TIME_MAX } from './limits.ts';
import { type Given, optional, readText, readWhole } from './reading.ts';
import type { generated } from './schema.ts';
import { hotkeySequences, languages, textSizes } from './words.ts';

export function writeSettings(settings: BoxSettings): generated.v1.BoxSettings.$Properties {
  return {
    ...settings,
    language: languages.write(settings.language),
    textSize: textSizes.write(settings.textSize),
    hotkey: hotkeySequences.write(settings.hotkey),
    banner: settings.banner.toWellFormed(),
  };
}

export function readSettings(raw: generated.v1.BoxSettings.$Properties): BoxSettings {
  return {
    revision: readWhole(raw.revision, { field: 'settings revision' }),
    language: languages.read(raw.language),
    textSize: optional(raw.textSize, (value) => textSizes.read(value)) ?? DEFAULT_BOX_SETTINGS.textSize,
    hotkey: hotkeySequences.read(raw.hotkey),
    tapWindow: readTime(raw.tapWindow, 'tap window'),
    commandWindow: readTime(raw.commandWindow, 'command window'),
    successLinger: readTime(raw.successLinger, 'success linger'),
    menuIdle: optional(raw.menuIdle, (value) => readTime(value, 'menu idle')),
    offlineGrace:
      optional(raw.offlineGrace, (value) => readTime(value, 'offline grace')) ?? DEFAULT_BOX_SETTINGS.offlineGrace,
    banner: readText(raw.banner, { field: 'banner', max: BANNER_MAX }),
  };
}

const readTime = (value: Given<number>, field: string): Duration =>
  milliseconds(readWhole(value, { field, max: SETTINGS_TIME_MAX }));
