import { type BoxAnswer, NAME_MAX } from '../domain/index.ts';
import { type FaultCode, faultCatalogue } from '../kernel/index.ts';
import { readDeviceId } from './identity.ts';
import { FAULT_TEXT_MAX, TARGETS_MAX } from './limits.ts';
import { optional, readList, readText } from './reading.ts';
import type { generated } from './schema.ts';
import { commandRefusalWords, passwordRefusals, signInRefusals } from './words.ts';

export function writeBoxAnswer(answer: BoxAnswer): Partial<generated.v1.ManagerFrame.$Properties> {
  switch (answer.type) {
    case 'sign-in-answer':
      return { signInAnswer: { refusal: optional(answer.refusal, signInRefusals.write) } };
    case 'sign-out-answer':
      return { signOutAnswer: {} };
    case 'command-answer':
      return {
        commandAnswer: {
          refusal: optional(answer.refusal, commandRefusalWords.write),
          targets: answer.targets.map(({ id, name, refusal }) => ({
            id,
            name: name.toWellFormed(),
            refusal: optional(refusal, commandRefusalWords.write),
          })),
        },
      };
    case 'change-password-answer':
      return { changePasswordAnswer: { refusal: optional(answer.refusal, passwordRefusals.write) } };
    case 'fault':
      return { fault: { code: answer.code, message: answer.message.toWellFormed().slice(0, FAULT_TEXT_MAX) } };
  }
}

export function readBoxAnswer(raw: generated.v1.ManagerFrame.$Properties): BoxAnswer | null {
  return (
    optional(raw.signInAnswer, ({ refusal }) => ({
      type: 'sign-in-answer' as const,
      refusal: optional(refusal, signInRefusals.read),
    })) ??
    optional(raw.signOutAnswer, () => ({ type: 'sign-out-answer' as const })) ??
    optional(raw.commandAnswer, ({ refusal, targets }) => ({
      type: 'command-answer' as const,
      refusal: optional(refusal, commandRefusalWords.read),
      targets: readList(targets, { field: 'targets', max: TARGETS_MAX, read: readTarget }),
    })) ??
    optional(raw.changePasswordAnswer, ({ refusal }) => ({
      type: 'change-password-answer' as const,
      refusal: optional(refusal, passwordRefusals.read),
    })) ??
    optional(raw.fault, ({ code, message }) => ({
      type: 'fault' as const,
      code: readCode(readText(code, { field: 'fault code', max: FAULT_TEXT_MAX })),
      message: readText(message, { field: 'fault message', max: FAULT_TEXT_MAX }),
    }))
  );
}

function readTarget(raw: generated.v1.CommandTarget.$Properties) {
  return {
    id: readDeviceId(raw.id, 'target ID'),
    name: readText(raw.name, { field: 'target name', max: NAME_MAX }),
    refusal: optional(raw.refusal, commandRefusalWords.read),
  };
}

/** A newer manager may have codes that this box has no word for: they must not cost the connection. */
const readCode = (code: string): FaultCode => (isCode(code) ? code : 'frame-unknown');

const isCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code);
