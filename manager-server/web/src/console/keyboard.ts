import { encodeBootKeyboard, type Usage } from '@seatmatrix/protocol/domain';
import { usageOfCode } from './key-usage.ts';

export interface PageKeyboard {
  /**
   * Everything is up for whoever heard the reports so far. What a finger still holds is nobody's until it is pressed
   * anew: a key never moves from one display to another.
   */
  letGo(): void;
  /** Lets go of everything that is held and of all listeners. */
  dispose(): void;
}

/**
 * The page's keyboard as a boot keyboard: a report with everything held, at each change. A page that loses the focus
 * never sees the key-up, so it lets go of everything first.
 */
export function listenToKeyboard(target: Window, report: (bytes: Uint8Array) => void): PageKeyboard {
  const held = new Set<Usage>();
  const handedOver = new Set<Usage>();
  const send = () => report(encodeBootKeyboard(held));

  const releaseAll = () => {
    handedOver.clear();
    if (held.size === 0) return;
    held.clear();
    send();
  };

  const letGo = () => {
    if (held.size === 0) return;
    for (const key of held) handedOver.add(key);
    held.clear();
    send();
  };

  const change = (event: KeyboardEvent) => {
    const key = usageOfCode(event.code);
    if (key === null || typesIntoPage(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'keydown') {
      if (event.repeat || held.has(key) || handedOver.has(key)) return;
      held.add(key);
    } else {
      handedOver.delete(key);
      if (!held.delete(key)) return;
      // macOS tells no key-up of a key released while Meta is held.
      if (event.key === 'Meta') held.clear();
    }
    send();
  };

  const hidden = () => {
    if (target.document.visibilityState === 'hidden') releaseAll();
  };

  target.addEventListener('keydown', change, { capture: true });
  target.addEventListener('keyup', change, { capture: true });
  target.addEventListener('blur', releaseAll);
  target.document.addEventListener('visibilitychange', hidden);
  return {
    letGo,
    dispose() {
      releaseAll();
      target.removeEventListener('keydown', change, { capture: true });
      target.removeEventListener('keyup', change, { capture: true });
      target.removeEventListener('blur', releaseAll);
      target.document.removeEventListener('visibilitychange', hidden);
    },
  };
}

/** The page's own buttons stay usable from the keyboard. */
function typesIntoPage(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('[data-own-keys]') !== null;
}
