import { Fault, type Log, seconds, systemClock } from '@seatmatrix/protocol/kernel';
import x11, {
  type Reply,
  type XClient,
  type XDisplay,
  type XError,
  type XEvent,
  type XExtensions,
  type XShmSegment,
} from 'x11';
import { serverAbsent, serverDenied } from './server-fault.ts';

export type { XClient, XEvent, XExtensions, XShmSegment };

export const eventMask = x11.eventMask;

/** A connection to an X server; the only importer of the `x11` package. */
export interface X11Connection extends AsyncDisposable {
  readonly name: string;
  /** Requests that have no answer are called on it directly. */
  readonly client: XClient;
  readonly screen: X11Screen;
  /** In bytes. */
  readonly requestMax: number;
  readonly keycodes: { readonly min: number; readonly max: number };
  /** The answer of one request. Rejects with the X error, and when the server is gone. */
  ask<Value>(request: (reply: Reply<Value>) => void): Promise<Value>;
  /** Null where the server does not have the extension. */
  extension<Name extends keyof XExtensions>(name: Name): Promise<XExtensions[Name] | null>;
  atom(name: string): Promise<number>;
  /** Resolves when the server has done all that was asked for. */
  sync(): Promise<void>;
  onEvent(listener: (event: XEvent) => void): void;
  /** Resolves when the server is gone or this was disposed. */
  readonly gone: Promise<void>;
}

export interface X11Screen {
  readonly root: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Pixels are four bytes: blue, green, red, and one that does not count. */
  readonly bgrx: boolean;
}

/**
 * Connects with the cookie of `$XAUTHORITY` or `~/.Xauthority`, if there is one. Throws `device-absent` where no server
 * answers, naming those that are there, and `device-denied` where it wants another cookie.
 */
export async function openX11Connection(name: string, log: Log): Promise<X11Connection> {
  const { promise: gone, resolve: end } = Promise.withResolvers<void>();
  const pending = new Set<(error: Error) => void>();
  let lost: Fault | null = null;
  const lose = () => {
    lost ??= new Fault({ code: 'link-lost', message: `the X server ${name} is gone` });
    for (const reject of pending) reject(lost);
    pending.clear();
    end();
  };
  const display = await connect(name, { log, lose });
  const { client } = display;
  const ask = <Value>(request: (reply: Reply<Value>) => void): Promise<Value> => {
    if (lost !== null) return Promise.reject(lost);
    return new Promise((resolve, reject) => {
      pending.add(reject);
      request((error, value) => {
        pending.delete(reject);
        if (error) reject(error);
        else resolve(value);
        return true;
      });
    });
  };
  return {
    name,
    client,
    screen: screenOf(display, name),
    requestMax: display.max_request_length * 4,
    keycodes: { min: display.min_keycode, max: display.max_keycode },
    ask,
    extension: (extension) =>
      ask<XExtensions[typeof extension] | null>((reply) => {
        client.require(extension, (error, value) => reply(null, error ? null : value));
      }),
    atom: (atom) => ask<number>((reply) => client.InternAtom(false, atom, reply)),
    sync: async () => {
      await ask((reply) => client.GetInputFocus(reply));
    },
    onEvent: (listener) => {
      client.on('event', listener);
    },
    gone,
    async [Symbol.asyncDispose]() {
      if (lost !== null) return;
      const closed = new Promise<void>((resolve) => client.stream.once('close', resolve));
      client.terminate();
      await closed;
      lose();
    },
  };
}

/** A server that is there answers within a few milliseconds; one that was stopped takes the connection and says nothing. */
const ANSWER_LIMIT = seconds(5);

function connect(name: string, { log, lose }: { readonly log: Log; readonly lose: () => void }): Promise<XDisplay> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const limit = systemClock.timer({
      name: `X server ${name}`,
      after: ANSWER_LIMIT,
      fire: () => {
        client.terminate();
        reject(new Fault({ code: 'device-absent', message: `the X server ${name} does not answer: it hangs` }));
      },
    });
    const fail = (error: XError) => {
      limit.cancel();
      reject(connectionFault(name, error));
    };
    const client = x11.createClient({ display: name }, (error, display) => {
      if (error) {
        fail(error);
        return;
      }
      limit.cancel();
      connected = true;
      forgetOthersAtoms(display.client);
      display.client.stream.once('close', lose);
      resolve(display);
    });
    client.on('error', (error: XError) => {
      if (!connected) fail(error);
      // A window that went away between two requests: nothing to do, and worth a line to whoever looks for a defect.
      else if (error.error !== undefined) log.debug('an X request failed', requestOf(error));
      else lose();
    });
    client.on('end', () => {
      if (connected) lose();
    });
  });
}

/** The protocol's own; all others are numbered by each server as they are asked for. */
const PREDEFINED_ATOM_MAX = 68;

/** The package keeps atoms for all connections in one table, also those of another server, or of one that restarted. */
function forgetOthersAtoms(client: XClient): void {
  client.atoms = Object.fromEntries(Object.entries(client.atoms).filter(([, atom]) => atom <= PREDEFINED_ATOM_MAX));
  client.atom_names = Object.fromEntries(Object.entries(client.atoms).map(([name, atom]) => [atom, name]));
}

const requestOf = ({ message, error, majorOpcode, minorOpcode }: XError) => ({
  message,
  error,
  majorOpcode,
  minorOpcode,
});

function connectionFault(name: string, error: XError): Fault {
  // It hangs up on whom it does not let in: before we have written all, after that, or with a word of it.
  const hungUp = error.code === 'EPIPE' || error.code === 'ECONNRESET' || /closed before setup/.test(error.message);
  return hungUp || /authori[sz]ation/i.test(error.message) ? serverDenied(name, error) : serverAbsent(name, error);
}

function screenOf(display: XDisplay, name: string): X11Screen {
  const index = Number(/\.(\d+)$/.exec(name)?.[1] ?? 0);
  const screen = display.screen[index];
  if (screen === undefined) {
    const message = `the X server ${name} has no screen ${index}; it has ${display.screen.length}`;
    throw new Fault({ code: 'device-absent', message });
  }
  const visual = screen.depths[screen.root_depth]?.[screen.root_visual];
  return {
    root: screen.root,
    width: screen.pixel_width,
    height: screen.pixel_height,
    depth: screen.root_depth,
    bgrx:
      (screen.root_depth === 24 || screen.root_depth === 32) &&
      visual?.red_mask === 0xff0000 &&
      visual.blue_mask === 0xff &&
      display.image_byte_order === 0,
  };
}
