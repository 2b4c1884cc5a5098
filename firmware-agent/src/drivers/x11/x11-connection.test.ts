import { createServer } from 'node:net';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { openX11Connection } from './x11-connection.ts';

test('an X server that takes a connection and never answers is said to hang, and nobody waits for it', async () => {
  const taken: { destroy(): void }[] = [];
  // Display N over TCP is port 6000 + N; a free one well above those that tests use.
  const server = createServer((socket) => void taken.push(socket));
  const number = await new Promise<number>((resolve, reject) => {
    let tried = 900;
    server.on('error', () => (++tried < 950 ? server.listen(6000 + tried, '127.0.0.1') : reject(new Error('no port'))));
    server.listen(6000 + tried, '127.0.0.1', () => resolve(tried));
  });
  try {
    await expect(openX11Connection(`127.0.0.1:${number}`, silentLog)).rejects.toMatchObject({
      code: 'device-absent',
      message: expect.stringContaining('hangs'),
    });
  } finally {
    for (const socket of taken) socket.destroy();
    server.close();
  }
});
