import { type PlainWord, word } from '../../language/words.ts';
import { pageLanguage } from '../../page/words.ts';
import type { Verdict } from './judging.ts';
import type { ExportName, TransferChange, TransferProblem } from './transfer-requests.ts';

const collectionWords: Readonly<Record<string, PlainWord>> = {
  devices: 'devices',
  operators: 'operators',
  groups: 'groups',
  'device-groups': 'deviceGroups',
  hotkeys: 'hotkeys',
  grants: 'grantsOfFile',
  seats: 'seatsOfFile',
  walls: 'wallsOfFile',
  sources: 'sourcesOfFile',
  settings: 'settings',
  site: 'wholeSite',
  passwords: 'passwordsOfFile',
  'second-factors': 'secondFactorsOfFile',
};

export const exportNames: readonly ExportName[] = [
  'devices',
  'operators',
  'groups',
  'device-groups',
  'hotkeys',
  'grants',
  'seats',
  'walls',
  'sources',
  'site',
];

export function collectionWord(collection: string): string {
  const key = collectionWords[collection];
  return key === undefined ? collection : word(key);
}

/** Each has a sign of its own: nothing is told by colour alone. */
export const actionSigns: Readonly<
  Record<TransferChange['action'], { readonly sign: string; readonly name: PlainWord; readonly chip: string }>
> = {
  add: { sign: '+', name: 'added', chip: 'good' },
  change: { sign: '~', name: 'changed', chip: 'info' },
  remove: { sign: '−', name: 'removed', chip: 'bad' },
};

/** "Add 12, change 3, remove 1", without what there is none of. */
export function wouldDo({ counts }: Verdict): string {
  const parts = [
    counts.add > 0 ? word('addCount', { count: counts.add }) : '',
    counts.change > 0 ? word('changeCount', { count: counts.change }) : '',
    counts.remove > 0 ? word('removeCount', { count: counts.remove }) : '',
  ].filter((part) => part !== '');
  const text = parts.join(word('listComma'));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const problemWords: Readonly<Record<string, PlainWord>> = {
  unreadable: 'fileUnreadable',
  'too-many-rows': 'fileTooManyRows',
  'unknown-collection': 'fileUnknownCollection',
  'unknown-column': 'fileUnknownColumn',
  'missing-column': 'fileMissingColumn',
  'duplicate-column': 'fileDuplicateColumn',
  'wrong-value': 'fileWrongValue',
  duplicate: 'fileDuplicate',
  'unknown-name': 'fileUnknownName',
  'ambiguous-name': 'fileAmbiguousName',
  invalid: 'fileInvalid',
  conflict: 'fileConflict',
  'last-administrator': 'fileLastAdministrator',
  'himself-only': 'fileHimselfOnly',
  'nothing-to-read': 'fileNothing',
  'not-a-backup': 'backupNot',
  damaged: 'backupDamaged',
  'wrong-passphrase': 'backupPassphrase',
  'newer-version': 'backupNewer',
  'other-site': 'backupOther',
};

/** The kind in the reader's language; the manager's own words stand beside it where they say more. */
export function problemText({ code, message }: TransferProblem): string {
  const key = problemWords[code];
  if (key === undefined) return message;
  if (plain.has(code)) return word(key);
  return pageLanguage() === 'zh' ? `${word(key)}:${message}` : message;
}

/** Nothing stands in the manager's words that is not in ours. */
const plain: ReadonlySet<string> = new Set([
  'not-a-backup',
  'damaged',
  'wrong-passphrase',
  'other-site',
  'nothing-to-read',
  'last-administrator',
]);
