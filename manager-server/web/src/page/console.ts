import { createDisplay, type Display } from '../console/display.ts';
import { listenToKeyboard } from '../console/keyboard.ts';
import { ProblemError } from './api.ts';
import { element, required } from './element.ts';
import { frame } from './frame.ts';
import { fullscreenButton } from './fullscreen-button.ts';
import { showKeyboardFocus } from './keyboard-focus.ts';
import { type ConsolePlace, findPlace } from './place.ts';
import { failureText } from './problem-words.ts';
import { askToSignIn, signInWhenEnded } from './session.ts';
import { word } from './words.ts';

const page = required('page');

try {
  const place = await findPlace(location.pathname);
  if (place === null) tell(word('notFound'));
  else openConsole(place);
} catch (error) {
  if (error instanceof ProblemError && error.status === 401) askToSignIn();
  else tell(failureText(error));
}

function tell(text: string): void {
  page.append(
    frame({ title: '', signedIn: true, tools: [] }),
    element(
      'main',
      { role: 'alert' },
      element('p', {}, text),
      element('a', { class: 'button', href: '/' }, word('home')),
    ),
  );
}

/** All displays of the place side by side (a wall in its grid), with one keyboard for all of them. */
function openConsole(place: ConsolePlace): void {
  const displays: Display[] = [];
  const isWall = place.columns !== null;
  // Where the pointer was last. The seat itself moves its keyboard's focus on, by F7 as well.
  let active = 0;
  const keyboard = listenToKeyboard(window, (report) => displays[active]?.keyboard(report));
  const activate = (index: number) => {
    if (index === active) return;
    keyboard.letGo();
    active = index;
  };
  for (const [index, receiver] of place.receivers.entries()) {
    const entered = () => activate(index);
    displays.push(createDisplay({ ...receiver, entered, lost: () => void signInWhenEnded() }));
  }
  const columns = place.columns ?? displays.length;
  const grid = element('div', { class: isWall ? 'grid wall' : 'grid seat' }, ...displays.map(({ screen }) => screen));
  grid.style.setProperty('--across', String(columns));
  grid.style.setProperty('--down', String(Math.ceil(displays.length / columns)));
  const told = element('div', { class: 'note warn', role: 'status', hidden: true });
  const area = element('div', { class: 'displays', id: 'displays' }, grid, told);

  const fullscreen = fullscreenButton({ told, entered: () => displays[active]?.screen.focus() });
  const hint = element('span', { class: 'quiet hint' }, word('keysHint'));
  page.append(frame({ title: place.title, signedIn: true, tools: isWall ? [fullscreen] : [hint, fullscreen] }), area);
  if (!isWall) showKeyboardFocus(grid);
  window.addEventListener('pagehide', () => {
    keyboard.dispose();
    for (const display of displays) display.dispose();
  });
  displays[0]?.screen.focus();
}
