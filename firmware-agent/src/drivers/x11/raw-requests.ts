import type { X11Connection } from './x11-connection.ts';

/**
 * A key that is held sends presses and no releases between them: whoever keeps a set of pressed keys sees nothing of the
 * desktop's auto-repeat. (XkbPerClientFlags, which the package does not have.) Without the extension repeats arrive as
 * pairs of a release and a press.
 */
export async function detectAutoRepeat(connection: X11Connection): Promise<void> {
  const { client } = connection;
  const xkb = await connection.extension('xkb');
  if (xkb === null) return;
  await connection.ask<unknown>((reply) => {
    const request = header(xkb.majorOpcode, { minor: PER_CLIENT_FLAGS, bytes: 28 });
    request.writeUInt16LE(USE_CORE_KEYBOARD, 4);
    request.writeUInt32LE(DETECTABLE_AUTO_REPEAT, 8);
    request.writeUInt32LE(DETECTABLE_AUTO_REPEAT, 12);
    client.seq_num++;
    client.replies[client.seq_num] = [(body) => body, reply];
    client.pack_stream.put(request);
    client.pack_stream.submit(true);
  });
}

/**
 * The server keeps what the window shows, also where it is covered, and goes on showing it; or not any more. (Of the
 * package's own request for the latter the length is wrong, and the server refuses it.)
 */
export async function pixelKeeper(
  connection: X11Connection,
): Promise<((window: number, kept: boolean) => void) | null> {
  const { client } = connection;
  const composite = await connection.extension('composite');
  if (composite === null) return null;
  return (window, kept) => {
    const minor = kept ? REDIRECT_WINDOW : UNREDIRECT_WINDOW;
    const request = header(composite.majorOpcode, { minor, bytes: 12 });
    request.writeUInt32LE(window, 4);
    request.writeUInt8(AUTOMATIC, 8);
    client.seq_num++;
    client.pack_stream.put(request);
    client.pack_stream.submit(false);
  };
}

const PER_CLIENT_FLAGS = 21;
const DETECTABLE_AUTO_REPEAT = 1;
const USE_CORE_KEYBOARD = 0x100;
const REDIRECT_WINDOW = 1;
const UNREDIRECT_WINDOW = 3;
const AUTOMATIC = 0;

function header(major: number, { minor, bytes }: { readonly minor: number; readonly bytes: number }): Buffer {
  const request = Buffer.alloc(bytes);
  request.writeUInt8(major, 0);
  request.writeUInt8(minor, 1);
  request.writeUInt16LE(bytes / 4, 2);
  return request;
}
