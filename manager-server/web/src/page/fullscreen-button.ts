import { lockKeyboard } from '../console/keyboard-lock.ts';
import { element } from './element.ts';
import { word } from './words.ts';

/** Long enough to be read at the beginning, then the picture is free of it. */
const TOLD_FOR = 8000;

/** Full screen with the keys that the browser otherwise keeps; what the browser does not give is told. */
export function fullscreenButton({
  told,
  entered,
}: {
  readonly told: HTMLElement;
  readonly entered: () => void;
}): HTMLElement {
  let timer = 0;
  const tell = (text: string) => {
    told.textContent = text;
    told.hidden = text === '';
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      told.hidden = true;
    }, TOLD_FOR);
  };
  const go = async () => {
    const lock = await lockKeyboard(document);
    switch (lock) {
      case 'locked':
        tell('');
        break;
      case 'not-lockable':
        tell(word('lockMissing'));
        break;
      case 'no-fullscreen':
        tell(word('fullscreenRefused'));
        break;
    }
    // The button would keep the keys.
    entered();
  };
  return element('button', { type: 'button', click: () => void go() }, word('fullscreen'));
}
