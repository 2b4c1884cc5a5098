/**
 * Why an operator's wish was not granted. A refusal is a value: it is shown in the OSD's words (osd/src/strings) and
 * written to the audit, never thrown.
 *
 * The order is the order of judgement, first match wins, so that two causes at once always give the same answer.
 */
export const commandRefusals = [
  'manager-unreachable',
  'unknown-name',
  'out-of-range',
  'no-source',
  'offline',
  'nobody-signed-in',
  'same-source',
  'shows-nothing',
  'link-failed',
  'no-signal',
] as const;

export type CommandRefusal = (typeof commandRefusals)[number];

/**
 * A wrong name, a wrong password and a disabled account are one refusal: which it was is nobody's business.
 * `signed-in-elsewhere` is given only where the site's policy allows an operator one seat.
 */
export type SignInRefusal = 'manager-unreachable' | 'wrong-credentials' | 'throttled' | 'signed-in-elsewhere';

export type PasswordRefusal =
  | 'manager-unreachable'
  | 'wrong-credentials'
  | 'throttled'
  | 'password-too-short'
  | 'password-too-common';

/** NIST SP 800-63B-4 §3.1.1.2 wants 15 where a password stands alone; a control room's desk is inside a guarded
 * building, so eight, the floor it gives for a password beside another factor. */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;
