import { createFontBook, createScenePixels } from '@seatmatrix/osd/node';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import type { HidHost } from '../hid-host.ts';
import { holdDevice } from '../linux/device-hold.ts';
import type { Overlay } from '../overlay.ts';
import { DeskWindow } from './desk-window.ts';
import { X11HidHost } from './hid-host.ts';
import { X11Overlay } from './overlay.ts';
import { refuseWayland } from './wayland.ts';
import { openX11Connection } from './x11-connection.ts';
import { type DesktopEnvironment, parseX11Url } from './x11-url.ts';

/** A receiver's place on a desktop: one window that the picture, the OSD, and keys and pointer share. */
export interface X11Desk extends AsyncDisposable {
  readonly window: DeskWindow;
  readonly overlay: Overlay;
  /** Once: the window's keys and pointer. */
  hidHost(): Promise<HidHost>;
}

export interface X11DeskOptions {
  /** What follows `x11:`, such as `//:11?window=1280x720` or `//:0?monitor=HDMI-1`; empty for `$DISPLAY`, full screen. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly environment?: DesktopEnvironment;
}

/**
 * Opens the window and shows it. Throws `configuration-invalid` for a URL that cannot be meant, and in a Wayland session;
 * `device-absent` where there is no such display or monitor; `device-denied` without its cookie; `device-busy` where
 * another agent has the full screen.
 */
export async function openX11Desk(options: X11DeskOptions): Promise<X11Desk> {
  const { clock, log, environment = process.env } = options;
  const url = parseX11Url(options.url, { environment, options: ['window', 'monitor'] });
  await using parts = new AsyncDisposableStack();
  if (url.window === null) {
    const place = url.monitor === null ? url.display : `${url.display} ${url.monitor}`;
    parts.use(await holdDevice(`the full screen of X11 ${place}`, clock));
  }
  const connection = parts.use(await openX11Connection(url.display, log));
  await refuseWayland(connection);
  const window = parts.use(await DeskWindow.open({ connection, clock, log, url }));
  const pixels = createScenePixels(createFontBook());
  const overlay = parts.use(await X11Overlay.open(window, { pixels, log }));
  const kept = parts.move();
  return {
    window,
    overlay,
    hidHost: () => X11HidHost.open(window, log),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
