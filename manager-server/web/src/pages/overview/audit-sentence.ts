import type { AuditEntry } from '../../api/records.ts';
import { type PlainWord, word } from '../../language/words.ts';

const nouns: Readonly<Record<string, PlainWord>> = {
  device: 'nounDevice',
  'device-group': 'nounDeviceGroup',
  operator: 'nounOperator',
  group: 'nounGroup',
  grant: 'nounGrant',
  hotkey: 'nounHotkey',
  seat: 'nounSeat',
  wall: 'nounWall',
  source: 'nounSource',
  settings: 'nounSettings',
};

const verbs: Readonly<Record<string, 'didCreate' | 'didUpdate' | 'didDelete'>> = {
  create: 'didCreate',
  update: 'didUpdate',
  delete: 'didDelete',
};

const deeds = {
  connect: 'didConnect',
  push: 'didPush',
  fetch: 'didFetch',
  disconnect: 'didDisconnect',
  'sign-in': 'didSignIn',
  'sign-out': 'didSignOut',
  claim: 'didClaim',
  'box.adopt': 'didAdopt',
  'box.forget': 'didForget',
  'box.identify': 'didIdentify',
  'box.restart': 'didRestart',
  'box.message': 'didMessage',
  'box.twins': 'didTwins',
  'box.preview': 'didSendPreview',
  'console.open': 'didOpenConsole',
  'operator.password': 'didPassword',
  'enrolment-code.create': 'didMakeCode',
} as const;

const isDeed = (action: string): action is keyof typeof deeds => action in deeds;

/** Blanks that a sentence fills: who, and at what. They stay in the text, for the names to become links. */
const blanks = { actor: '{actor}', object: '{object}' } as const;

/** What an entry of the audit says in a sentence with `{actor}` and `{object}` in it; null for what is no news. */
export function auditSentence({ action, outcome, actor, object }: AuditEntry): string | null {
  // Who holds the keys, or looks at pictures, changes all the time; heads are the audit's own.
  if (action.startsWith('control.') || action === 'audit.head' || action === 'previews.open') return null;
  // Whoever signs in at a desk does so at a seat, which is then the object.
  const pages = action === 'sign-in' && actorName(actor) === object;
  const done = pages ? word('didSignInPages', blanks) : sentenceOf(action);
  return outcome === 'done' ? done : word('wasRefused', { sentence: done });
}

function sentenceOf(action: string): string {
  if (isDeed(action)) return word(deeds[action], blanks);
  const [of = '', did = ''] = action.split('.');
  const [noun, verb] = [nouns[of], verbs[did]];
  if (noun !== undefined && verb !== undefined) return word(verb, { ...blanks, noun: word(noun) });
  return word('didOther', { ...blanks, action });
}

/** Actors are written as `operator:hxfj`, `administrator:admin`, `token:…`. */
export const actorName = (actor: string): string => actor.slice(actor.indexOf(':') + 1);
