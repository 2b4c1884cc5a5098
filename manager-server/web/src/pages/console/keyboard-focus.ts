/**
 * Marks the displays while keys go to them: not while a button of the page has the focus, nor while another window
 * has it.
 */
export function showKeyboardFocus(displays: HTMLElement): { readonly dispose: () => void } {
  const page = displays.ownerDocument;
  const show = () => {
    const inBar = page.activeElement?.closest('[data-own-keys]') ?? null;
    displays.classList.toggle('keyed', page.hasFocus() && inBar === null);
  };
  const later = () => queueMicrotask(show);
  for (const event of ['focus', 'blur']) window.addEventListener(event, show);
  for (const event of ['focusin', 'focusout']) page.addEventListener(event, later);
  show();
  return {
    dispose() {
      for (const event of ['focus', 'blur']) window.removeEventListener(event, show);
      for (const event of ['focusin', 'focusout']) page.removeEventListener(event, later);
    },
  };
}
