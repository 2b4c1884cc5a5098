/**
 * Marks the displays while keys go to them: not while a button of the page has the focus, nor while another window
 * has it.
 */
export function showKeyboardFocus(displays: HTMLElement): void {
  const page = displays.ownerDocument;
  const show = () => {
    const inBar = page.activeElement?.closest('[data-own-keys]') ?? null;
    displays.classList.toggle('keyed', page.hasFocus() && inBar === null);
  };
  for (const event of ['focus', 'blur']) window.addEventListener(event, show);
  for (const event of ['focusin', 'focusout']) page.addEventListener(event, () => queueMicrotask(show));
  show();
}
