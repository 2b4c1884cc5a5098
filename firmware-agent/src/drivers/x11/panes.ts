import { eventMask, type X11Connection } from './x11-connection.ts';

/** The windows that lie one above the other. */
export interface Panes {
  readonly desk: number;
  readonly video: number;
  readonly overlay: number;
  resize(size: { readonly width: number; readonly height: number }): void;
  /** The computer's own pointer is in its picture. */
  hideCursor(hidden: boolean): void;
}

/** The OSD's ground where there is no picture, so that nothing flashes between the two. */
const STANDBY = 0x0b0e13;

const INPUT_OUTPUT = 1;
const INPUT_ONLY = 2;

const mask = (...names: readonly string[]): number => names.reduce((all, name) => all | (eventMask[name] ?? 0), 0);

const KEYS = mask('KeyPress', 'KeyRelease', 'KeymapState', 'FocusChange', 'StructureNotify');
const POINTER = mask('ButtonPress', 'ButtonRelease', 'PointerMotion', 'KeyPress', 'KeyRelease');

/**
 * Creates them; the desk is not mapped yet. The glass on top is where the pointer always is: whatever the media process
 * selects on the video's window, or the overlay covers, keys and pointer arrive in one place.
 */
export async function createPanes(
  connection: X11Connection,
  place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Where no window manager would make it full screen. */
    readonly overrideRedirect: boolean;
  },
): Promise<Panes> {
  const { client, screen } = connection;
  const [desk, video, overlay, glass] = [client.AllocID(), client.AllocID(), client.AllocID(), client.AllocID()];
  const { x, y, width, height, overrideRedirect } = place;
  client.CreateWindow(desk, screen.root, x, y, width, height, 0, 0, INPUT_OUTPUT, 0, {
    backgroundPixel: STANDBY,
    overrideRedirect,
    eventMask: KEYS,
  });
  client.CreateWindow(video, desk, 0, 0, width, height, 0, 0, INPUT_OUTPUT, 0, { backgroundPixel: STANDBY });
  client.CreateWindow(overlay, desk, 0, 0, width, height, 0, 0, INPUT_OUTPUT, 0, { backgroundPixmap: 0 });
  client.CreateWindow(glass, desk, 0, 0, width, height, 0, 0, INPUT_ONLY, 0, { eventMask: POINTER });
  client.MapWindow(video);
  client.MapWindow(glass);
  const nothing = createEmptyCursor(connection);
  await connection.sync();
  return {
    desk,
    video,
    overlay,
    resize: (size) => {
      for (const pane of [video, overlay, glass]) client.ResizeWindow(pane, size.width, size.height);
    },
    hideCursor: (hidden) => client.ChangeWindowAttributes(glass, { cursor: hidden ? nothing : 0 }),
  };
}

function createEmptyCursor({ client, screen }: X11Connection): number {
  const [pixmap, context, cursor] = [client.AllocID(), client.AllocID(), client.AllocID()];
  const black = { R: 0, G: 0, B: 0 };
  client.CreatePixmap(pixmap, screen.root, 1, 1, 1);
  // A fresh pixmap holds anything.
  client.CreateGC(context, pixmap, { foreground: 0 });
  client.PolyFillRectangle(pixmap, context, [0, 0, 1, 1]);
  client.CreateCursor(cursor, pixmap, pixmap, black, black, 0, 0);
  client.FreePixmap(pixmap);
  return cursor;
}
