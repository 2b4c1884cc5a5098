import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { openMemoryStore } from '@seatmatrix/manager-server/testing';
import { expect, test } from 'vitest';
import { realManager } from './rotation-site.ts';
import { tellFigure } from './scale.ts';

/** What downgrades look like: older versions, no cipher, no certificate on either side. */
const offers: readonly (readonly [string, ConnectionOptions])[] = [
  ['TLS 1.2', { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }],
  ['TLS 1.2 without encryption', { maxVersion: 'TLSv1.2', ciphers: 'eNULL:@SECLEVEL=0' }],
  ['TLS 1.2 without a certificate', { maxVersion: 'TLSv1.2', ciphers: 'aNULL:@SECLEVEL=0' }],
  ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }],
  ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' }],
];

const words = [
  'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /control HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
];

test('A6 the boxes’ listener answers nobody who speaks in clear, and nobody who offers less than TLS 1.3', async ({
  task,
}) => {
  const manager = await realManager({ store: openMemoryStore() });
  const { host, port } = manager.boxes;
  for (const word of words) {
    const socket = connectPlain({ host, port });
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => undefined);
    socket.write(word);
    await once(socket, 'close');
    expect(answer).not.toMatch(/HTTP/);
  }
  for (const [name, offer] of offers) {
    let outcome: unknown;
    try {
      const socket = connect({ host, port, rejectUnauthorized: false, ...offer });
      outcome = await once(socket, 'secureConnect').catch((error: unknown) => error);
      socket.destroy();
    } catch (error) {
      // This machine's own library refuses to offer such a thing.
      outcome = error;
    }
    expect([name, outcome instanceof Error]).toEqual([name, true]);
  }
  await manager.close();
  tellFigure(task, `${offers.length} of ${offers.length} downgrades and ${words.length} words in clear refused`);
});
