interface LockableKeyboard {
  lock(): Promise<void>;
}

export type KeyboardLock = 'locked' | 'not-lockable' | 'no-fullscreen';

/**
 * Full screen, and where the browser can (Keyboard Lock, WICG draft) with the keys that it otherwise keeps for
 * itself: Alt+Tab, Ctrl+W, Escape.
 */
export async function lockKeyboard(page: Document): Promise<KeyboardLock> {
  try {
    await page.documentElement.requestFullscreen();
  } catch {
    return 'no-fullscreen';
  }
  const keyboard: unknown = Reflect.get(navigator, 'keyboard');
  if (!isLockable(keyboard)) return 'not-lockable';
  try {
    await keyboard.lock();
  } catch {
    return 'not-lockable';
  }
  return 'locked';
}

const isLockable = (value: unknown): value is LockableKeyboard =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'lock') === 'function';
