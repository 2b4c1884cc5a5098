import { Fault } from '@seatmatrix/protocol/kernel';
import koffi from 'koffi';
import { runningServers, serverAbsent, serverDenied } from '../../drivers/x11/server-fault.ts';
import { openLibrary, type Pointer } from './native-library.ts';

/** An XEvent is as large as 24 longs; type and serial come first. */
const EVENT_BYTES = 192;

const XSH_EVENT_TYPE_AT = 0;

/** Only what media processes need of Xlib. All calls are made from the main thread. */
export const xlib = openXlib();

export interface XDisplay {
  readonly pointer: Pointer;
  readonly name: string;
  readonly root: number;
  readonly visual: Pointer;
  readonly depth: number;
}

/** Throws `device-absent` with one line for people where no X server answers and under Wayland, and `device-denied`. */
export function openDisplay(name: string): XDisplay {
  xlib.setErrorHandler(xlib.errorHandler);
  const pointer: Pointer | null = xlib.openDisplay(name);
  if (pointer === null) {
    // Xlib does not say why.
    throw runningServers().includes(name) ? serverDenied(name) : serverAbsent(name);
  }
  if (hasExtension(pointer, 'XWAYLAND')) {
    throw new Fault({
      code: 'device-absent',
      message: `"${name}" is a Wayland session's Xwayland, which shows X programs alone; x11: needs an X11 session`,
    });
  }
  return {
    pointer,
    name,
    root: Number(xlib.rootWindow(pointer)),
    visual: xlib.defaultVisual(pointer, 0),
    depth: xlib.defaultDepth(pointer, 0),
  };
}

export const hasExtension = (display: Pointer, name: string): boolean =>
  Boolean(xlib.queryExtension(display, name, [0], [0], [0]));

/** Throws `driver-unavailable` where the server lacks the extension. Answers its first event's number. */
export function requireExtension(display: XDisplay, name: string): { readonly opcode: number; readonly event: number } {
  const opcode = [0];
  const event = [0];
  if (!xlib.queryExtension(display.pointer, name, opcode, event, [0])) {
    throw new Fault({ code: 'driver-unavailable', message: `the X server ${display.name} has no ${name} extension` });
  }
  return { opcode: opcode[0] ?? 0, event: event[0] ?? 0 };
}

export interface XEvent {
  readonly type: number;
  readonly view: DataView;
}

/** A handle that nothing refers to is collected, and its events are heard of no more. */
const watching = new Set<unknown>();

/** Hands over every event that arrives. A round trip may have read some already: call the answer after each. */
export function watchEvents(
  display: XDisplay,
  { event, gone }: { readonly event: (event: XEvent) => void; readonly gone: () => void },
): () => void {
  const bytes = Buffer.alloc(EVENT_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const drain = () => {
    while (xlib.pending(display.pointer) > 0) {
      xlib.nextEvent(display.pointer, bytes);
      event({ type: view.getInt32(XSH_EVENT_TYPE_AT, true), view });
    }
  };
  const handle = koffi.node.poll(
    xlib.connectionNumber(display.pointer),
    { readable: true, disconnect: true },
    (happened) => {
      if (happened.disconnect) gone();
      else drain();
    },
  );
  watching.add(handle);
  return drain;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export function windowSize(display: XDisplay, window: number): WindowSize {
  const width = [0];
  const height = [0];
  const answered = xlib.getGeometry(display.pointer, window, [0], [0], [0], width, height, [0], [0]);
  if (!answered) {
    throw new Fault({ code: 'device-absent', message: `the X server ${display.name} has no window ${window}` });
  }
  return { width: width[0] ?? 0, height: height[0] ?? 0 };
}

/** The number of the last request that the server refused since the last look; null when all went well. */
export function takeRefusal(): string | null {
  const refusal = xlib.refused.text;
  xlib.refused.text = null;
  return refusal;
}

function openXlib() {
  const library = openLibrary('libX11.so.6');
  const refused: { text: string | null } = { text: null };
  // Xlib's own handler ends the process: a window that goes while we paint, or a screen that shrinks, is no reason to.
  const handler = koffi.proto('int SeatmatrixXError(void*, void*)');
  const errorHandler = koffi.register((_display: Pointer, error: Pointer) => {
    // XErrorEvent: error code, request and minor code are bytes after type, display, resource and serial.
    const [code, request, minor] = [32n, 33n, 34n].map((at) => koffi.decode.uint8(error + at));
    refused.text = `X error ${code} of request ${request}.${minor}`;
    return 0;
  }, koffi.pointer(handler));
  return {
    refused,
    errorHandler,
    setErrorHandler: library.func('void* XSetErrorHandler(void*)'),
    openDisplay: library.func('void* XOpenDisplay(const char*)'),
    closeDisplay: library.func('int XCloseDisplay(void*)'),
    connectionNumber: library.func('int XConnectionNumber(void*)'),
    rootWindow: library.func('ulong XDefaultRootWindow(void*)'),
    defaultVisual: library.func('void* XDefaultVisual(void*, int)'),
    defaultDepth: library.func('int XDefaultDepth(void*, int)'),
    queryExtension: library.func('int XQueryExtension(void*, const char*, _Out_ int*, _Out_ int*, _Out_ int*)'),
    pending: library.func('int XPending(void*)'),
    nextEvent: library.func('int XNextEvent(void*, void*)'),
    flush: library.func('int XFlush(void*)'),
    sync: library.func('int XSync(void*, int)'),
    selectInput: library.func('int XSelectInput(void*, ulong, long)'),
    getGeometry: library.func(
      'int XGetGeometry(void*, ulong, _Out_ ulong*, _Out_ int*, _Out_ int*, _Out_ uint*, _Out_ uint*, _Out_ uint*, _Out_ uint*)',
    ),
    queryPointer: library.func(
      'int XQueryPointer(void*, ulong, _Out_ ulong*, _Out_ ulong*, _Out_ int*, _Out_ int*, _Out_ int*, _Out_ int*, _Out_ uint*)',
    ),
    createGc: library.func('void* XCreateGC(void*, ulong, ulong, void*)'),
    free: library.func('int XFree(void*)'),
  };
}
