import { createDisplay, type Display } from '../console/display.ts';
import { listenToKeyboard } from '../console/keyboard.ts';
import { lockKeyboard } from '../console/keyboard-lock.ts';
import { ProblemError } from './api.ts';
import { element, required } from './element.ts';
import { frame } from './frame.ts';
import { type ConsolePlace, findPlace } from './place.ts';
import { word } from './words.ts';

const page = required('page');

try {
  const place = await findPlace(location.pathname);
  if (place === null) page.append(frame({ title: word('notFound'), signedIn: true, tools: [] }));
  else openConsole(place);
} catch (error) {
  if (error instanceof ProblemError && error.status === 401) {
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
  } else {
    page.append(frame({ title: error instanceof Error ? error.message : word('failed'), signedIn: true, tools: [] }));
  }
}

/** All displays of the place side by side (a wall in its grid), with one keyboard for the display in focus. */
function openConsole(place: ConsolePlace): void {
  const displays: Display[] = [];
  const isWall = place.columns !== null;
  let active = 0;
  const keyboard = listenToKeyboard(window, (report) => displays[active]?.keyboard(report));
  const mark = () => {
    displays.forEach(({ screen }, each) => {
      screen.classList.toggle('active', each === active && displays.length > 1 && !isWall);
    });
  };
  const activate = (index: number) => {
    if (index === active) return;
    keyboard.letGo();
    active = index;
    mark();
  };
  for (const [index, receiver] of place.receivers.entries()) {
    displays.push(createDisplay({ ...receiver, entered: () => activate(index) }));
  }
  const columns = place.columns ?? displays.length;
  const grid = element('div', { class: 'grid' }, ...displays.map(({ screen }) => screen));
  grid.style.setProperty('--columns', String(columns));
  grid.style.setProperty('--rows', String(Math.ceil(displays.length / columns)));
  const area = element('div', { class: 'displays', id: 'displays' }, grid);

  const fullscreen = element('button', { type: 'button', click: () => void lockKeyboard(page) }, word('fullscreen'));
  page.append(
    frame({
      title: place.title,
      signedIn: true,
      tools: isWall ? [fullscreen] : [element('span', { class: 'quiet' }, word('keysHint')), fullscreen],
    }),
    area,
  );
  mark();
  window.addEventListener('pagehide', () => {
    keyboard.dispose();
    for (const display of displays) display.dispose();
  });
  displays[0]?.screen.focus();
}
