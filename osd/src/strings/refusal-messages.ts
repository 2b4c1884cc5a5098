import {
  type CommandRefusal,
  type OsdFunction,
  PASSWORD_LENGTH_MIN,
  type PasswordRefusal,
  type SignInRefusal,
} from '@seatmatrix/protocol/domain';
import type { Message, StringKey } from './strings.ts';

/** The manual's word for each refusal. Two causes are one word to the operator: there is no picture to be had. */
const commandKeys: Readonly<Record<CommandRefusal, StringKey>> = {
  'manager-unreachable': 'managerUnreachable',
  'unknown-name': 'unknownName',
  'out-of-range': 'outOfRange',
  'no-source': 'noSource',
  offline: 'offline',
  'nobody-signed-in': 'nobodySignedIn',
  'same-source': 'sameSource',
  'shows-nothing': 'noVideo',
  'link-failed': 'linkFailed',
  'no-signal': 'noVideo',
};

const signInKeys: Readonly<Record<SignInRefusal, StringKey>> = {
  'manager-unreachable': 'managerUnreachable',
  'wrong-credentials': 'wrongCredentials',
  throttled: 'throttled',
  'signed-in-elsewhere': 'signedInElsewhere',
};

const passwordKeys: Readonly<Record<PasswordRefusal, StringKey>> = {
  'manager-unreachable': 'managerUnreachable',
  'wrong-credentials': 'currentPasswordWrong',
  throttled: 'throttled',
  'password-too-short': 'passwordTooShort',
  'password-too-common': 'passwordTooCommon',
};

const successKeys: Readonly<Record<OsdFunction, StringKey>> = {
  connect: 'connectDone',
  push: 'pushDone',
  fetch: 'fetchDone',
};

export const osdMessageOfCommand = (refusal: CommandRefusal): Message => ({ key: commandKeys[refusal] });

export const osdMessageOfSignIn = (refusal: SignInRefusal): Message => ({ key: signInKeys[refusal] });

export const osdMessageOfPassword = (refusal: PasswordRefusal): Message => ({
  key: passwordKeys[refusal],
  values: { least: PASSWORD_LENGTH_MIN },
});

export const osdMessageOfSuccess = (done: OsdFunction): Message => ({ key: successKeys[done] });
