import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useConsoles } from '../../api/account-queries.ts';
import { api, doneOf, isPassing } from '../../api/client.ts';
import { useAccount, useCollection } from '../../api/queries.ts';
import { createDisplay, type Display } from '../../console/display.ts';
import { listenToKeyboard } from '../../console/keyboard.ts';
import { word } from '../../language/words.ts';
import { tellFailure } from '../../shell/notices.tsx';
import '../../style/console.css';
import { ConsoleBar } from './console-bar.tsx';
import { type ConsolePlace, consolePlace, type PlacesOfSite, placesOfOperator } from './console-place.ts';
import { showKeyboardFocus } from './keyboard-focus.ts';

/** All displays of a place side by side (a wall in its grid), with one keyboard for all of them. */
export default function ConsolePage({ path }: { readonly path: string }): ReactNode {
  const { role } = useAccount();
  return role === 'operator' ? <OperatorConsole path={path} /> : <SiteConsole path={path} />;
}

function SiteConsole({ path }: { readonly path: string }): ReactNode {
  const site = { devices: useCollection('devices'), seats: useCollection('seats'), walls: useCollection('walls') };
  return <Console path={path} site={site} />;
}

/** Collections are not told to operators. */
const OperatorConsole = ({ path }: { readonly path: string }): ReactNode => (
  <Console path={path} site={placesOfOperator(useConsoles())} />
);

function Console({ path, site }: { readonly path: string; readonly site: PlacesOfSite }): ReactNode {
  // As it was when the page was opened: a renamed desk does not take anybody's keyboard away.
  const [place] = useState(() => consolePlace(path, site));
  useEffect(() => {
    document.body.classList.add('console');
    return () => document.body.classList.remove('console');
  }, []);
  if (place === null) {
    return (
      <main className="empty" role="alert">
        <h2>{word('notFound')}</h2>
        <Button component="a" href="/">
          {word('home')}
        </Button>
      </main>
    );
  }
  return <Displays place={place} />;
}

function Displays({ place }: { readonly place: ConsolePlace }): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const focusScreen = useRef<() => void>(() => undefined);
  const isWall = place.columns !== null;
  useEffect(() => {
    document.title = `${place.title} · ${word('site')}`;
    if (grid.current === null) return undefined;
    const opened = openDisplays(grid.current, place);
    focusScreen.current = opened.focus;
    return opened.dispose;
  }, [place]);
  return (
    <>
      <ConsoleBar title={place.title} keyboard={!isWall} entered={() => focusScreen.current()} />
      <main className="displays" id="displays">
        <div ref={grid} className={isWall ? 'grid wall' : 'grid seat'} />
      </main>
    </>
  );
}

function openDisplays(
  grid: HTMLElement,
  place: ConsolePlace,
): { readonly focus: () => void; readonly dispose: () => void } {
  const displays: Display[] = [];
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
    displays.push(createDisplay({ ...receiver, entered, lost: () => void askWhoIsSignedIn() }));
  }
  const columns = place.columns ?? displays.length;
  grid.style.setProperty('--across', String(columns));
  grid.style.setProperty('--down', String(Math.ceil(displays.length / columns)));
  grid.replaceChildren(...displays.map(({ screen }) => screen));
  const focus = place.columns === null ? showKeyboardFocus(grid) : null;
  let disposed = false;
  const dispose = () => {
    if (disposed) return;
    disposed = true;
    window.removeEventListener('pagehide', dispose);
    focus?.dispose();
    keyboard.dispose();
    for (const display of displays) display.dispose();
    grid.replaceChildren();
  };
  window.addEventListener('pagehide', dispose);
  displays[0]?.screen.focus();
  return { focus: () => displays[active]?.screen.focus(), dispose };
}

/** A console that is cut off may be so because its session ended: the answer then leads to the sign-in. */
async function askWhoIsSignedIn(): Promise<void> {
  try {
    await doneOf(api.GET('/api/session'));
  } catch (error) {
    // A manager that is away is told by the display itself.
    if (!isPassing(error)) tellFailure(error);
  }
}
