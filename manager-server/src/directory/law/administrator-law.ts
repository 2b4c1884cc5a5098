import type { DirectorySnapshot } from '../collection.ts';

/**
 * A site that has an administrator keeps one: enabled, and with a password. Otherwise it would have to be claimed anew by
 * whoever sits at the manager's terminal.
 */
export function administratorStays(change: {
  readonly before: DirectorySnapshot;
  readonly after: DirectorySnapshot;
  readonly canSignIn: (operator: string) => boolean;
}): boolean {
  const { before, after, canSignIn } = change;
  return !hasAdministrator(before, canSignIn) || hasAdministrator(after, canSignIn);
}

export function hasAdministrator(
  { operators }: Pick<DirectorySnapshot, 'operators'>,
  canSignIn: (operator: string) => boolean,
): boolean {
  for (const { value } of operators.values()) {
    if (value.role === 'administrator' && !value.disabled && canSignIn(value.key)) return true;
  }
  return false;
}
