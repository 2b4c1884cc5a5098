interface LockableKeyboard {
  lock(): Promise<void>;
}

/**
 * Full screen, and where the browser can (Keyboard Lock, WICG draft) with the keys that it otherwise keeps for
 * itself: Alt+Tab, Ctrl+W, Escape. Resolves to whether the keys are locked.
 */
export async function lockKeyboard(target: HTMLElement): Promise<boolean> {
  await target.ownerDocument.documentElement.requestFullscreen();
  const keyboard: unknown = Reflect.get(navigator, 'keyboard');
  if (!isLockable(keyboard)) return false;
  await keyboard.lock();
  return true;
}

const isLockable = (value: unknown): value is LockableKeyboard =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'lock') === 'function';
