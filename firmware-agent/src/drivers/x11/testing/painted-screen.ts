import { silentLog } from '@seatmatrix/protocol/kernel';
import type { TestPicture } from '../../contract/index.ts';
import { openX11Connection, type X11Connection } from '../x11-connection.ts';

const INPUT_OUTPUT = 1;

/** A program on the computer's screen that fills it with a test picture. */
export interface PaintedScreen extends AsyncDisposable {
  readonly connection: X11Connection;
  paint(picture: TestPicture): void;
}

export async function paintScreen(display: string, picture: TestPicture): Promise<PaintedScreen> {
  const connection = await openX11Connection(display, silentLog);
  const { client, screen } = connection;
  const half = screen.width / 2;
  const windows = [0, half].map((x, index) => {
    const window = client.AllocID();
    const backgroundPixel = colourOf(index === 0 ? picture.left : picture.right);
    const values = { backgroundPixel, overrideRedirect: true };
    client.CreateWindow(window, screen.root, x, 0, half, screen.height, 0, 0, INPUT_OUTPUT, 0, values);
    client.MapWindow(window);
    return window;
  });
  await connection.sync();
  return {
    connection,
    paint(next) {
      for (const [index, window] of windows.entries()) {
        client.ChangeWindowAttributes(window, { backgroundPixel: colourOf(index === 0 ? next.left : next.right) });
        client.ClearArea(window, 0, 0, 0, 0, 0);
      }
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

const colourOf = (text: string): number => Number.parseInt(text.slice(1), 16);
