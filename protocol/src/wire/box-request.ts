import { type BoxRequest, INPUT_TEXT_MAX, NAME_MAX, PASSWORD_LENGTH_MAX } from '../domain/index.ts';
import { optional, readText } from './reading.ts';
import type { generated } from './schema.ts';
import { osdFunctions, signOutReasons } from './words.ts';

export function writeBoxRequest(request: BoxRequest): Partial<generated.v1.BoxFrame.$Properties> {
  switch (request.type) {
    case 'sign-in':
      return { signIn: { name: request.name.toWellFormed(), password: request.password.toWellFormed() } };
    case 'sign-out':
      return { signOut: { reason: signOutReasons.write(request.reason) } };
    case 'command':
      return {
        command: {
          function: osdFunctions.write(request.function),
          text: request.text.toWellFormed(),
          withoutPicture: request.withoutPicture,
        },
      };
    case 'change-password':
      return {
        changePassword: { current: request.current.toWellFormed(), next: request.next.toWellFormed() },
      };
  }
}

export function readBoxRequest(raw: generated.v1.BoxFrame.$Properties): BoxRequest | null {
  return (
    optional(raw.signIn, ({ name, password }) => ({
      type: 'sign-in' as const,
      name: readText(name, { field: 'name', max: NAME_MAX }),
      password: readText(password, { field: 'password', max: PASSWORD_LENGTH_MAX }),
    })) ??
    optional(raw.signOut, ({ reason }) => ({ type: 'sign-out' as const, reason: signOutReasons.read(reason) })) ??
    optional(raw.command, (command) => ({
      type: 'command' as const,
      function: osdFunctions.read(command.function),
      text: readText(command.text, { field: 'text', max: INPUT_TEXT_MAX }),
      withoutPicture: command.withoutPicture ?? false,
    })) ??
    optional(raw.changePassword, ({ current, next }) => ({
      type: 'change-password' as const,
      current: readText(current, { field: 'current password', max: PASSWORD_LENGTH_MAX }),
      next: readText(next, { field: 'next password', max: PASSWORD_LENGTH_MAX }),
    }))
  );
}
