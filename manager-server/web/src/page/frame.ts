import { request } from './api.ts';
import { element } from './element.ts';
import { chooseLanguage, pageLanguage, word } from './words.ts';

/** The bar on top of every page, with what belongs to this page at its right. */
export function frame(options: {
  readonly title: string;
  readonly signedIn: boolean;
  readonly tools: readonly Node[];
}): HTMLElement {
  document.documentElement.lang = pageLanguage();
  document.title = options.title === '' ? word('site') : `${options.title} · ${word('site')}`;
  const other = pageLanguage() === 'zh' ? 'en' : 'zh';
  return element(
    'header',
    { class: 'bar', 'data-own-keys': true },
    element('h1', {}, element('a', { href: '/' }, word('site'))),
    options.title === '' ? null : element('span', { class: 'quiet' }, options.title),
    element('span', { class: 'space' }),
    ...options.tools,
    element('button', { type: 'button', click: () => chooseLanguage(other) }, other === 'zh' ? '中文' : 'English'),
    options.signedIn ? element('button', { type: 'button', click: () => void signOut() }, word('signOut')) : null,
  );
}

async function signOut(): Promise<void> {
  await request('DELETE', '/api/session');
  location.assign('/sign-in');
}
