import type { ConsoleOutput } from '@seatmatrix/protocol/domain';
import { element } from '../page/element.ts';
import { word } from '../page/words.ts';
import { createOverlay } from './overlay.ts';
import { createPicture } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { type ConsoleState, openReceiverSocket } from './receiver-socket.ts';

export interface Display {
  readonly screen: HTMLElement;
  keyboard(report: Uint8Array): void;
  dispose(): void;
}

/** One receiver's screen in the page: the picture, the OSD above it, and the pointer over both. */
export function createDisplay(options: {
  readonly id: string;
  readonly name: string;
  /** The pointer came here: keys follow it. */
  readonly entered: () => void;
  /** The manager does not answer; it is tried again. */
  readonly lost: () => void;
}): Display {
  const picture = element('canvas', { class: 'picture' });
  const osd = element('canvas', { class: 'osd' });
  const note = element('div', { class: 'note warn', role: 'status', hidden: true });
  const screen = element(
    'div',
    {
      class: 'screen',
      tabindex: '0',
      role: 'application',
      'aria-label': `${options.id} ${options.name}`,
      'data-receiver': options.id,
    },
    picture,
    osd,
    note,
  );

  let watching = false;
  let connection: ConsoleState = 'open';
  const say = () => {
    note.textContent = noteText(connection, watching);
    note.hidden = note.textContent === '';
    screen.dataset.state = connection === 'open' ? (watching ? 'watch' : 'control') : 'lost';
  };

  const shown = createPicture(picture, {
    failed: (cause) => console.warn('a picture could not be decoded', cause),
    wantKeyFrame: () => socket.send({ type: 'want-key-frame' }),
    cannotShow: () => socket.send({ type: 'codecs', codecs: ['jpeg'] }),
  });
  const overlay = createOverlay(osd);
  const output = (message: ConsoleOutput) => {
    switch (message.type) {
      case 'role':
        watching = message.role === 'watch';
        say();
        return;
      case 'unit':
        shown.show(message.unit, message.crop);
        return;
      case 'no-picture':
        shown.clear();
        return;
      case 'scene':
        overlay.show(message.scene);
        return;
      case 'leds':
        screen.dataset.leds = Object.entries(message.leds)
          .filter(([, lit]) => lit)
          .map(([led]) => led)
          .join(' ');
        return;
    }
  };

  const socket = openReceiverSocket(options.id, {
    output,
    state(state) {
      connection = state;
      say();
      if (state === 'lost') options.lost();
    },
  });
  const pointer = listenToPointer(screen, (report) => {
    options.entered();
    socket.send({ type: 'pointer', report });
  });

  return {
    screen,
    keyboard: (report) => socket.send({ type: 'keyboard', report }),
    dispose() {
      pointer.dispose();
      socket.close();
    },
  };
}

function noteText(connection: ConsoleState, watching: boolean): string {
  switch (connection) {
    case 'lost':
      return word('connectionLost');
    case 'no-console':
      return word('noConsole');
    case 'open':
      return watching ? word('watching') : '';
  }
}
