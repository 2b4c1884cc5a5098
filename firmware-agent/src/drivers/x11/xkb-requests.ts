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
    const request = Buffer.alloc(28);
    request.writeUInt8(xkb.majorOpcode, 0);
    request.writeUInt8(PER_CLIENT_FLAGS, 1);
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt16LE(USE_CORE_KEYBOARD, 4);
    request.writeUInt32LE(DETECTABLE_AUTO_REPEAT, 8);
    request.writeUInt32LE(DETECTABLE_AUTO_REPEAT, 12);
    client.seq_num++;
    client.replies[client.seq_num] = [(body) => body, reply];
    client.pack_stream.put(request);
    client.pack_stream.submit(true);
  });
}

const PER_CLIENT_FLAGS = 21;
const DETECTABLE_AUTO_REPEAT = 1;
const USE_CORE_KEYBOARD = 0x100;
