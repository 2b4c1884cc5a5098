import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { lockKeyboard } from '../../console/keyboard-lock.ts';
import { word } from '../../language/words.ts';
import { word as pageWord } from '../../page/words.ts';

/** Long enough to be read at the beginning, then the picture is free of it. */
const TOLD_FOR = 8000;

/** Above the displays, with keys of its own: what is typed here reaches no computer. */
export function ConsoleBar(options: {
  readonly title: string;
  readonly keyboard: boolean;
  readonly entered: () => void;
}): ReactNode {
  const { title, keyboard, entered } = options;
  const [told, setTold] = useState('');
  const timer = useRef(0);
  const tell = (text: string) => {
    setTold(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setTold(''), TOLD_FOR);
  };
  const fullscreen = async () => {
    const lock = await lockKeyboard(document);
    if (lock === 'locked') tell('');
    if (lock === 'not-lockable') tell(pageWord('lockMissing'));
    if (lock === 'no-fullscreen') tell(pageWord('fullscreenRefused'));
    // The button would keep the keys.
    entered();
  };
  return (
    <>
      <header className="bar" data-own-keys>
        <a className="brand" href="/">
          <img src="/icon.svg" alt="" />
          {word('site')}
        </a>
        <h1 className="clip">{title}</h1>
        <span className="space" />
        {keyboard && <span className="quiet hint">{pageWord('keysHint')}</span>}
        <Button size="compact-md" variant="default" onClick={() => void fullscreen()}>
          {word('fullscreen')}
        </Button>
      </header>
      <div className="note warn page-note" role="status" hidden={told === ''}>
        {told}
      </div>
    </>
  );
}
