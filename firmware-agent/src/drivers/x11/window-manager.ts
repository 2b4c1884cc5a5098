import type { X11Connection } from './x11-connection.ts';

/** Whether a window manager runs that knows EWMH, as all of the last twenty years do. */
export async function managerIsThere(connection: X11Connection): Promise<boolean> {
  const { client, screen } = connection;
  const check = await connection.atom('_NET_SUPPORTING_WM_CHECK');
  const found = await connection.ask<{ readonly data: Buffer }>((reply) =>
    client.GetProperty(0, screen.root, check, 0, 0, 1, reply),
  );
  if (found.data.length < 4) return false;
  // The property outlives a manager that crashed; its window does not.
  const window = found.data.readUInt32LE(0);
  return connection
    .ask((reply) => client.GetGeometry(window, reply))
    .then(
      () => true,
      () => false,
    );
}

/** What a window manager wants to know before the window is mapped: title, place, full screen, that it may be closed. */
export async function tellManager(
  connection: X11Connection,
  told: {
    readonly window: number;
    readonly fullScreen: boolean;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): Promise<void> {
  const { client } = connection;
  const { window, x, y, width, height } = told;
  const set = async (name: string, type: string, value: string | readonly number[]) => {
    const [property, kind] = [await connection.atom(name), await connection.atom(type)];
    const text = typeof value === 'string';
    client.ChangeProperty(REPLACE, window, property, kind, text ? 8 : 32, text ? Buffer.from(value) : value);
  };
  await set('WM_NAME', 'STRING', TITLE);
  await set('_NET_WM_NAME', 'UTF8_STRING', TITLE);
  await set('WM_CLASS', 'STRING', 'seatmatrix\0Seatmatrix\0');
  await set('_NET_WM_PID', 'CARDINAL', [process.pid]);
  await set('WM_PROTOCOLS', 'ATOM', [await connection.atom('WM_DELETE_WINDOW')]);
  await set('WM_HINTS', 'WM_HINTS', [INPUT_HINT, 1, 0, 0, 0, 0, 0, 0, 0]);
  const sizeHints = new Array<number>(18).fill(0).with(0, PLACE_AND_SIZE);
  await set('WM_NORMAL_HINTS', 'WM_SIZE_HINTS', sizeHints.with(1, x).with(2, y).with(3, width).with(4, height));
  if (!told.fullScreen) return;
  await set('_NET_WM_STATE', 'ATOM', [await connection.atom('_NET_WM_STATE_FULLSCREEN')]);
  // A compositor adds a frame of delay to what nothing is blended with.
  await set('_NET_WM_BYPASS_COMPOSITOR', 'CARDINAL', [1]);
}

/** A manager that is just starting, or was busy, gives a new window no focus by itself. */
export async function askForFocus(connection: X11Connection, window: number): Promise<void> {
  const { client, screen } = connection;
  const activate = await connection.atom('_NET_ACTIVE_WINDOW');
  client.SendClientMessage(screen.root, window, activate, 32, [FROM_AN_APPLICATION, 0, 0], TO_THE_MANAGER);
}

export async function minimise(connection: X11Connection, window: number): Promise<void> {
  const { client, screen } = connection;
  const change = await connection.atom('WM_CHANGE_STATE');
  client.SendClientMessage(screen.root, window, change, 32, [ICONIC], TO_THE_MANAGER);
}

/** ICCCM 4.1.4. */
const ICONIC = 3;
const FROM_AN_APPLICATION = 1;
/** SubstructureNotify and SubstructureRedirect. */
const TO_THE_MANAGER = (1 << 19) | (1 << 20);

const TITLE = 'Seatmatrix';
const REPLACE = 0;
/** ICCCM 4.1.2.4: only `input` is filled in. */
const INPUT_HINT = 1;
/** ICCCM 4.1.2.3: USPosition, USSize. */
const PLACE_AND_SIZE = 1 | 2;
