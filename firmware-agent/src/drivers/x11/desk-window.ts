import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import {
  type DeskEnd,
  type DeskPlace,
  type DeskSize,
  type DeskWindowEvent,
  keycodesIn,
  placeOf,
} from './desk-event.ts';
import { placeFor } from './desk-place.ts';
import { KeyboardGrab } from './keyboard-grab.ts';
import { type DeskMonitor, monitorAt, monitorNamed, readMonitors } from './monitor.ts';
import { createPanes, type Panes } from './panes.ts';
import { detectAutoRepeat } from './raw-requests.ts';
import { askForFocus, managerIsThere, minimise, tellManager } from './window-manager.ts';
import type { X11Connection, XEvent } from './x11-connection.ts';
import type { X11Url } from './x11-url.ts';

/** Focus events that are about the pointer, or a window inside, and change nothing here. */
const DETAILS_PASSED_OVER: ReadonlySet<number> = new Set([2, 5]);

/**
 * The receiver's window on a desktop: the video's window in it, the overlay's above that, and a pane of glass above
 * both, which sees the pointer and shows nothing. Full screen, it takes every key of the keyboard while it has the
 * focus, so that the desktop's own shortcuts reach the computer; Ctrl + Alt + Shift + Esc minimises it then. The pointer
 * is not confined: a desktop may have other monitors.
 */
export class DeskWindow implements AsyncDisposable {
  readonly connection: X11Connection;
  readonly #log: Log;
  readonly #url: X11Url;
  readonly #panes: Panes;
  readonly #managed: boolean;
  readonly #listeners = new Set<(event: DeskWindowEvent) => void>();
  readonly #end = Promise.withResolvers<DeskEnd>();
  #size: DeskSize;
  #monitor: DeskMonitor | null;
  #focused = false;
  #heldAtFocus: ReadonlySet<number> = new Set();
  #pictureArea: (DeskPlace & DeskSize) | null = null;
  /** Null in a window that leaves the desktop its shortcuts. */
  readonly #grab: KeyboardGrab | null;
  #disposed = false;

  private constructor(made: Made) {
    this.connection = made.connection;
    this.#log = made.log;
    this.#url = made.url;
    this.#panes = made.panes;
    this.#managed = made.managed;
    this.#size = made.size;
    this.#monitor = made.monitor;
    this.#grab = made.url.window === null ? new KeyboardGrab({ ...made, window: made.panes.desk }) : null;
    this.connection.onEvent((event) => this.#take(event));
    this.connection.gone.then(() => {
      if (!this.#disposed) this.#end.resolve('lost');
    });
  }

  /** Throws `device-absent` for a monitor that is not there, `driver-unavailable` for a screen of unusual pixels. */
  static async open(options: Omit<Made, 'panes' | 'managed' | 'size' | 'monitor'>): Promise<DeskWindow> {
    const { connection, url } = options;
    if (!connection.screen.bgrx) {
      const message = `the X server ${connection.name} has ${connection.screen.depth} bits a pixel; 24 are needed`;
      throw new Fault({ code: 'driver-unavailable', message });
    }
    const monitors = await readMonitors(connection);
    const wanted = url.monitor === null ? monitors[0] : monitorNamed(monitors, url.monitor);
    const managed = await managerIsThere(connection);
    const { x, y, size } = placeFor(url, { connection, monitor: wanted ?? null });
    const panes = await createPanes(connection, { x, y, ...size, overrideRedirect: url.window === null && !managed });
    await tellManager(connection, { window: panes.desk, fullScreen: url.window === null && managed, x, y, ...size });
    await detectAutoRepeat(connection);
    const randr = await connection.extension('randr');
    randr?.SelectInput(connection.screen.root, SCREEN_CHANGE);
    const window = new DeskWindow({ ...options, panes, managed, size, monitor: wanted ?? null });
    connection.client.MapWindow(panes.desk);
    // Nobody else gives the focus to a window where there is no window manager.
    if (managed) await askForFocus(connection, panes.desk);
    else await window.#takeFocus();
    await connection.sync();
    return window;
  }

  get xid(): number {
    return this.#panes.desk;
  }

  /** The XID that pictures are drawn into; it fills the window. */
  get videoWindow(): number {
    return this.#panes.video;
  }

  get overlayWindow(): number {
    return this.#panes.overlay;
  }

  get size(): DeskSize {
    return this.#size;
  }

  get monitor(): DeskMonitor | null {
    return this.#monitor;
  }

  get focused(): boolean {
    return this.#focused;
  }

  /** Keycodes that were down when the focus came. */
  get heldAtFocus(): ReadonlySet<number> {
    return this.#heldAtFocus;
  }

  /** Where in the window the computer's picture is, which pointer positions are of; null when it fills the window. */
  get pictureArea(): (DeskPlace & DeskSize) | null {
    return this.#pictureArea;
  }

  setPictureArea(area: (DeskPlace & DeskSize) | null): void {
    this.#pictureArea = area;
  }

  /** Resolves when there is nothing more to show on. */
  get ended(): Promise<DeskEnd> {
    return this.#end.promise;
  }

  subscribe(listener: (event: DeskWindowEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hidden, the stand-by background is seen instead; what was drawn into it is lost. */
  setVideoVisible(visible: boolean): void {
    const { client } = this.connection;
    if (visible) client.MapWindow(this.#panes.video);
    else client.UnmapWindow(this.#panes.video);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#grab?.release();
    this.#listeners.clear();
    this.connection.client.DestroyWindow(this.#panes.desk);
  }

  #tell(event: DeskWindowEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #take(event: XEvent): void {
    if (this.#disposed) return;
    switch (event.name) {
      case 'KeyPress':
      case 'KeyRelease':
        if (this.#wantsOut(event)) void this.#minimise();
        else this.#tell({ type: 'key', keycode: event.keycode ?? 0, pressed: event.name === 'KeyPress' });
        return;
      case 'ButtonPress':
      case 'ButtonRelease':
        this.#takeButton(event);
        return;
      case 'MotionNotify':
        this.#tell({ type: 'motion', place: placeOf(event) });
        return;
      case 'FocusIn':
      case 'FocusOut':
        this.#takeFocusChange(event);
        return;
      case 'KeymapNotify':
        this.#heldAtFocus = keycodesIn(event.keys ?? Buffer.alloc(0));
        this.#tell({ type: 'held', keycodes: this.#heldAtFocus });
        return;
      case 'ConfigureNotify':
        if (event.wid === this.#panes.desk) this.#resize({ width: event.width ?? 0, height: event.height ?? 0 });
        return;
      case 'RRScreenChangeNotify':
        this.#readMonitor();
        return;
      case 'ClientMessage':
        if (event.data?.[0] === this.connection.client.atoms.WM_DELETE_WINDOW) this.#end.resolve('closed');
        return;
      case 'UnmapNotify':
        if (event.wid === this.#panes.desk) this.#setFocus(false);
        return;
      case 'XkbStateNotify':
      case 'XkbEvent':
        this.#tell({ type: 'locks' });
        return;
      default:
        return;
    }
  }

  /** The keyboard is ours alone: without this nobody who works at a PC would get back to it. */
  #wantsOut({ name, keycode, buttons = 0 }: XEvent): boolean {
    const asked = name === 'KeyPress' && keycode === ESCAPE && (buttons & SHIFT_CONTROL_ALT) === SHIFT_CONTROL_ALT;
    return asked && this.#grab !== null && this.#managed;
  }

  async #minimise(): Promise<void> {
    await minimise(this.connection, this.#panes.desk).catch((cause: unknown) =>
      this.#log.debug('the window was not minimised', { cause: String(cause) }),
    );
  }

  #takeButton(event: XEvent): void {
    const pressed = event.name === 'ButtonPress';
    if (pressed && !this.#focused) void this.#takeFocus();
    this.#tell({ type: 'button', button: event.keycode ?? 0, pressed, place: placeOf(event) });
  }

  /** Another program's grab takes the keys as well: whatever the mode, focus that went is gone. */
  #takeFocusChange(event: XEvent): void {
    if (event.wid !== this.#panes.desk || DETAILS_PASSED_OVER.has(event.detail ?? 0)) return;
    const act = () => this.#setFocus(event.name === 'FocusIn');
    if (this.#grab === null) act();
    else this.#grab.unlessOurs(event, act);
  }

  #setFocus(focused: boolean): void {
    if (focused === this.#focused) return;
    this.#focused = focused;
    this.#heldAtFocus = new Set();
    this.#panes.hideCursor(focused);
    if (focused) this.#grab?.hold();
    else this.#grab?.release();
    this.#tell({ type: 'focus', focused });
  }

  async #takeFocus(): Promise<void> {
    const { connection } = this;
    connection.client.SetInputFocus(this.#panes.desk, REVERT_TO_POINTER_ROOT);
    await connection.sync().catch((cause: unknown) => this.#log.debug('no focus', { cause: String(cause) }));
  }

  #resize(size: DeskSize): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    this.#panes.resize(size);
    this.#tell({ type: 'size', size });
    this.#readMonitor();
  }

  #readMonitor(): void {
    this.#updateMonitor().catch((cause: unknown) =>
      this.#log.debug('the monitor could not be read', { cause: String(cause) }),
    );
  }

  async #updateMonitor(): Promise<void> {
    const { connection } = this;
    const monitors = await readMonitors(connection);
    const origin = await connection.ask<{ readonly destX: number; readonly destY: number }>((reply) =>
      connection.client.TranslateCoordinates(this.#panes.desk, connection.screen.root, 0, 0, reply),
    );
    const named = monitors.find(({ name }) => name === this.#url.monitor);
    const monitor = named ?? monitorAt(monitors, { x: origin.destX, y: origin.destY, ...this.#size });
    const changed = JSON.stringify(monitor) !== JSON.stringify(this.#monitor);
    this.#monitor = monitor;
    if (!changed || this.#disposed) return;
    if (this.#url.window === null && !this.#managed && monitor !== null) {
      connection.client.MoveResizeWindow(
        this.#panes.desk,
        monitor.x,
        monitor.y,
        monitor.mode.width,
        monitor.mode.height,
      );
    }
    this.#tell({ type: 'monitor', monitor });
  }
}

interface Made {
  readonly connection: X11Connection;
  readonly clock: Clock;
  readonly log: Log;
  readonly url: X11Url;
  readonly panes: Panes;
  readonly managed: boolean;
  readonly size: DeskSize;
  readonly monitor: DeskMonitor | null;
}

/** The first key of the first PC, on every server. */
const ESCAPE = 9;
/** X's modifiers Shift, Control and Mod1. */
const SHIFT_CONTROL_ALT = 1 | 4 | 8;

/** RandR's mask: the screen's size changed, a monitor came or went. */
const SCREEN_CHANGE = 1;
const REVERT_TO_POINTER_ROOT = 1;
