import { Fault } from '@seatmatrix/protocol/kernel';

/** What `x11://:11?window=1280x720&monitor=HDMI-1` says. */
export interface X11Url {
  /** As in `$DISPLAY`: host, display, and screen if it is not the first; a display has one name only. */
  readonly display: string;
  /** A window of this size instead of the full screen. */
  readonly window: { readonly width: number; readonly height: number } | null;
  /** The RandR output that a full screen is put on; null is the one that the desktop chooses. */
  readonly monitor: string | null;
}

/** The part of the environment that says where a desktop is. */
export type DesktopEnvironment = Readonly<Record<string, string | undefined>>;

/** Limits of an X window's size (16 bits), and of what a picture can be told apart on. */
const SIDE = { min: 64, max: 16_384 };

/**
 * Reads what follows `x11:`: `//DISPLAY`, with `?window=WIDTHxHEIGHT` or `?monitor=OUTPUT` where `options` allow them;
 * without a display `$DISPLAY` counts. Throws `configuration-invalid`, also in a Wayland session that has no X display.
 */
export function parseX11Url(
  url: string,
  { environment, options }: { readonly environment: DesktopEnvironment; readonly options: readonly string[] },
): X11Url {
  const [place = '', query = ''] = url.replace(/^\/\//, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  for (const name of parameters.keys()) {
    if (!options.includes(name)) throw invalid(`x11:${url} has an unknown option "${name}"`);
  }
  return {
    display: place === '' ? desktopDisplay(environment) : displayName(place, url),
    window: windowSize(parameters.get('window'), url),
    monitor: parameters.get('monitor'),
  };
}

function desktopDisplay(environment: DesktopEnvironment): string {
  const { DISPLAY: display = '', WAYLAND_DISPLAY: wayland = '' } = environment;
  if (display !== '') return displayName(display, '');
  if (wayland !== '') {
    throw invalid('this is a Wayland session, and x11: needs an X11 session: choose "Xorg" where you sign in');
  }
  throw invalid('x11: needs a display: neither the option names one, as in x11://:0, nor DISPLAY');
}

function displayName(display: string, url: string): string {
  if (/^[A-Za-z0-9.-]*:\d{1,5}(\.\d{1,2})?$/.test(display)) return display.replace(/\.0$/, '');
  throw invalid(`x11:${url} names no display: "${display}" is not like :0 or host:0`);
}

function windowSize(text: string | null, url: string): X11Url['window'] {
  if (text === null) return null;
  const found = /^(\d{1,5})x(\d{1,5})$/.exec(text);
  const [width, height] = [Number(found?.[1]), Number(found?.[2])];
  const fits = (side: number) => side >= SIDE.min && side <= SIDE.max;
  if (fits(width) && fits(height)) return { width, height };
  throw invalid(`x11:${url} names no window size: "${text}" is not like 1280x720, ${SIDE.min} to ${SIDE.max} each`);
}

const invalid = (message: string): Fault => new Fault({ code: 'configuration-invalid', message });
